import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Configuration, HandoffConfiguration } from "../../src/config/types.ts";
import { createEngine, type Handoff, type Queue } from "../../src/index.ts";
import { answersOf } from "./answers-of.ts";
import { scenario } from "./arbitraries.ts";
import { engineFor, withConfiguration } from "./engine-for.ts";
import { failure } from "./failure.ts";
import { ZONES } from "./ground.ts";
import { holds } from "./holds.ts";
import { instantsOf } from "./instants.ts";

const MS_PER_DAY = 86_400_000;
/** Handoffs that stay as they are, so that an edit is small beside them. */
const OTHERS = 24;

/** One edit: which handoff, what becomes of it, and how many days pass first. */
const edit = fc.record({
  at: fc.nat(),
  how: fc.constantFrom("change", "insert", "remove", "reorder"),
  hours: fc.nat(),
  days: fc.constantFrom(0, 0, 0, 1, 40),
});

function others(given: Configuration): readonly HandoffConfiguration[] {
  const [model] = given.handoffs as [HandoffConfiguration];
  return Array.from({ length: OTHERS }, (_, i) => ({
    ...model,
    name: `Other ${i}`,
    function_name: `handoff_other_${i}`,
  }));
}

function edited(
  handoffs: readonly HandoffConfiguration[],
  { at, how, hours }: { readonly at: number; readonly how: string; readonly hours: number },
  models: readonly HandoffConfiguration[],
  serial: number,
): readonly HandoffConfiguration[] {
  const index = at % handoffs.length;
  const old = handoffs[index] as HandoffConfiguration;
  const { destination } = models[hours % models.length] as HandoffConfiguration;
  if (how === "insert") {
    const fresh = { ...old, name: `New ${serial}`, function_name: `handoff_new_${serial}`, destination };
    return handoffs.toSpliced(index, 0, fresh);
  }
  if (how === "remove") return handoffs.length > 1 ? handoffs.toSpliced(index, 1) : handoffs;
  if (how === "reorder") return [...handoffs.slice(index), ...handoffs.slice(0, index)];
  return handoffs.with(index, { ...old, destination: [...destination].reverse() });
}

describe("edits of the configuration that serves", () => {
  it("answer as an engine made just now, one after the other, rolls in between, through all handles that ever were", () => {
    const cases = fc.tuple(
      scenario({ picks: 6 }),
      scenario({ picks: 1 }),
      fc.array(edit, { minLength: 1, maxLength: 6 }),
    );
    holds(cases, 25, ([given, other, edits]) => {
      let now = given.now;
      const first = {
        ...given.configuration,
        handoffs: [...given.configuration.handoffs, ...others(given.configuration)],
      };
      // Topics and tasks name handoffs that an edit may remove.
      const { topics, tasks, ...start } = first as Configuration;
      const engine = createEngine(start, { now: () => now, window: given.window, zones: ZONES });
      const transfer_functions = [...start.transfer_functions, ...other.configuration.transfer_functions].filter(
        ({ name }, i, all) => all.findIndex((transfer) => transfer.name === name) === i,
      );
      engine.replace({ ...engine.configuration, transfer_functions });
      const seen = new Map<string, { readonly handoff: Handoff; readonly queues: Set<Queue>; last: string }>();
      edits.forEach((step, serial) => {
        now += step.days * MS_PER_DAY;
        for (const handoff of engine.handoffs) {
          const { agent_unavailable_instructions: last } = handoff.configuration;
          const queues = [...(seen.get(handoff.name)?.queues ?? []), ...handoff.queues];
          seen.set(handoff.name, { handoff, queues: new Set(queues), last });
        }
        const models = [...other.configuration.handoffs, ...given.configuration.handoffs];
        const handoffs = edited(engine.configuration.handoffs, step, models, serial);
        engine.replace({ ...engine.configuration, handoffs });
        const scene = { ...withConfiguration(given, engine.configuration), now };
        const fresh = engineFor(scene);
        for (const [i, at] of [now, ...instantsOf(scene, fresh).slice(0, 8)].entries()) {
          const request = { ...given.requests[i % given.requests.length], at };
          const [here, anew] = [answersOf(engine, request), answersOf(fresh, request)];
          if (here !== anew) throw failure("edited", scene, at, { edits, serial, request, here, anew });
          for (const { handoff, queues, last } of seen.values()) {
            const there = fresh.handoffs.find(({ name }) => name === handoff.name);
            for (const queue of queues) {
              const [was, is] = [queue.isOpen(at), there?.queues[queue.index]?.isOpen(at) ?? false];
              if (was !== is) throw failure("queue handle", scene, at, { edits, serial, handoff, was, is });
            }
            if (there === undefined) {
              expect(handoff.resolve(request)).toEqual({
                available: false,
                handoff: handoff.name,
                instructions: last,
              });
            }
          }
        }
      });
      expect(engine.status().revision).toBe(2 + edits.length);
    });
  }, 300_000);
});
