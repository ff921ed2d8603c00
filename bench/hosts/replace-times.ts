import type { HandoffConfiguration } from "../../src/config/types.ts";
import { lawResolve } from "../../test/oracle/law.ts";
import type { Engine } from "../engine.ts";
import { FLEET_NOW } from "../fleet.ts";

const TIMES = 5;
const HOUR = 3_600_000;
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** Gives one handoff other hours, time and again. Milliseconds of each `replace`. */
export function replaceTimes(engine: Engine): readonly number[] {
  return Array.from({ length: TIMES }, (_, time) => {
    const { configuration } = engine;
    const h = configuration.handoffs.length >> 1;
    const changed = withOtherHours(configuration.handoffs[h] as HandoffConfiguration, time);
    const next = { ...configuration, handoffs: configuration.handoffs.with(h, changed) };
    const start = performance.now();
    engine.replace(next);
    const taken = performance.now() - start;
    check(engine, changed);
    return taken;
  });
}

function withOtherHours(handoff: HandoffConfiguration, time: number): HandoffConfiguration {
  const intervals = [{ start: `0${time}:30`, end: `1${time}:15` }];
  const weekly_hours = Object.fromEntries(WEEKDAYS.map((day) => [day, intervals]));
  return { ...handoff, destination: handoff.destination.map((queue) => ({ ...queue, weekly_hours })) };
}

function check(engine: Engine, { name, destination }: HandoffConfiguration): void {
  for (let at = FLEET_NOW; at < FLEET_NOW + 32 * HOUR; at += HOUR) {
    const resolution = engine.resolve(name, { at });
    const byLaw = destination[lawResolve(destination, { at })]?.name;
    if (byLaw !== (resolution.available ? resolution.queue : undefined)) {
      throw new Error("after a replace, the engine and the law in Temporal give different answers");
    }
  }
}
