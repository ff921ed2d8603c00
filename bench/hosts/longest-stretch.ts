import type { HandoffConfiguration } from "../../src/config/types.ts";
import type { Engine } from "../engine.ts";
import { waited } from "./waited.ts";

const DAYS = 30;
/** A roll that goes on for longer than a second of uses would not be whole before the next day. */
const USES = 500;
const MS_PER_DAY = 86_400_000;

/** Days until a new era of the tree begins among the next ones: its roll is the longest. */
const DAYS_TO_ERA = 60;

/** In milliseconds. */
export interface Stretch {
  /** From its begin to its end. */
  readonly longest: number;
  /** The longest, of each the time left out for which the thread had no core. */
  readonly own: number;
}

/** The longest that one use takes while the clock moves a day ahead time and again. `wait` moves it. */
export function longestStretch(engine: Engine, wait: (days: number) => void): Stretch {
  const handoff = engine.handoff((engine.configuration.handoffs[0] as HandoffConfiguration).name);
  const { from } = engine.status().window;
  wait(DAYS_TO_ERA);
  do engine.status();
  while (engine.status().rolling);
  let longest = 0;
  let own = 0;
  for (let day = 0; day < DAYS; day++) {
    wait(1);
    for (let use = 0; use < USES; use++) {
      const before = waited();
      const start = performance.now();
      handoff.resolve();
      const taken = performance.now() - start;
      longest = Math.max(longest, taken);
      own = Math.max(own, taken - (waited() - before));
    }
  }
  const { window, rolling } = engine.status();
  if (rolling || window.from !== from + (DAYS_TO_ERA + DAYS) * MS_PER_DAY) throw new Error("the window has not moved");
  return { longest, own };
}
