import type { Tree } from "../src/tree/tree.ts";
import type { Parts } from "./bundled-parts.ts";
import { FLEET_NOW, fleet } from "./fleet.ts";
import { seeded } from "./random.ts";

/** A tree that rolls on from day to day. */
export interface Rolling {
  /** By day. */
  readonly trees: readonly Tree[];
  /** The tree of a day: rolled from that of the day before, or built anew. */
  readonly build: (day: number, before?: Tree) => Tree;
  /** Anew from the configuration. */
  readonly compile: (day: number) => Tree;
  /** How many of some random queues are open at random minutes, half of these on the window's last day. */
  readonly answer: (tree: Tree) => number;
}

const DAYS = 408;
const MINUTES_PER_DAY = 1440;

/**
 * Day 1 is the first of an era. The window ends half a year after the fleet's now: behind its exceptions, which last a
 * year, all days that come in would be ordinary.
 */
const FIRST_DAY = ((Math.floor(FLEET_NOW / 86_400_000) + 220) & ~255) - DAYS;

export function rolling(schedules: number, days: number, seed: number, parts: Parts): Rolling {
  const zones = parts.cachedZones(parts.runtimeZones());
  const configuration = fleet({ handoffs: schedules, queuesPerHandoff: 1, schedules, load: "typical", seed });
  const window = (day: number) => ({ firstDay: FIRST_DAY + day, days: DAYS });
  const { numbers, tree } = parts.compileState(configuration, zones, window(0), 1);

  function build(day: number, before?: Tree): Tree {
    const builder = parts.treeBuilder({ numbers, zones }, window(day), before);
    builder.advance(() => true);
    return builder.finish();
  }

  const trees = [tree];
  for (let day = 1; day < days; day++) trees.push(build(day, trees[day - 1]));
  const random = seeded(seed + 1);
  const below = (limit: number) => Math.floor(random() * limit);
  const probes = Array.from({ length: 64 }, (_, p) => ({
    schedule: below(schedules),
    minute: (p % 2 === 0 ? DAYS - 1 : below(DAYS)) * MINUTES_PER_DAY + below(MINUTES_PER_DAY),
  }));
  return {
    trees,
    build,
    compile: (day) => parts.compileState(configuration, zones, window(day), 1).tree,
    answer: (asked) =>
      probes.filter(({ schedule, minute }) => parts.isOpen(asked, schedule, asked.firstMinute + minute)).length,
  };
}
