/** What JSON can hold, and nothing else can be inside of. */
export type Leaf = string | number | boolean | null;

export function isLeaf(value: unknown): value is Leaf {
  if (typeof value === "string") return value.isWellFormed();
  return typeof value === "boolean" || value === null || Number.isFinite(value);
}

export function leafHash(leaf: Leaf): number {
  return typeof leaf === "string" ? textHash(leaf) : Number(leaf);
}

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

/** Goes on with the hash of what comes next. */
export function hashWith(hash: number, next: number): number {
  // FNV's prime.
  const mixed = Math.imul(hash ^ next, 0x01000193);
  // 30 bits: what V8 keeps as a small integer everywhere.
  return (mixed ^ (mixed >>> 15)) & 0x3fffffff;
}
