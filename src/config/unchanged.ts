import type { LooseObject } from "./loose.ts";
import type { Configuration, HandoffConfiguration } from "./types.ts";

/** How far the next handoff is looked for, as some in a row may have been taken out. */
const NEAR = 16;

/**
 * What of a configuration is the very object that stands in the one that serves. That is a frozen copy of ours and known
 * to be sound by itself, so it is neither copied nor looked at again; only its neighbours may have changed. Filled while
 * the configuration is read, once.
 */
export class Unchanged {
  readonly #before: Configuration | undefined;
  readonly #lists = new Set<string>();
  readonly #changed: number[] = [];
  #areInPlace = true;
  /** Behind the handoff that was found last, and all of them, when looking near did not help. */
  #next = 0;
  #missed = 0;
  #all: Map<unknown, number> | undefined;

  constructor(before?: Configuration) {
    this.#before = before;
  }

  /** Whether a list of the configuration is the very one. */
  keepsList(name: string, list: unknown): boolean {
    const before: LooseObject = { ...this.#before };
    const isKept = Array.isArray(list) && list === before[name];
    if (isKept) this.#lists.add(name);
    return isKept;
  }

  /** Whether the item at `position` of the list of handoffs is the very one, here or elsewhere in that list. */
  keepsHandoff(item: unknown, position: number): boolean {
    const found = this.#before === undefined ? -1 : this.#find(item, this.#before.handoffs);
    if (found === -1) this.#changed.push(position);
    else if (found !== position) this.#areInPlace = false;
    return found !== -1;
  }

  has(list: "transfer_functions" | "handoffs" | "topics" | "tasks"): boolean {
    return this.#lists.has(list);
  }

  /** Positions of the handoffs that are not unchanged, ascending. */
  get changed(): readonly number[] {
    return this.#changed;
  }

  /** Whether the names of handoffs, those of their functions, and the transfer functions, are what they were. */
  hasNamesOf(handoffs: readonly unknown[]): boolean {
    const before = this.#before?.handoffs;
    if (before === undefined || !this.has("transfer_functions")) return false;
    return (
      this.has("handoffs") ||
      (this.#areInPlace &&
        before.length === handoffs.length &&
        this.#changed.every((h) => hasNamesOf(before[h] as HandoffConfiguration, handoffs[h])))
    );
  }

  #find(item: unknown, before: readonly HandoffConfiguration[]): number {
    const end = Math.min(this.#next + NEAR, before.length);
    for (let h = this.#next; h < end; h++) {
      if (before[h] !== item) continue;
      this.#next = h + 1;
      return h;
    }
    this.#missed++;
    if (this.#missed < NEAR) return -1;
    this.#all ??= new Map(before.map((handoff, h) => [handoff, h]));
    const found = this.#all.get(item) ?? -1;
    if (found !== -1) this.#next = found + 1;
    return found;
  }
}

function hasNamesOf(before: HandoffConfiguration, after: unknown): boolean {
  const { name, function_name } = (after ?? {}) as { readonly [key: string]: unknown };
  return name === before.name && function_name === before.function_name;
}
