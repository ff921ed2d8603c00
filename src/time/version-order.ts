const RELEASE = /^(\d{4})([a-z]+)/;

/** Whether time-zone data of one version may be older than that of another: also when only the other says how old it is. */
export function mayBeOlder(version: string, than: string): boolean {
  const wanted = RELEASE.exec(than);
  if (wanted === null) return false;
  const given = RELEASE.exec(version);
  return given === null || releaseOrder(given) < releaseOrder(wanted);
}

/** After `z` come `za`, `zb`, …, so letters of one year sort as text. */
function releaseOrder([, year = "", letters = ""]: RegExpExecArray): string {
  return year + letters;
}
