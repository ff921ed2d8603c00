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
  #slots: (Part | undefined)[] = new Array(1024).fill(undefined);
  #parts = 0;
  #room = MOST_MEMBERS;

  /** The copy with the very members that `stack` holds from `base` to `top`. */
  find(hash: number, stack: readonly unknown[], base: number, top: number): object | undefined {
    const last = this.#slots.length - 1;
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      const part = this.#slots[(hash + looks) & last];
      if (part === undefined) return undefined;
      if (part.hash === hash && hasMembers(part.members, stack, base, top)) return part.copy;
    }
    return undefined;
  }

  add(part: Part): void {
    if (this.#room < part.members.length) return;
    this.#room -= part.members.length;
    this.#parts++;
    if (this.#parts * 2 > this.#slots.length) this.#grow();
    this.#put(part);
  }

  #put(part: Part): void {
    const last = this.#slots.length - 1;
    let at = part.hash & last;
    // One without a place goes unshared.
    for (let looks = 1; this.#slots[at] !== undefined; looks++) {
      if (looks === MOST_LOOKS) return;
      at = (at + 1) & last;
    }
    this.#slots[at] = part;
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
