import type { HandoffConfiguration, QueueConfiguration } from "../config/types.ts";
import { MS_PER_MINUTE } from "../time/instant.ts";
import { heldRequirements } from "./check-requirements.ts";
import { Weeks } from "./civil-weeks.ts";
import type { ClassCoverage, Coverage, CoverageOptions, HandoffCoverage, QueueShare } from "./coverage-types.ts";
import { knownZone } from "./known-zone.ts";
import { minutesOf } from "./length.ts";
import type { Meaning } from "./meaning.ts";
import { handoffsIn } from "./named.ts";
import { neverServed } from "./never-served.ts";
import { OpenTimes } from "./open-times.ts";
import { type Range, rangeOf } from "./range.ts";
import { type RequestKind, requestGroups } from "./request-groups.ts";
import { NOBODY, sameTurns, servedStretches, type Turns, turnsOf, unservedStretches } from "./serving.ts";
import { unusualDays } from "./unusual-days.ts";

/**
 * Which requests no queue serves, and when, queue by queue who serves how much, what is unusual, and which requirements
 * are broken. Throws an UnknownNameError for a handoff, a RangeError for a zone, a range or a requirement that is none.
 */
export function coverage(engine: Meaning, options: CoverageOptions = {}): Coverage {
  const { zoneSource: zones } = engine;
  const range = rangeOf(options, engine);
  const times = new OpenTimes(zones, range);
  const weeks = new Weeks(engine, range);
  const handoffs = handoffsIn(engine, options);
  return {
    ...range,
    zones: { name: zones.name, version: zones.version },
    handoffs: handoffs.map((handoff) => handoffCoverage(handoff, engine, range, times, weeks, options.timezone)),
    requirements: heldRequirements(options.requirements ?? [], handoffs, engine, range, times),
  };
}

function handoffCoverage(
  { name, destination }: HandoffConfiguration,
  { zoneSource: zones }: Meaning,
  range: Range,
  times: OpenTimes,
  weeks: Weeks,
  timezone: string = (destination[0] as QueueConfiguration).timezone,
): HandoffCoverage {
  const { groups, classesOf } = requestGroups([destination]);
  const alike: { readonly kinds: RequestKind[]; readonly turns: Turns }[] = [];
  for (const { kinds, eligible } of groups) {
    const turns = turnsOf(eligible[0] ?? [], (q) => times.of(destination[q] as QueueConfiguration), range);
    const known = alike.find((one) => sameTurns(one.turns, turns));
    if (known === undefined) alike.push({ kinds: [...kinds], turns });
    else known.kinds.push(...kinds);
  }
  const serve = new Set(alike.flatMap(({ turns }) => turns.queues.filter((queue) => queue !== NOBODY)));
  return {
    handoff: name,
    timezone: knownZone(timezone, zones),
    classes: alike.map(({ kinds, turns }): ClassCoverage => {
      const unserved = unservedStretches(turns, range.to);
      const minutes = (range.to - range.from) / MS_PER_MINUTE;
      const servedMinutes = minutes - minutesOf(unserved);
      const shares = sharesOf(servedStretches(turns, destination, range.to), servedMinutes);
      return {
        requests: classesOf(kinds),
        minutes,
        servedMinutes,
        unserved,
        week: weeks.of(unserved, timezone),
        shares,
      };
    }),
    neverChosen: neverServed(destination, serve, times, zones, range.from),
    unusual: unusualDays(destination, zones, range),
  };
}

function sharesOf(served: ReturnType<typeof servedStretches>, servedMinutes: number): readonly QueueShare[] {
  const shares = new Map<number, QueueShare>();
  for (const { queue, index, start, end } of served) {
    const minutes = (shares.get(index)?.minutes ?? 0) + (end - start) / MS_PER_MINUTE;
    shares.set(index, { queue, index, minutes, share: minutes / servedMinutes });
  }
  return [...shares.values()].sort((a, b) => a.index - b.index);
}
