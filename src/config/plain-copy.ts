import { type Freeze, frozenList, frozenObject } from "./frozen.ts";
import { hashWith, isLeaf, leafHash, textHash } from "./leaf.ts";
import { pointerTo } from "./pointer.ts";
import { PHRASES, type Problem, problem } from "./problem.ts";
import { quoteName } from "./quote.ts";
import { SharedParts } from "./shared-parts.ts";
import type { Unchanged } from "./unchanged.ts";

/** Deeper than any configuration; JSON Schemas of transfer functions need the most. */
const MAX_DEPTH = 64;

/** Where the inside of a queue begins. What lies above has names of its own, so that no two are equal. */
const IN_DESTINATION = 2;
const IN_CONFIGURATION = 5;

/**
 * A frozen copy of what the caller gave, of plain data alone. Validation and compilation read the copy, so getters, proxies
 * and later changes of the original cannot make one see what the other did not. What JSON cannot hold becomes a problem,
 * and null in the copy. Parts of queues that are equal are one object; what is unchanged is taken as it is.
 */
export function plainCopy(
  given: unknown,
  problems: Problem[],
  unchanged: Unchanged,
  tick?: (handoff: number, of: number) => void,
): unknown {
  return new Copier(problems, unchanged, tick).copyOf(given, 0);
}

class Copier {
  readonly #problems: Problem[];
  readonly #unchanged: Unchanged;
  readonly #tick: ((handoff: number, of: number) => void) | undefined;
  #isTicking = false;
  /** The keys and the objects from the root to here. Pointers are made only for problems. */
  readonly #keys: (string | number)[] = [];
  readonly #holders: object[] = [];
  /** Copies of the members of every holder that is being read: items of a list, keys and values of an object. */
  readonly #stack: unknown[] = [];
  #top = 0;
  readonly #lists = new SharedParts(frozenList);
  readonly #objects = new SharedParts(frozenObject);
  /** Whether someone has given all objects keys. */
  readonly #isPolluted = hasKeys(Object.prototype);
  /** Holders are shared from this depth on. */
  #sharedFrom = IN_DESTINATION;
  /** Of what was copied last. */
  #hash = 0;

  constructor(problems: Problem[], unchanged: Unchanged, tick: ((handoff: number, of: number) => void) | undefined) {
    this.#problems = problems;
    this.#unchanged = unchanged;
    this.#tick = tick;
  }

  copyOf(value: unknown, depth: number): unknown {
    if (isLeaf(value)) {
      this.#hash = leafHash(value);
      return value;
    }
    if (typeof value === "object" && value !== null) return this.#holder(value, depth);
    if (typeof value !== "string") return this.#refuse(depth, value, kindOf(value));
    this.#problems.push(problem("E_UTF16", this.#pointer(depth), value));
    return value;
  }

  #holder(value: object, depth: number): unknown {
    const holders = this.#holders;
    for (let i = 0; i < depth; i++) {
      if (holders[i] === value) {
        this.#problems.push(problem("E_CYCLE", this.#pointer(depth), null));
        return null;
      }
    }
    if (depth >= MAX_DEPTH) {
      this.#problems.push(problem("E_DEPTH", this.#pointer(depth), null, MAX_DEPTH));
      return null;
    }
    holders[depth] = value;
    const base = this.#top;
    try {
      return Array.isArray(value) ? this.#list(value, depth, base) : this.#object(value, depth, base);
    } catch (error) {
      if (this.#isTicking) throw error;
      // A getter or a proxy of the caller's: whatever it throws says nothing about the configuration.
      return this.#refuse(depth, null, PHRASES.unreadable);
    } finally {
      this.#top = base;
    }
  }

  #list(value: readonly unknown[], depth: number, base: number): object {
    const areHandoffs = depth === 1 && this.#keys[0] === "handoffs";
    let hash = 1;
    for (let i = 0; i < value.length; i++) {
      this.#keys[depth] = i;
      if (areHandoffs && i % 256 === 0) this.#tell(i, value.length);
      const item = value[i];
      const isTaken = areHandoffs && this.#unchanged.keepsHandoff(item, i);
      const copy = isTaken ? item : this.copyOf(item, depth + 1);
      this.#stack[this.#top] = copy;
      this.#top++;
      hash = hashWith(hash, this.#hash);
    }
    return this.#copy(this.#lists, frozenList, hash, depth, base);
  }

  #object(value: object, depth: number, base: number): object | null {
    const prototype: unknown = Object.getPrototypeOf(value);
    // Plain objects of another realm have a prototype that is not ours, whose own prototype is null.
    if (prototype !== null && prototype !== Object.prototype && Object.getPrototypeOf(prototype) !== null) {
      return this.#refuse(depth, null, PHRASES.ofClass(quoteName(className(value))));
    }
    const shared = depth >= this.#sharedFrom;
    const mayInherit = prototype === Object.prototype ? this.#isPolluted : prototype !== null;
    let hash = 2;
    // Twice as fast as a list of keys.
    for (const key in value) {
      if (mayInherit && !Object.hasOwn(value, key)) continue;
      const member = (value as { readonly [key: string]: unknown })[key];
      if (member === undefined) continue;
      // Numbers stand outside of queues only: 0 and -0 are not equal, but are the same to a comparison.
      if (depth === 0) this.#sharedFrom = key === "handoffs" ? IN_CONFIGURATION : MAX_DEPTH;
      if (!key.isWellFormed()) {
        this.#keys[depth] = key;
        this.#problems.push(problem("E_UTF16", this.#pointer(depth + 1), key));
        continue;
      }
      let copy: unknown = member;
      let memberHash = 0;
      if (isLeaf(member)) {
        if (shared) memberHash = leafHash(member);
      } else if (depth > 0 || !this.#unchanged.keepsList(key, member)) {
        this.#keys[depth] = key;
        copy = this.copyOf(member, depth + 1);
        memberHash = this.#hash;
      }
      this.#stack[this.#top] = key;
      this.#stack[this.#top + 1] = copy;
      this.#top += 2;
      if (shared) hash = hashWith(hashWith(hash, textHash(key)), memberHash);
    }
    return this.#copy(this.#objects, frozenObject, hash, depth, base);
  }

  /** Of the members that stand on the stack from `base` on. */
  #copy(parts: SharedParts, freeze: Freeze, hash: number, depth: number, base: number): object {
    if (depth < this.#sharedFrom) return freeze(this.#stack, base, this.#top);
    this.#hash = hash;
    return parts.copyOf(hash, this.#stack, base, this.#top);
  }

  #tell(handoff: number, of: number): void {
    this.#isTicking = true;
    this.#tick?.(handoff, of);
    this.#isTicking = false;
  }

  #refuse(depth: number, value: unknown, what: string): null {
    this.#problems.push(problem("E_NOT_JSON", this.#pointer(depth), value, what));
    return null;
  }

  #pointer(depth: number): string {
    return this.#keys.slice(0, depth).reduce<string>(pointerTo, "");
  }
}

/** What JSON cannot hold, and is no object. */
function kindOf(value: unknown): string {
  if (typeof value === "number") return String(value);
  return value === undefined ? "undefined" : `a ${typeof value}`;
}

function hasKeys(object: object): boolean {
  return Object.keys(object).length > 0;
}

function className(value: object): string {
  const name: unknown = value.constructor?.name;
  return typeof name === "string" && name !== "" ? name : "?";
}
