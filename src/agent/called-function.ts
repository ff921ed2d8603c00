import { nearest } from "../config/nearest.ts";
import { didYouMean } from "../config/problem.ts";
import { quote, quoteName } from "../config/quote.ts";
import type { Configuration } from "../config/types.ts";
import { functionNameOf } from "../resolve/resolution.ts";
import type { TransferResult } from "./transfer.ts";

/** The agent called what no handoff offers. */
export interface UnknownFunction {
  readonly outcome: "unknown_function";
  /** As it was called; what is no text, as JSON. */
  readonly function_name: string;
  readonly message: string;
  /** The nearest names, best first. */
  readonly nearest: readonly string[];
}

/** Told apart by `outcome`. */
export type CallResult = TransferResult | UnknownFunction;

type Listed = Configuration["handoffs"];

const byFunction = new WeakMap<Listed, ReadonlyMap<string, string>>();

/** The handoff that a function stands for, by name. */
export function handoffOfFunction({ handoffs }: Configuration, name: unknown): string | undefined {
  return typeof name === "string" ? functionsOf(handoffs).get(name) : undefined;
}

export function unknownFunction({ handoffs }: Configuration, name: unknown): UnknownFunction {
  const near = typeof name === "string" ? nearest(name, functionsOf(handoffs).keys(), 3) : [];
  const shown = typeof name === "string" ? quoteName(name) : quote(name);
  return {
    outcome: "unknown_function",
    function_name: typeof name === "string" ? name : quote(name),
    message: `no function is named ${shown}${didYouMean(near.map(quoteName))}`,
    nearest: near,
  };
}

function functionsOf(handoffs: Listed): ReadonlyMap<string, string> {
  let known = byFunction.get(handoffs);
  if (known === undefined) {
    known = new Map(handoffs.map((handoff) => [functionNameOf(handoff), handoff.name]));
    byFunction.set(handoffs, known);
  }
  return known;
}
