import fc from "fast-check";
import { describe, it } from "vitest";
import type { Destination, HandoffConfiguration, QueueConfiguration } from "../../src/config/types.ts";
import type { Engine } from "../../src/index.ts";
import { type Scenario, scenario } from "./arbitraries.ts";
import { engineFor, withConfiguration } from "./engine-for.ts";
import { failure } from "./failure.ts";
import { holds } from "./holds.ts";
import { instantsOf } from "./instants.ts";

function engineOf(given: Scenario, destination: Destination): Engine {
  const handoff = { ...(given.configuration.handoffs[0] as HandoffConfiguration), destination };
  return engineFor(withConfiguration(given, { ...given.configuration, handoffs: [handoff] }));
}

/** The queues of a scenario with names of their own, so that an answer tells its place. */
function distinctQueues({ configuration }: Scenario): readonly QueueConfiguration[] {
  return (configuration.handoffs[0]?.destination ?? []).map((queue, q) => ({ ...queue, name: `Queue ${q}` }));
}

describe("a queue that is moved up", () => {
  it("takes requests from the queues that it overtakes, and changes nothing else", () => {
    const cases = fc.tuple(scenario({ picks: 80, handoffs: 1 }), fc.nat({ max: 5 }), fc.nat({ max: 5 }));
    holds(cases, 120, ([given, a, b]) => {
      const queues = distinctQueues(given);
      const [up, down] = [Math.min(a, b, queues.length - 1), Math.min(Math.max(a, b), queues.length - 1)];
      const moved = queues[down] as QueueConfiguration;
      const [before, after] = [
        engineOf(given, queues),
        engineOf(given, queues.toSpliced(down, 1).toSpliced(up, 0, moved)),
      ];
      instantsOf(given, before).forEach((at, i) => {
        const request = { ...given.requests[i % given.requests.length], at };
        const [one, two] = [before.resolve("Handoff 0", request), after.resolve("Handoff 0", request)];
        const place = one.available ? queues.findIndex(({ name }) => name === one.queue) : -1;
        const taken = place >= up && place < down && two.available && two.queue === moved.name;
        if (taken || JSON.stringify(one) === JSON.stringify(two)) return;
        throw failure("order", given, at, { request, before: one, after: two, up, down });
      });
    });
  }, 300_000);
});

describe("a queue that is taken out", () => {
  it("changes only the answers that named it", () => {
    const cases = fc.tuple(scenario({ picks: 80, handoffs: 1 }), fc.nat({ max: 5 }));
    holds(cases, 100, ([given, which]) => {
      const queues = distinctQueues(given);
      if (queues.length === 1) return;
      const out = which % queues.length;
      const [before, after] = [engineOf(given, queues), engineOf(given, queues.toSpliced(out, 1))];
      instantsOf(given, before).forEach((at, i) => {
        const request = { ...given.requests[i % given.requests.length], at };
        const [one, two] = [before.resolve("Handoff 0", request), after.resolve("Handoff 0", request)];
        if (one.available && one.queue === queues[out]?.name) return;
        if (JSON.stringify(one) !== JSON.stringify(two)) throw failure("taken out", given, at, { request, one, two });
      });
    });
  }, 300_000);
});
