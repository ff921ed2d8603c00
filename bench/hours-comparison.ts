import { lawIsOpen } from "../test/oracle/law.ts";
import type { TimeComparison } from "./comparison.ts";
import { ENGINE_VERSION, type Queue } from "./engine.ts";
import { fleetEngine } from "./fleet-engine.ts";
import type { Load } from "./fleet-hours.ts";
import type { Form } from "./form.ts";
import { type Group, interleave } from "./interleave.ts";
import { installed } from "./load.ts";
import { questions } from "./questions.ts";
import { isLaw, LAW } from "./resolve.ts";

const LOADS: readonly Load[] = ["typical", "worst", "hostile"];

/** What `isOpen` costs by how much there is to search. */
export function hoursComparison({ rounds, questions: count }: Form): TimeComparison {
  const groups = LOADS.flatMap((load) =>
    (["random", "now"] as const).map((when) => contenders(load, when, count >> 2)),
  );
  const timings = interleave(rounds, groups).filter((timing) => !isLaw(timing));
  return {
    title: "One queue by its hours",
    about:
      "`isOpen` of one queue at random instants of 400 days or within the hour around now. Typical hours are 5 days of one " +
      "interval and 20 exceptions, worst ones 7 days of two intervals and 300 exceptions; hostile ones have 360 intervals " +
      "on every day of the week. The law in Temporal checks the first 256 answers of each.",
    question: "lookup",
    timings,
    measures: ["typical, now"],
    indexed: { count: 1, noun: "queue" },
    figures: [],
  };
}

function contenders(load: Load, when: "random" | "now", count: number): Group {
  const { configuration, engine } = fleetEngine({ handoffs: 1, queuesPerHandoff: 1, schedules: 1, load, seed: 7 });
  const [handle, configured] = [engine.handoffs[0]?.queues[0], configuration.handoffs[0]?.destination[0]];
  if (configured === undefined) throw new Error("the fleet has no queue");
  const queue = handle as Queue;
  const { at } = questions(1, count, when, 8);
  return [
    {
      name: `${load}, ${when === "now" ? "now" : "random instants"}`,
      version: ENGINE_VERSION,
      questions: count,
      bytes: engine.status().bytes,
      sum(from, to) {
        let sum = 0;
        for (let i = from; i < to; i++) sum = (sum + Math.imul(+queue.isOpen(at[i] as number), (i & 1023) + 1)) | 0;
        return sum;
      },
    },
    {
      name: LAW,
      version: installed("@js-temporal/polyfill"),
      questions: 256,
      sum(from, to) {
        let sum = 0;
        for (let i = from; i < to; i++) if (lawIsOpen(configured, at[i] as number)) sum = (sum + (i & 1023) + 1) | 0;
        return sum;
      },
    },
  ];
}
