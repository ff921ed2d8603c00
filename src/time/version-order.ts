/**
 * Versions of the tz database as text: a year and letters, a to z, then za to zz, and so on. One that does not tell comes
 * before all that do. For sorting, the oldest first.
 */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [comparable(one), comparable(other)];
  return a === b ? 0 : a < b ? -1 : 1;
}

function comparable(version: string): string {
  return /^\d{4}[a-z]/.test(version) ? version : "";
}
