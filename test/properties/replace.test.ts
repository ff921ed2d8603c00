import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Configuration } from "../../src/config/types.ts";
import { ConfigError } from "../../src/index.ts";
import { answersOf } from "./answers-of.ts";
import { scenario } from "./arbitraries.ts";
import { engineFor, withConfiguration } from "./engine-for.ts";
import { failure } from "./failure.ts";
import { holds } from "./holds.ts";
import { instantsOf } from "./instants.ts";
import { mapQueues } from "./map-queues.ts";

const mistakes: fc.Arbitrary<(configuration: Configuration) => Configuration> = fc.constantFrom(
  (given: Configuration) => mapQueues(given, (queue) => ({ ...queue, timezone: "Europe/Berlín" })),
  (given: Configuration) =>
    mapQueues(given, (queue) => ({ ...queue, weekly_hours: { mon: [{ start: "09:00", end: "09:00" }] } })),
  (given: Configuration) => mapQueues(given, (queue) => ({ ...queue, supported_languages: [] })),
  (given: Configuration) =>
    mapQueues(given, (queue) => ({ ...queue, date_exceptions: { "2026-02-30": { closed: true } } })),
  (given: Configuration) => ({ ...given, transfer_functions: [] }),
  (given: Configuration) => ({ ...given, handoffs: [...given.handoffs, ...given.handoffs] }),
);

describe("replace", () => {
  it("that is refused changes no answer", () => {
    const cases = fc.tuple(scenario({ picks: 30 }), scenario({ picks: 1 }), mistakes);
    holds(cases, 40, ([given, other, mistake]) => {
      const engine = engineFor(given);
      const instants = instantsOf(given, engine);
      const answers = () =>
        instants.map((at, i) => answersOf(engine, { ...given.requests[i % given.requests.length], at }));
      const before = answers();
      expect(() => engine.replace(mistake(other.configuration))).toThrow(ConfigError);
      const after = answers();
      const changed = instants.findIndex((_, i) => before[i] !== after[i]);
      if (changed >= 0) throw failure("refused", given, instants[changed], { before: before[changed] });
      expect(engine.status()).toMatchObject({ revision: 1, refused: { at: given.now } });
    });
  }, 300_000);

  it("that is accepted answers as an engine made just now, through old handles too", () => {
    holds(fc.tuple(scenario({ picks: 30 }), scenario({ picks: 30 })), 60, ([given, other]) => {
      const engine = engineFor(given);
      const handles = engine.handoffs.map((handoff) => ({ handoff, queues: handoff.queues }));
      const last = handles.map(({ handoff }) => handoff.configuration.agent_unavailable_instructions);
      engine.replace(other.configuration);
      const replaced = withConfiguration(given, other.configuration);
      const fresh = engineFor(replaced);
      const instants = [...instantsOf(replaced, fresh), ...instantsOf({ ...other, now: given.now }, fresh)];
      instants.forEach((at, i) => {
        const request = { ...other.requests[i % other.requests.length], at };
        const [here, there] = [answersOf(engine, request), answersOf(fresh, request)];
        if (here !== there) throw failure("accepted", replaced, at, { request, here, there });
        handles.forEach(({ handoff, queues }, h) => {
          const now = fresh.handoffs.find(({ name }) => name === handoff.name);
          const gone = { available: false, handoff: handoff.name, instructions: last[h] };
          const [old, anew] = [handoff.resolve(request), now?.resolve(request) ?? gone];
          if (JSON.stringify(old) !== JSON.stringify(anew))
            throw failure("handle", replaced, at, { request, old, anew });
          queues.forEach((queue, q) => {
            const [was, is] = [queue.isOpen(at), now?.queues[q]?.isOpen(at) ?? false];
            if (was !== is) throw failure("queue handle", replaced, at, { h, q, was, is });
          });
        });
      });
      expect(engine.status().revision).toBe(2);
    });
  }, 300_000);
});
