import type { HandoffConfiguration } from "../config/types.ts";
import { buildRoutingTable, type NumberOf, type RoutingTable } from "./build-routing-table.ts";
import type { Resolution } from "./resolution.ts";

/** A handoff that the configuration before did not have. */
export const NEW = -1;

/** Arguments lie on the stack; some engines take no more than 65,535. */
const MOST_ARGUMENTS = 1 << 15;

/** The table of a configuration of which most handoffs stand in `before` already: `origins` says where, or NEW. */
export function amendRoutingTable(
  before: RoutingTable,
  handoffs: readonly HandoffConfiguration[],
  origins: Int32Array,
  numberOf: NumberOf,
): RoutingTable {
  const built = buildRoutingTable(
    handoffs.filter((_, h) => origins[h] === NEW),
    numberOf,
    before,
  );
  const firstQueue = new Int32Array(handoffs.length + 1);
  const queues: Int32Array[] = [];
  const answers: (readonly Resolution[])[] = [];

  function take(table: RoutingTable, from: number, to: number, at: number): void {
    const { firstQueue: first } = table;
    const [start, end] = [first[from] as number, first[to] as number];
    const shift = (firstQueue[at] as number) - start;
    for (let h = from; h < to; h++) firstQueue[at + 1 + h - from] = (first[h + 1] as number) + shift;
    queues.push(table.queues.subarray(2 * start, 2 * end));
    answers.push(table.answers.slice(start, end));
  }

  let taken = 0;
  for (let h = 0; h < handoffs.length; ) {
    const origin = origins[h] as number;
    let run = 1;
    if (origin === NEW) {
      take(built, taken, taken + 1, h);
      taken++;
    } else {
      while (h + run < handoffs.length && origins[h + run] === origin + run) run++;
      take(before, origin, origin + run, h);
    }
    h += run;
  }
  return Object.freeze({
    firstQueue,
    queues: joined(queues),
    languages: built.languages,
    sets: built.sets,
    // `flat` asks each place whether there is something.
    answers: answers.length > MOST_ARGUMENTS ? answers.flat() : ([] as Resolution[]).concat(...answers),
  });
}

function joined(parts: readonly Int32Array[]): Int32Array {
  const whole = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
