/** FNV-1a over UTF-16 units, with a seed. Fowler, Noll, Vo: draft-eastlake-fnv. */
export function textHash(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  // The low bits choose a slot; the high ones have seen more of the text.
  return hash ^ (hash >>> 15);
}
