import type { Freeze } from "./frozen.ts";

/** Of all parts together: 128 MB. Beyond that, equal parts are no longer one object, which costs time and nothing else. */
const MOST_MEMBERS = 1 << 24;

/** A search compares this many parts at most, whoever made their hashes collide. */
const MOST_LOOKS = 16;

const FREE = -1;

/** What stands before the members of a part: its copy, and how many members there are. */
const HEAD = 2;

/** Frozen copies by what they hold: a hash table. The members of a part are leaves, or parts that are shared themselves. */
export class SharedParts {
  readonly #freeze: Freeze;
  /** Two numbers a slot: the hash, and where in `#parts` its part begins, or FREE. */
  #slots: Int32Array = freeSlots(1024);
  #count = 0;
  /** All parts, one behind the other: what is looked at together lies together. */
  readonly #parts: unknown[] = [];

  constructor(freeze: Freeze) {
    this.#freeze = freeze;
  }

  /** The one copy with the very members that `stack` holds from `base` to `top`. */
  copyOf(hash: number, stack: readonly unknown[], base: number, top: number): object {
    const slots = this.#slots;
    const last = slots.length - 1;
    const parts = this.#parts;
    const length = top - base;
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      const slot = (2 * (hash + looks)) & last;
      const at = slots[slot + 1] as number;
      if (at === FREE) break;
      if (slots[slot] !== hash || parts[at + 1] !== length) continue;
      let i = 0;
      while (i < length && parts[at + HEAD + i] === stack[base + i]) i++;
      if (i === length) return parts[at] as object;
    }
    const copy = this.#freeze(stack, base, top);
    if (parts.length + length <= MOST_MEMBERS) this.#add(hash, copy, stack, base, top);
    return copy;
  }

  #add(hash: number, copy: object, stack: readonly unknown[], base: number, top: number): void {
    const at = this.#parts.push(copy, top - base) - HEAD;
    for (let i = base; i < top; i++) this.#parts.push(stack[i]);
    this.#count++;
    if (this.#count * 4 > this.#slots.length) this.#grow();
    put(this.#slots, hash, at);
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = freeSlots(before.length * 4);
    for (let slot = 0; slot < before.length; slot += 2) {
      const at = before[slot + 1] as number;
      if (at !== FREE) put(this.#slots, before[slot] as number, at);
    }
  }
}

/** `length`: a power of two. */
function freeSlots(length: number): Int32Array {
  return new Int32Array(length).fill(FREE);
}

function put(slots: Int32Array, hash: number, at: number): void {
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const slot = (2 * (hash + looks)) & (slots.length - 1);
    if (slots[slot + 1] !== FREE) continue;
    slots[slot] = hash;
    slots[slot + 1] = at;
    return;
  }
}
