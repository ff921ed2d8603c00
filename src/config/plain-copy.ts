import { pointerTo } from "./pointer.ts";
import { PHRASES, type Problem, problem } from "./problem.ts";
import { quoteName } from "./quote.ts";
import { SharedParts } from "./shared-parts.ts";
import { hashWith, textHash } from "./text-hash.ts";
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
  readonly #lists = new SharedParts();
  readonly #objects = new SharedParts();
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
    if (typeof value === "string") {
      if (!value.isWellFormed()) this.#problems.push(problem("E_UTF16", this.#pointer(depth), value));
      if (depth > this.#sharedFrom) this.#hash = textHash(value);
      return value;
    }
    if (typeof value === "object" && value !== null) return this.#holder(value, depth);
    if (typeof value === "boolean" || value === null || Number.isFinite(value)) {
      this.#hash = Number(value);
      return value;
    }
    if (typeof value === "number") return this.#refuse(depth, value, String(value));
    return this.#refuse(depth, value, value === undefined ? "undefined" : `a ${typeof value}`);
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
    if (depth < this.#sharedFrom) return Object.freeze(this.#stack.slice(base, this.#top));
    this.#hash = hash;
    const same = this.#lists.find(hash, this.#stack, base, this.#top);
    if (same !== undefined) return same;
    const copy = Object.freeze(this.#stack.slice(base, this.#top));
    this.#lists.add({ hash, members: this.#stack.slice(base, this.#top), copy });
    return copy;
  }

  #object(value: object, depth: number, base: number): object | null {
    const prototype: unknown = Object.getPrototypeOf(value);
    // Plain objects of another realm have a prototype that is not ours, whose own prototype is null.
    if (prototype !== null && prototype !== Object.prototype && Object.getPrototypeOf(prototype) !== null) {
      return this.#refuse(depth, null, PHRASES.ofClass(quoteName(className(value))));
    }
    const shared = depth >= this.#sharedFrom;
    let hash = 2;
    for (const key in value) {
      if (!Object.hasOwn(value, key)) continue;
      const member = (value as { readonly [key: string]: unknown })[key];
      if (member === undefined) continue;
      this.#keys[depth] = key;
      // Numbers stand outside of queues only: 0 and -0 are not equal, but are the same to a comparison.
      if (depth === 0) this.#sharedFrom = key === "handoffs" ? IN_CONFIGURATION : MAX_DEPTH;
      if (!key.isWellFormed()) {
        this.#problems.push(problem("E_UTF16", this.#pointer(depth + 1), key));
        continue;
      }
      const isTaken = depth === 0 && this.#unchanged.keepsList(key, member);
      const copy = isTaken ? member : this.copyOf(member, depth + 1);
      this.#stack[this.#top] = key;
      this.#stack[this.#top + 1] = copy;
      this.#top += 2;
      if (shared) hash = hashWith(hashWith(hash, textHash(key)), this.#hash);
    }
    if (!shared) return objectOf(this.#stack, base, this.#top);
    this.#hash = hash;
    const same = this.#objects.find(hash, this.#stack, base, this.#top);
    if (same !== undefined) return same;
    const copy = objectOf(this.#stack, base, this.#top);
    this.#objects.add({ hash, members: this.#stack.slice(base, this.#top), copy });
    return copy;
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

/** More keys than any noun of the schemas has: such an object is keyed by data, as date exceptions are. */
const MOST_FIELDS = 12;

function objectOf(stack: readonly unknown[], base: number, top: number): object {
  const isTable = top - base > 2 * MOST_FIELDS;
  // An object without prototype begins as a hash table. Otherwise V8 would make a hidden class a key, at eight times the cost.
  const copy: { [key: string]: unknown } = isTable ? Object.create(null) : {};
  for (let i = base; i < top; i += 2) put(copy, stack[i] as string, stack[i + 1]);
  if (isTable) Object.setPrototypeOf(copy, Object.prototype);
  return Object.freeze(copy);
}

function put(copy: { [key: string]: unknown }, key: string, value: unknown): void {
  // Assignment to this one key would set the prototype instead.
  if (key === "__proto__") Object.defineProperty(copy, key, { value, enumerable: true, configurable: true });
  else copy[key] = value;
}

function className(value: object): string {
  const name: unknown = value.constructor?.name;
  return typeof name === "string" && name !== "" ? name : "?";
}
