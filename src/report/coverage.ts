import type { HandoffConfiguration, QueueConfiguration } from "../config/types.ts";
import { MS_PER_MINUTE } from "../time/instant.ts";
import { offsetStretches } from "./civil-spans.ts";
import type { ClassCoverage, Coverage, CoverageOptions, HandoffCoverage, QueueShare } from "./coverage-types.ts";
import { knownZone } from "./known-zone.ts";
import { minutesOf } from "./length.ts";
import type { Meaning } from "./meaning.ts";
import { handoffNamed } from "./named.ts";
import { neverServed } from "./never-served.ts";
import { OpenTimes } from "./open-times.ts";
import { type Range, rangeOf } from "./range.ts";
import { type RequestKind, requestGroups } from "./request-groups.ts";
import { checkRequirement, requirementResults } from "./requirement-results.ts";
import { NOBODY, sameTurns, servedStretches, type Turns, turnsOf, unservedStretches } from "./serving.ts";
import { unusualDays } from "./unusual-days.ts";
import { weekMinutes, weekStretches } from "./week-stretches.ts";

/**
 * Which requests no queue serves, and when, queue by queue who serves how much, what is unusual, and which requirements
 * are broken. Throws an UnknownNameError for a handoff, a RangeError for a zone, a range or a requirement that is none.
 */
export function coverage(engine: Meaning, options: CoverageOptions = {}): Coverage {
  const { configuration, zones } = engine;
  const range = rangeOf(options, engine);
  const times = new OpenTimes(zones, range);
  const weeks = new Weeks(engine, range);
  const requirements = options.requirements ?? [];
  for (const requirement of requirements) checkRequirement(requirement, engine);
  const handoffs =
    options.handoff === undefined ? configuration.handoffs : [handoffNamed(configuration, options.handoff)];
  return {
    ...range,
    zones: { name: zones.name, version: zones.version },
    handoffs: handoffs.map((handoff) => handoffCoverage(handoff, engine, range, times, weeks, options.timezone)),
    requirements: requirements.flatMap((each) => requirementResults(each, handoffs, zones, range, times)),
  };
}

function handoffCoverage(
  { name, destination }: HandoffConfiguration,
  { zones }: Meaning,
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

/** Civil weeks of a range, each zone read once. */
class Weeks {
  readonly #engine: Meaning;
  readonly #range: Range;
  readonly #known = new Map<
    string,
    { readonly offsets: ReturnType<typeof offsetStretches>; readonly shown: Int32Array }
  >();

  constructor(engine: Meaning, range: Range) {
    this.#engine = engine;
    this.#range = range;
  }

  of(unserved: ClassCoverage["unserved"], timezone: string): ClassCoverage["week"] {
    const { offsets, shown } = this.#known.get(timezone) ?? this.#read(timezone);
    return weekStretches(weekMinutes(unserved, offsets), shown);
  }

  #read(timezone: string) {
    const { from, to } = this.#range;
    const offsets = offsetStretches(this.#engine.zones, timezone, this.#range);
    const read = { offsets, shown: weekMinutes([{ start: from, end: to }], offsets) };
    this.#known.set(timezone, read);
    return read;
  }
}
