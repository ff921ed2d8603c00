import fc from "fast-check";
import { describe, it } from "vitest";
import { FIRST_INSTANT } from "../../src/time/instant.ts";
import { scenario } from "./arbitraries.ts";
import { dateAfter, dateAt } from "./civil-instants.ts";
import { engineFor, withConfiguration } from "./engine-for.ts";
import { failure } from "./failure.ts";
import { holds } from "./holds.ts";
import { instantsOf } from "./instants.ts";
import { mapQueues } from "./map-queues.ts";
import { dateException } from "./queue-arbitraries.ts";

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

describe("a date exception more", () => {
  it("changes the queue on its date and the next, nowhere else", () => {
    const cases = fc.record({
      given: scenario({ picks: 60, handoffs: 1 }),
      exception: dateException,
      which: fc.nat({ max: 99 }),
      days: fc.integer({ min: -3, max: 3 }),
    });
    holds(cases, 100, ({ given, exception, which, days }) => {
      const anchor = given.anchors[which % given.anchors.length] as number;
      const [configured] = given.configuration.handoffs[0]?.destination ?? [];
      if (configured === undefined) throw new Error("a handoff without a queue");
      const { timezone } = configured;
      const date = dateAt(timezone, anchor, days);
      const other = mapQueues(given.configuration, (queue, q) =>
        q === 0 ? { ...queue, date_exceptions: { ...queue.date_exceptions, [date]: exception } } : queue,
      );
      const engine = engineFor(given);
      const [here] = engine.handoffs[0]?.queues ?? [];
      const [there] = engineFor(withConfiguration(given, other)).handoffs[0]?.queues ?? [];
      const around = Array.from(
        { length: 8 * 96 },
        (_, i) => anchor + (days - 3.5) * MS_PER_DAY + i * 15 * MS_PER_MINUTE,
      ).filter((at) => at >= FIRST_INSTANT);
      const touched = [date, dateAfter(date, 1)];
      for (const at of [...instantsOf(given, engine), ...around.map(Math.floor)]) {
        if (here?.isOpen(at) === there?.isOpen(at) || touched.includes(dateAt(timezone, at))) continue;
        throw failure("another date changed", given, at, { date, exception, before: here?.isOpen(at) });
      }
    });
  }, 300_000);
});
