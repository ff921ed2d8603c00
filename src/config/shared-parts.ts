import type { Freeze } from "./frozen.ts";

/** Of all parts together: 128 MB. Beyond that, equal parts are no longer one object, which costs time and nothing else. */
const MOST_MEMBERS = 1 << 24;

/** A search compares this many parts at most, whoever made their hashes collide. */
const MOST_LOOKS = 16;

interface Part {
  readonly hash: number;
  readonly members: readonly unknown[];
  readonly copy: object;
}

/** Frozen copies by what they hold: a hash table. The members of a part are leaves, or parts that are shared themselves. */
export class SharedParts {
  readonly #freeze: Freeze;
  #slots: (Part | undefined)[] = new Array(1024).fill(undefined);
  #parts = 0;
  #room = MOST_MEMBERS;

  constructor(freeze: Freeze) {
    this.#freeze = freeze;
  }

  /** The one copy with the very members that `stack` holds from `base` to `top`. */
  copyOf(hash: number, stack: readonly unknown[], base: number, top: number): object {
    const last = this.#slots.length - 1;
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      const part = this.#slots[(hash + looks) & last];
      if (part === undefined) break;
      if (part.hash === hash && hasMembers(part.members, stack, base, top)) return part.copy;
    }
    const copy = this.#freeze(stack, base, top);
    if (this.#room >= top - base) this.#add({ hash, members: stack.slice(base, top), copy });
    return copy;
  }

  #add(part: Part): void {
    this.#room -= part.members.length;
    this.#parts++;
    if (this.#parts * 2 > this.#slots.length) this.#grow();
    this.#put(part);
  }

  #put(part: Part): void {
    const last = this.#slots.length - 1;
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      const at = (part.hash + looks) & last;
      if (this.#slots[at] !== undefined) continue;
      this.#slots[at] = part;
      return;
    }
  }

  #grow(): void {
    const parts = this.#slots;
    this.#slots = new Array(parts.length * 4).fill(undefined);
    for (const part of parts) if (part !== undefined) this.#put(part);
  }
}

function hasMembers(members: readonly unknown[], stack: readonly unknown[], base: number, top: number): boolean {
  if (members.length !== top - base) return false;
  for (let i = 0; i < members.length; i++) if (members[i] !== stack[base + i]) return false;
  return true;
}
