/** FNV's prime. */
const PRIME = 0x01000193;

/**
 * Of the characters by which dates, times, tags and keys differ: whoever finds by hash compares anyway, so reading all
 * would cost more than it saves.
 */
export function textHash(text: string): number {
  const { length } = text;
  if (length < 4) return length === 0 ? 0 : text.charCodeAt(0) * 31 + text.charCodeAt(length - 1);
  const ends = text.charCodeAt(0) + text.charCodeAt(length - 4) * 31;
  return Math.imul(text.charCodeAt(length - 2) + text.charCodeAt(length - 1) * 31, 961) + ends + length;
}

export function hashWith(hash: number, next: number): number {
  const mixed = Math.imul(hash ^ next, PRIME);
  // 30 bits: what V8 keeps as a small integer everywhere.
  return (mixed ^ (mixed >>> 15)) & 0x3fffffff;
}
