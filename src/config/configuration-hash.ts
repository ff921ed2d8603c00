import type { Configuration } from "./types.ts";

const SEEDS = [0x811c9dc5, 0x1b873593] as const;

/**
 * Tells configurations apart: 16 hexadecimal digits, the same for equal data whatever the order of keys. Parts that many
 * queues share are read once. No protection against forgery.
 */
export function configurationHash(configuration: Configuration): string {
  return SEEDS.map((seed) => (hasher(seed)(configuration) >>> 0).toString(16).padStart(8, "0")).join("");
}

function hasher(seed: number): (value: unknown) => number {
  const known = new Map<object, number>();

  function hashOf(value: unknown): number {
    if (typeof value === "string") return mixText(seed, value);
    if (typeof value !== "object" || value === null) return mixText(seed ^ 1, String(value));
    const before = known.get(value);
    if (before !== undefined) return before;
    const hash = Array.isArray(value) ? hashOfList(value) : hashOfObject(value as { readonly [key: string]: unknown });
    known.set(value, hash);
    return hash;
  }

  function hashOfList(list: readonly unknown[]): number {
    return list.reduce<number>((hash, item) => mix(hash, hashOf(item)), seed ^ 2);
  }

  function hashOfObject(object: { readonly [key: string]: unknown }): number {
    let sum = seed ^ 3;
    // With a seed of its own: a key and a value that are the same text must not cancel out.
    for (const key of Object.keys(object)) sum = (sum + finished(mix(mixText(~seed, key), hashOf(object[key])))) | 0;
    return finished(sum);
  }

  return hashOf;
}

function mix(hash: number, word: number): number {
  const next = Math.imul(hash ^ word, 0xcc9e2d51);
  return (next << 15) | (next >>> 17);
}

function mixText(seed: number, text: string): number {
  let hash = seed ^ text.length;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return finished(hash);
}

/** The finalizer of MurmurHash3 (Appleby), which lets every bit reach every other. */
function finished(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
