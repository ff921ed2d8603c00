import type { Explanation } from "../resolve/explanation.ts";
import type { Request } from "../resolve/request.ts";
import type { Resolution } from "../resolve/resolution.ts";
import type { ZoneSource } from "../time/zone.ts";
import type { CaseResult, ExpectationCase, ExpectationResult, ExpectedOpen } from "./expectation-types.ts";
import { parseInstant } from "./instant-text.ts";
import { premiseHolds } from "./premise.ts";
import { type Stretch, stretchesOf } from "./stretch.ts";
import { without } from "./without.ts";

/** Who is asked: every handoff of an engine is one. */
export interface Asked {
  readonly queues: readonly { intervals(from: number, to: number): readonly Stretch[] }[];
  resolve(request: Request): Resolution;
  explain(request: Request): Explanation;
}

/** One case against whom it is about. The case must be sound. */
export function runCase(
  { name, handoff, premises = [], expect, open }: ExpectationCase,
  asked: Asked,
  zones: ZoneSource,
): CaseResult {
  const held = premises.map((premise) => ({ premise, holds: premiseHolds(premise, zones) }));
  const results = expect.map((expectation): ExpectationResult => {
    const { channel, language, queue } = expectation;
    const at = parseInstant(expectation.at, zones).at as number;
    const resolution = asked.resolve({ at, channel, language });
    const got = resolution.available ? resolution.queue : null;
    const explanation = asked.explain({ at, channel, language });
    return { expectation, at, passed: got === queue, expected: queue, got, explanation };
  });
  const opened = open && openResult(open, asked, zones);
  const asOpen = opened === undefined || opened.missing.length + opened.surplus.length === 0;
  return {
    name,
    handoff,
    passed: asOpen && held.every(({ holds }) => holds) && results.every(({ passed }) => passed),
    premises: held,
    results,
    ...(opened && { open: opened }),
  };
}

function openResult({ from, to, spans }: ExpectedOpen, { queues }: Asked, zones: ZoneSource) {
  const at = (text: string) => parseInstant(text, zones).at as number;
  const expected = spans.flatMap(([start, end]) => [at(start), at(end)]);
  const got = (queues[0]?.intervals(at(from), at(to)) ?? []).flatMap(({ start, end }) => [start, end]);
  return { missing: stretchesOf(without(expected, got)), surplus: stretchesOf(without(got, expected)) };
}
