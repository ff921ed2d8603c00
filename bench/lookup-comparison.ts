import type { Parts } from "./bundled-parts.ts";
import type { TimeComparison } from "./comparison.ts";
import { ratioFigure } from "./comparison.ts";
import type { Form } from "./form.ts";
import { type Contender, type Group, interleave, type OutsideContender } from "./interleave.ts";
import { type Lookups, lookups } from "./lookups.ts";
import { nativeLookup } from "./native/native-lookup.ts";
import { d3Array } from "./peers/d3-array.ts";
import { dateFnsTz } from "./peers/date-fns-tz.ts";
import { flatbush } from "./peers/flatbush.ts";
import { flattenIntervalTree } from "./peers/flatten-interval-tree.ts";
import { intl } from "./peers/intl.ts";
import { jsTemporalPolyfill } from "./peers/js-temporal-polyfill.ts";
import { luxon } from "./peers/luxon.ts";
import { mnemonist } from "./peers/mnemonist.ts";
import { nodeIntervalTree } from "./peers/node-interval-tree.ts";
import { openingHours } from "./peers/opening-hours.ts";
import { temporalPolyfill } from "./peers/temporal-polyfill.ts";
import { queueLookup } from "./queue-lookup.ts";
import { tablesOf, treeLookup } from "./tree-lookup.ts";

const SCHEDULES = 1000;

const AT_HAND = [jsTemporalPolyfill, temporalPolyfill, intl];
const TO_INSTALL = [
  luxon,
  dateFnsTz,
  openingHours,
  nodeIntervalTree,
  flattenIntervalTree,
  mnemonist,
  flatbush,
  d3Array,
];

/** `peers`: whether those that are to be installed are there. */
export async function lookupComparison(
  { rounds, questions }: Form,
  parts: Parts,
  peers: boolean,
): Promise<TimeComparison> {
  async function contenders(asked: Lookups, tables = tablesOf(asked, parts)): Promise<[Contender, ...Contender[]]> {
    const rest: Contender[] = [treeLookup(asked, tables, parts)];
    for (const peer of [...AT_HAND, ...(peers ? TO_INSTALL : [])]) rest.push(await peer(asked));
    return [queueLookup(asked), ...rest];
  }

  // More than one engine and one index of each kind are alive: of a lone one, V8 compiles the addresses into the code.
  const others: Group[] = [];
  for (const seed of [10, 20]) others.push(await contenders(lookups(100, 1 << 16, seed)));
  interleave(1, others);

  const asked = lookups(SCHEDULES, questions, 1);
  const tables = tablesOf(asked, parts);
  const native = nativeLookup(asked, tables);
  const [first, ...rest] = await contenders(asked, tables);
  const outside: readonly OutsideContender[] = native === undefined ? [] : [native.contender];
  const timings = interleave(rounds, [[first, ...rest, ...outside]]);
  native?.remove();
  interleave(0, others);

  const [queue, tree, c] = ["queue.isOpen", "the tree alone", "the same search in C"] as const;
  const atLeast = (peer: string, bar: number) => ratioFigure(timings, [peer, queue], "at least", bar);
  return {
    title: "Queue lookup",
    about:
      `Is this queue open at this instant: ${SCHEDULES.toLocaleString("en")} queues, each with a schedule of its own ` +
      "(5 days, 20 exceptions), a random queue and instant of 400 days. `queue.isOpen` is `handoff.queues[i].isOpen(at)`; " +
      "the tree alone is the search in it, without what the handle does before. Interval trees and flatbush have one index " +
      "a queue over whole minutes; opening_hours.js knows no time zones and is given the queue's wall clock for nothing.",
    question: "lookup",
    timings,
    measures: [queue, tree],
    indexed: { count: SCHEDULES, noun: "queue" },
    figures: [
      ...atLeast("naive @js-temporal/polyfill", 1000),
      ...atLeast("cached Intl, parsed by hand", 70),
      ...atLeast("mnemonist StaticIntervalTree", 25),
      ...atLeast("flatbush a queue", 10),
      ...atLeast("d3-array bisect on flat arrays", 4),
      ...atLeast("opening_hours.js, its subset", 350),
      ...ratioFigure(timings, [tree, c], "at most", 1.6),
    ],
  };
}
