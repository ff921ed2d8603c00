import type { Configuration, HandoffConfiguration } from "./types.ts";

const LISTS = ["transfer_functions", "handoffs", "topics", "tasks"] as const;

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
  keepsList(name: string, value: unknown): boolean {
    const list = LISTS.find((known) => known === name);
    if (list === undefined || this.#before === undefined || value !== this.#before[list]) return false;
    this.#lists.add(list);
    return true;
  }

  /** Whether the item at `position` of the list of handoffs is the very one, here or elsewhere in that list. */
  keepsHandoff(item: unknown, position: number): boolean {
    if (this.#before === undefined) return false;
    const found = this.#find(item, this.#before.handoffs);
    if (found === -1) this.#changed.push(position);
    else if (found !== position) this.#areInPlace = false;
    return found !== -1;
  }

  has(list: (typeof LISTS)[number]): boolean {
    return this.#lists.has(list);
  }

  /** Positions of those of the handoffs that are not the very ones, ascending. */
  changed(handoffs: readonly unknown[]): readonly number[] {
    return this.#before === undefined ? [...handoffs.keys()] : this.#changed;
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
