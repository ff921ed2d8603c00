import { describe, expect, it } from "vitest";
import {
  type Configuration,
  createEngine,
  type Engine,
  type QueueConfiguration,
  type QueueDifference,
  readableZones,
} from "../../src/index.ts";
import { openIntervals, readByTheMinute } from "./by-the-minute.ts";
import { type Law, sourceOf, turns } from "./law.ts";
import { type Move, REPLAYS, type Release, type Replay } from "./replays.ts";

const HOUR = 3_600_000;
/** All hours and transitions here are at whole ones: the reference is asked at each. */
const QUARTER = HOUR / 4;
const PAST_DAYS = 2;
const UNMOVED: Law = { "Europe/Lisbon": turns(["ever", "+00:00"]) };

function queue(name: string, timezone: string, fields: Partial<QueueConfiguration>): QueueConfiguration {
  const rest = { type: "Agent_queue", enabled: true, open_24: false, transfer_function_name: "transfer" } as const;
  return { name, timezone, ...rest, ...fields };
}

/** In each zone an office, one that never closes and one that is always closed; and an office where no law changes. */
function configurationOf(law: Law): Configuration {
  const hours = [{ start: "09:00", end: "17:00" }];
  const office = { weekly_hours: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours } };
  const handoffs = [...Object.keys(law), ...Object.keys(UNMOVED)].map((timezone, h) => ({
    name: timezone,
    function_name: `handoff_${h}`,
    description: "",
    agent_available_instructions: "",
    agent_unavailable_instructions: "",
    destination: [
      queue("Always", timezone, { open_24: true }),
      queue("Office", timezone, office),
      queue("Never", timezone, { weekly_hours: {} }),
    ],
  }));
  return { transfer_functions: [{ name: "transfer" }], handoffs };
}

function lawOf({ law }: Release): Law {
  return { ...law, ...UNMOVED };
}

function engineOf({ now, aheadDays, releases }: Replay): Engine {
  const first = releases[0] as Release;
  const zones = sourceOf(lawOf(first), first.version);
  const window = { pastDays: PAST_DAYS, aheadDays };
  return createEngine(configurationOf(first.law), { now: () => Date.parse(now), window, zones });
}

/** In the order of the configuration, which is that of the law. */
function expectedQueues(moves: readonly Move[], { handoffs }: Engine): readonly QueueDifference[] {
  return handoffs.flatMap(({ name }) => {
    const move = moves.find(({ timezone }) => timezone === name);
    if (move === undefined) return [];
    const { timezone, dates, closes, opens } = move;
    const intervals = dates.flatMap((date) => {
      const at = ([from, to]: readonly [number, number], open: boolean) => {
        const midnight = Date.parse(date);
        return { start: midnight + from * HOUR, end: midnight + to * HOUR, open };
      };
      return [at(closes, false), at(opens, true)].sort((a, b) => a.start - b.start);
    });
    return [{ handoff: name, queue: "Office", index: 1, timezone, dates, intervals }];
  });
}

describe.each(REPLAYS)("$name", (replay) => {
  it("the report names exactly the queues and days that moved; before and after are the reference on that source", () => {
    const engine = engineOf(replay);
    const { from, to } = engine.status().window;
    for (const [s, moves] of replay.steps.entries()) {
      const [before, after] = [replay.releases[s] as Release, replay.releases[s + 1] as Release];
      const read = engine.handoffs.map(({ configuration }) =>
        readByTheMinute(configuration.destination, lawOf(before), lawOf(after), from, to, QUARTER),
      );
      const opens = () => engine.handoffs.map(({ queues }) => queues.map((each) => each.intervals(from, to)));
      expect(opens()).toEqual(read.map((queues) => queues.map(({ one }) => openIntervals(one, from, QUARTER))));

      const report = engine.refreshZones(sourceOf(lawOf(after), after.version));
      expect(report).toMatchObject({
        before: { name: "table", version: before.version },
        after: { name: "table", version: after.version },
        window: { from, to },
      });
      const expectedZones = moves.map(({ timezone, first }) => ({ timezone, first: Date.parse(first) }));
      expect(report.zones.map(({ timezone, first }) => ({ timezone, first }))).toEqual(expectedZones);
      expect(report.queues).toEqual(expectedQueues(moves, engine));
      expect(engine.status().zones).toMatchObject({ name: "table", version: after.version });
      expect(opens()).toEqual(read.map((queues) => queues.map(({ other }) => openIntervals(other, from, QUARTER))));
    }
  });

  it("is what the sources of this machine say, where they have that release (premise)", () => {
    const { from, to } = engineOf(replay).status().window;
    const [first, last] = [replay.releases[0], replay.releases.at(-1)] as [Release, Release];
    let checked = 0;
    for (const { source } of readableZones()) {
      if (source === undefined) continue;
      const release = source.version >= last.version ? last : source.version === first.version ? first : undefined;
      if (release === undefined || source.version === "unknown") continue;
      const table = sourceOf(release.law, release.version);
      for (const timezone of source.names().filter((name) => name in release.law)) {
        const offsets = ({ spans }: Pick<typeof source, "spans">) => {
          const { starts, offsets: found } = spans(timezone, from / 60_000, to / 60_000);
          return { starts, offsets: found };
        };
        expect([source.version, timezone, offsets(source)]).toEqual([source.version, timezone, offsets(table)]);
        checked++;
      }
    }
    console.log(`${replay.name}: ${checked} readings compared`);
  });
});

describe("a replay", () => {
  it("that ends where it began leaves what was there: Lebanon's third release says what the first did", () => {
    const replay = REPLAYS.find(({ name }) => name.startsWith("Lebanon")) as Replay;
    const [engine, fresh] = [engineOf(replay), engineOf(replay)];
    const [, put, back] = replay.releases as [Release, Release, Release];
    engine.refreshZones(sourceOf(lawOf(put), put.version));
    engine.refreshZones(sourceOf(lawOf(back), back.version));
    const { from, to } = engine.status().window;
    const opens = ({ handoffs }: Engine) =>
      handoffs.map(({ queues }) => queues.map((each) => each.intervals(from, to)));
    expect(opens(engine)).toEqual(opens(fresh));
    expect(engine.refreshZones(sourceOf(lawOf(back), back.version))).toMatchObject({ zones: [], queues: [] });
  });
});
