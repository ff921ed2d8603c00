/** Whether two pieces of JSON data are equal, whatever the order of keys. */
export function sameData(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [ours, theirs] = [Object.entries(one), Object.entries(other)];
  const isSame = ([key, value]: readonly [string, unknown]) =>
    Object.hasOwn(other, key) && sameData(value, (other as { readonly [key: string]: unknown })[key]);
  return ours.length === theirs.length && ours.every(isSame);
}
