import type { Handoff } from "../../src/index.ts";
import type { Asked, Fail } from "./each-instant.ts";
import { gapsOf, samplesOf } from "./samples.ts";

/** The answers of one handoff about `[request.at, horizon)` against each other. */
export function checkHandoff(handoff: Handoff, request: Asked, horizon: number, fail: Fail): void {
  const { at } = request;
  const resolution = handoff.resolve(request);
  const spans = handoff.intervals({ ...request, from: at, to: horizon });
  const [first] = spans;
  const served = first?.start === at ? first.queue : undefined;
  if (served !== (resolution.available ? resolution.queue : undefined)) {
    throw fail("handoff.resolve, handoff.intervals", { resolution, first });
  }
  const next = handoff.nextChange(request);
  const edge = resolution.available ? first?.end : first?.start;
  if (next?.at !== (edge !== undefined && edge < horizon ? edge : undefined)) {
    throw fail("handoff.nextChange, handoff.intervals", { next, first });
  }
  if (next !== undefined) {
    const [then, justBefore] = [next.at, next.at - 1].map((instant) => handoff.resolve({ ...request, at: instant }));
    if (then !== next.resolution || then === resolution || justBefore !== resolution) {
      throw fail("handoff.nextChange, handoff.resolve", { resolution, next, justBefore, then });
    }
  }
  for (const { start, end, queue } of spans.slice(0, 8)) {
    const answers = samplesOf({ start, end }).map((instant) => handoff.resolve({ ...request, at: instant }));
    if (!answers.every((answer) => answer.available && answer.queue === queue && answer === answers[0])) {
      throw fail("handoff.intervals, handoff.resolve", { start, end, queue, answers });
    }
  }
  for (const { start, end } of gapsOf(spans, at, horizon).slice(0, 8)) {
    if (samplesOf({ start, end }).some((instant) => handoff.resolve({ ...request, at: instant }).available)) {
      throw fail("gaps of handoff.intervals, handoff.resolve", { start, end });
    }
  }
}
