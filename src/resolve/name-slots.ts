import { textHash } from "./text-hash.ts";

const SEED = 0x811c9dc5;

/** A hash table of names in numbers: slots hold the number of a name plus one, 0 is free; at most half are taken. */
export function nameSlots(names: readonly string[]): Int32Array {
  let size = 2;
  while (size < names.length * 2) size *= 2;
  const slots = new Int32Array(size);
  names.forEach((name, number) => {
    let slot = textHash(name, SEED) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = number + 1;
  });
  return slots;
}

/** The number of a name, or -1. `nameOf` reads the name that a number stands for. */
export function findName(slots: Int32Array, name: string, nameOf: (number: number) => string): number {
  const last = slots.length - 1;
  for (let slot = textHash(name, SEED) & last; slots[slot] !== 0; slot = (slot + 1) & last) {
    const number = (slots[slot] as number) - 1;
    if (nameOf(number) === name) return number;
  }
  return -1;
}
