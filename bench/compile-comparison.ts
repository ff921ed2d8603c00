import type { Configuration, QueueConfiguration } from "../src/config/types.ts";
import type { Parts } from "./bundled-parts.ts";
import { ratioFigure, type TimeComparison } from "./comparison.ts";
import { createEngine, ENGINE_VERSION, type Queue } from "./engine.ts";
import { FLEET_NOW, fleet } from "./fleet.ts";
import type { Form } from "./form.ts";
import { type Contender, type Group, interleave } from "./interleave.ts";
import { installed } from "./load.ts";
import { seeded } from "./random.ts";
import { temporalBoundaries } from "./temporal-boundaries.ts";

const SCHEDULES = 1000;
const ENGINE = "createEngine";
const COMPILE = "compileState";
const TEMPORAL = "Temporal a boundary";
const DAY = 86_400_000;

/** What a schedule costs to compile. A question is a schedule; its answer, what it says at a few instants. */
export function compileComparison({ rounds, large }: Form, parts: Parts): TimeComparison {
  const beside = [50, 60].map((seed) => contenders(50, seed, 1, parts));
  interleave(1, beside);
  const timings = interleave(rounds, [contenders(SCHEDULES, 3, large ? 12 : 3, parts)]);
  interleave(0, beside);
  return {
    title: "Compile against Temporal a boundary",
    about:
      "A configuration of 1,000 typical schedules (5 days, 20 exceptions) over 408 days, parsed, with its zones known from " +
      "before: `compileState`, the part of `createEngine` that compiles what has been checked, against one " +
      "`PlainDateTime.toZonedDateTime` for each time at which a queue opens or closes; `createEngine`, checks and all, beside " +
      "it. Time a schedule.",
    question: "schedule",
    timings,
    measures: [COMPILE, ENGINE],
    figures: [
      ...ratioFigure(timings, [TEMPORAL, COMPILE], "at least", 1000),
      // Beside it: what is compiled must be checked first, which Temporal is spared.
      ...ratioFigure(timings, [TEMPORAL, ENGINE], "at least", 1000, false),
    ],
  };
}

function contenders(schedules: number, seed: number, ofTemporal: number, parts: Parts): Group {
  const size = { handoffs: schedules, queuesPerHandoff: 1, schedules, load: "typical", seed } as const;
  const configuration = JSON.parse(JSON.stringify(fleet(size))) as Configuration;
  const random = seeded(seed);
  const probes = Array.from({ length: 16 }, () => Math.floor(FLEET_NOW + random() * 390 * DAY));
  const engine: Contender = {
    name: ENGINE,
    version: ENGINE_VERSION,
    questions: schedules,
    sum(from, to) {
      const handoffs = configuration.handoffs.slice(from, to);
      const compiled = createEngine({ ...configuration, handoffs }, { now: () => FLEET_NOW }).handoffs;
      let sum = 0;
      compiled.forEach((handoff, i) => {
        const queue = handoff.queues[0] as Queue;
        const open = probes.filter((at) => queue.isOpen(at)).length;
        sum = (sum + open * (((from + i) & 1023) + 1)) | 0;
      });
      return sum;
    },
  };
  const zones = parts.cachedZones(parts.runtimeZones());
  const window = { firstDay: Math.floor(FLEET_NOW / DAY) - 7, days: 408 };
  const compile: Contender = {
    name: COMPILE,
    version: "src/state.ts",
    questions: schedules,
    sum(from, to) {
      const handoffs = configuration.handoffs.slice(from, to);
      const { tree, table } = parts.compileState({ ...configuration, handoffs }, zones, window, 1);
      let sum = 0;
      for (let i = from; i < to; i++) {
        const schedule = parts.scheduleOf(table, table.firstQueue[i - from] as number);
        const open = probes.filter((at) => parts.isOpen(tree, schedule, Math.floor(at / 60_000))).length;
        sum = (sum + open * ((i & 1023) + 1)) | 0;
      }
      return sum;
    },
  };
  const temporal: Contender = {
    name: TEMPORAL,
    version: installed("@js-temporal/polyfill"),
    questions: ofTemporal,
    sum(from, to) {
      let sum = 0;
      for (let i = from; i < to; i++) {
        const queue = configuration.handoffs[i]?.destination[0] as QueueConfiguration;
        const ends = temporalBoundaries(queue, FLEET_NOW - 7 * DAY, FLEET_NOW + 400 * DAY);
        const open = probes.filter((at) => ends.findLastIndex((end) => end <= at) % 2 === 0).length;
        sum = (sum + open * ((i & 1023) + 1)) | 0;
      }
      return sum;
    },
  };
  return [engine, compile, temporal];
}
