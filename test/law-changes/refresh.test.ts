import { describe, expect, it } from "vitest";
import { type Engine, type Progress, ZoneDataError, type ZoneSource } from "../../src/index.ts";
import { sourceOf } from "./law.ts";
import { answersOf, configuration, DAY, ENACTED, EXPECTED, engineOf, NOW, queue, SAMPLE } from "./sample.ts";

const next = (): ZoneSource => sourceOf(ENACTED, "2026b");
const FIRST = Date.parse("2026-11-01T09:00:00Z");

describe("a refresh of the time-zone data", () => {
  it("tells what changed, in data and as a sentence", () => {
    const refresh = engineOf().refreshZones(next());
    expect(refresh).toMatchObject({
      before: { name: "table", version: "2026a" },
      after: { name: "table", version: "2026b" },
      window: { from: Date.parse("2026-10-17T00:00:00Z"), to: Date.parse("2026-12-20T00:00:00Z") },
      zones: [
        {
          timezone: "America/Vancouver",
          first: FIRST,
          stretches: [{ start: FIRST, end: Date.parse("2026-12-20T00:00:00Z"), offset: "-08:00", other: "-07:00" }],
        },
      ],
      queues: [{ handoff: "Handoff 0", queue: "West", index: 0, timezone: "America/Vancouver" }],
    });
    expect(refresh.queues).toHaveLength(1);
    expect(refresh.text).toBe(
      "time-zone data table 2026b serves after table 2026a: `America/Vancouver` from 2026-11-01T09:00:00Z on; 1 queue is open at other instants",
    );
    expect(JSON.parse(JSON.stringify(refresh))).toEqual(refresh);
  });

  it("is what a new engine on that source answers; handles and frozen answers stay, and so does the revision", () => {
    const engine = engineOf();
    const [west] = engine.handoffs;
    const at = Date.parse("2026-11-02T16:30:00Z");
    const open = west?.resolve({ at: FIRST - 3 * DAY + 9 * 3_600_000 });
    expect(open).toMatchObject({ available: true, queue: "West" });
    expect(west?.resolve({ at }).available).toBe(false);
    engine.refreshZones(next());
    expect(west?.resolve({ at })).toBe(open);
    expect(engine.handoffs[0]).toBe(west);
    expect(engine.status()).toMatchObject({ revision: 1, zones: { name: "table", version: "2026b" } });
    expect(west?.explain({ at })).toMatchObject({ zones: { name: "table", version: "2026b" }, resolution: open });
    expect(answersOf(engine)).toEqual(answersOf(engineOf({ zones: next() })));
  });

  it("counts for whatever is compiled later: replaces, rolls, snapshots", () => {
    let now = NOW;
    const options = { now: () => now };
    const [engine, fresh] = [engineOf(options), engineOf({ ...options, zones: next() })];
    engine.refreshZones(next());
    expect(engine.snapshot()).toEqual(fresh.snapshot());
    for (const each of [engine, fresh]) {
      const handoffs = [...each.configuration.handoffs, ...configuration([queue("New", "America/Vancouver")]).handoffs];
      const renamed = handoffs.map((handoff, h) => (h < 2 ? handoff : { ...handoff, name: "Another" }));
      each.replace({ ...each.configuration, handoffs: renamed });
    }
    expect(answersOf(engine)).toEqual(answersOf(fresh));
    for (let day = 0; day < 150; day++) {
      now += DAY;
      for (const each of [engine, fresh]) {
        do each.status();
        while (each.status().rolling);
      }
    }
    expect(engine.status().rollFailure).toBeUndefined();
    expect(answersOf(engine, now, now + 50 * DAY)).toEqual(answersOf(fresh, now, now + 50 * DAY));
    expect(engine.snapshot()).toEqual(fresh.snapshot());
  });

  it("says so when nothing differs, and compiles nothing; the version is the new one", () => {
    const progress: Progress[] = [];
    const engine = engineOf({ onProgress: (each) => progress.push(each) });
    progress.length = 0;
    expect(engine.refreshZones(sourceOf(EXPECTED, "2026b"))).toMatchObject({
      zones: [],
      queues: [],
      text: "time-zone data table 2026b serves after table 2026a: no zone in use differs within the window",
    });
    expect(progress).toEqual([]);
    expect(engine.status().zones.version).toBe("2026b");
    engine.refreshZones(sourceOf(ENACTED, "2026c"));
    expect(progress.at(-1)).toEqual({ phase: "compile", done: 4, total: 4 });
  });

  it("compiles what differs behind the window only, for a roll goes there", () => {
    const far = Date.parse("2027-01-02T12:00:00Z") / 60_000;
    const lisbon = [...(EXPECTED["Europe/Lisbon"] ?? []).slice(0, 2), { from: far, offset: 120 }];
    let now = NOW;
    const engine = engineOf({ now: () => now });
    const zones = sourceOf({ ...EXPECTED, "Europe/Lisbon": lisbon }, "2026b");
    expect(engine.refreshZones(zones)).toMatchObject({ zones: [], queues: [] });
    for (; now < NOW + 40 * DAY; now += DAY) engine.status();
    const fresh = engineOf({ now: () => now, zones });
    expect(answersOf(engine, now, now + 59 * DAY)).toEqual(answersOf(fresh, now, now + 59 * DAY));
  });

  it("names a zone whose queues do not move, and no queue", () => {
    const engine = engineOf({}, configuration([queue("Night", "America/Vancouver", { open_24: true })]));
    const refresh = engine.refreshZones(next());
    expect(refresh.zones).toHaveLength(1);
    expect(refresh.queues).toEqual([]);
    expect(refresh.text.endsWith("; no queue is open at other instants")).toBe(true);
  });

  it("does not need zones that a replace took away", () => {
    const engine = engineOf();
    engine.replace({ ...engine.configuration, handoffs: engine.configuration.handoffs.slice(0, 1) });
    const { "Europe/Lisbon": gone, ...law } = ENACTED;
    expect(gone).toBeDefined();
    engine.refreshZones(sourceOf(law, "2026b"));
    expect(engine.status().zones.version).toBe("2026b");
    expect(() => engine.replace(SAMPLE)).toThrow("it is missing there; install that data anew");
    engine.refreshZones(sourceOf(ENACTED, "2026c"));
    engine.replace(SAMPLE);
    expect(answersOf(engine)).toEqual(answersOf(engineOf({ zones: next() })));
  });
});

describe("a refresh without a source", () => {
  it("reads the source that serves anew", () => {
    let law = EXPECTED;
    let version = "2026a";
    const folder = (): ZoneSource => ({ ...sourceOf(law, version, "folder"), reread: folder });
    const engine = engineOf({ zones: folder() });
    expect(engine.refreshZones()).toMatchObject({ zones: [], queues: [] });
    [law, version] = [ENACTED, "2026b"];
    expect(engine.zones([folder()]).others[0]?.zones).toHaveLength(1);
    expect(engine.refreshZones().queues).toHaveLength(1);
    expect(engine.status().zones).toMatchObject({ name: "folder", version: "2026b" });
    expect(engine.refreshZones()).toMatchObject({ zones: [], queues: [] });
  });

  it("changes nothing where the data cannot change", () => {
    const engine = engineOf();
    const before = answersOf(engine);
    expect(engine.refreshZones()).toMatchObject({
      before: { version: "2026a" },
      after: { version: "2026a" },
      zones: [],
    });
    expect(answersOf(engine)).toEqual(before);
  });
});

/** Reads of a source fail from the `nth` on. */
function failing(source: ZoneSource, nth: number, error: () => unknown): ZoneSource {
  let reads = 0;
  return {
    ...source,
    spans(...asked) {
      if (reads++ >= nth) throw error();
      return source.spans(...asked);
    },
  };
}

function withSpans(change: (spans: ReturnType<ZoneSource["spans"]>) => object): ZoneSource {
  const source = next();
  return { ...source, spans: (...asked) => ({ ...source.spans(...asked), ...change(source.spans(...asked)) }) };
}

describe("a refresh that is refused, or fails,", () => {
  const { "Asia/Kolkata": kolkata, "Europe/Lisbon": lisbon, ...few } = ENACTED;
  const disk = () => new Error("the disk is gone");

  it.each<readonly [string, () => ZoneSource, string, string]>([
    [
      "by older data",
      () => sourceOf(ENACTED, "2025z"),
      "E_TZDATA_OLDER",
      "time-zone data table 2025z may be older than table 2026a, which serves; give newer data, or allow it with `allowOlder`",
    ],
    [
      "by data that does not tell its version",
      () => sourceOf(ENACTED, "unknown", "runtime"),
      "E_TZDATA_OLDER",
      "time-zone data runtime unknown may be older than table 2026a, which serves; give newer data, or allow it with `allowOlder`",
    ],
    [
      "by data that lacks zones in use",
      () => sourceOf(few, "2026b"),
      "E_TZDATA_UNKNOWN",
      "time-zone data table 2026b does not know zones that are in use: `Asia/Kolkata` (/handoffs/0/destination/1/timezone), `Europe/Lisbon` (/handoffs/1/destination/0/timezone); give newer data, or change these queues",
    ],
    [
      "by a source that throws",
      () => failing(next(), 0, disk),
      "E_TZDATA_READ",
      "time-zone data (table, 2026b) cannot be read: the disk is gone",
    ],
    [
      "by a source that does not know what it has",
      () => ({
        ...next(),
        has: () => {
          throw "no";
        },
      }),
      "E_TZDATA_READ",
      "time-zone data (table, 2026b) cannot be read: no",
    ],
    [
      "by a source with an error of its own",
      () => failing(next(), 1, () => new ZoneDataError("E_TZDATA_CHANGED", "open it anew")),
      "E_TZDATA_CHANGED",
      "open it anew",
    ],
    [
      "by offsets that are none",
      () => withSpans(({ offsets }) => ({ offsets: offsets.map(() => Number.NaN) })),
      "E_TZDATA_ZONE",
      "time-zone data (table, 2026b) is corrupt for `America/Vancouver`: an offset of NaN minutes",
    ],
    [
      "by offsets of a day",
      () => withSpans(({ offsets }) => ({ offsets: offsets.map(() => 1440) })),
      "E_TZDATA_ZONE",
      "time-zone data (table, 2026b) is corrupt for `America/Vancouver`: an offset of 1440 minutes",
    ],
    [
      "by spans without offsets",
      () => withSpans(() => ({ offsets: [] })),
      "E_TZDATA_ZONE",
      "time-zone data (table, 2026b) is corrupt for `America/Vancouver`: 1 spans, 0 offsets",
    ],
    [
      "by spans that begin too late",
      () => withSpans(({ starts }) => ({ starts: starts.map((start) => start + 90 * 1440) })),
      "E_TZDATA_ZONE",
      expect.stringMatching(
        /^time-zone data \(table, 2026b\) is corrupt for `America\/Vancouver`: its first span starts at \d+, after \d+$/,
      ),
    ],
    [
      "by no source at all",
      () => ({}) as ZoneSource,
      "E_TZDATA_OLDER",
      "time-zone data undefined undefined may be older than table 2026a, which serves; give newer data, or allow it with `allowOlder`",
    ],
  ])("%s, leaves everything serving and is told", (_, source, code, message) => {
    const engine = engineOf();
    const [answers, answer, bytes] = [answersOf(engine), engine.resolve("Handoff 0"), engine.snapshot()];
    const { zonesRefused: none, ...status } = engine.status();
    expect(none).toBeUndefined();
    expect(() => engine.refreshZones(source())).toThrow(
      expect.objectContaining({ name: "ZoneDataError", code, message }),
    );
    const { zonesRefused, ...after } = engine.status();
    expect(zonesRefused).toEqual({ at: NOW, code, message });
    expect(after).toEqual(status);
    expect(answersOf(engine)).toEqual(answers);
    expect(engine.resolve("Handoff 0")).toBe(answer);
    expect(engine.snapshot()).toEqual(bytes);
    engine.replace(SAMPLE);
    expect(answersOf(engine)).toEqual(answers);
    expect(engine.status().zonesRefused).toEqual(zonesRefused);
    engine.refreshZones(next());
    expect(engine.status()).toMatchObject({ zonesRefused: undefined, zones: { version: "2026b" } });
  });

  it("is not refused where older data is allowed", () => {
    const engine = engineOf();
    engine.refreshZones(sourceOf(ENACTED, "2025z"), { allowOlder: true });
    expect(engine.status().zones.version).toBe("2025z");
    engine.refreshZones(sourceOf(EXPECTED, "unknown"), { allowOlder: true });
    engine.refreshZones(sourceOf(ENACTED, "unknown"));
    expect(answersOf(engine)).toEqual(answersOf(engineOf({ zones: next() })));
  });

  it("at whichever read it fails: the old data serves whole, or the new", () => {
    const [before, after] = [answersOf(engineOf()), answersOf(engineOf({ zones: next() }))];
    expect(before).not.toEqual(after);
    let failures = 0;
    for (let nth = 0; ; nth++) {
      const engine = engineOf();
      const source = failing(next(), nth, disk);
      try {
        engine.refreshZones(source);
      } catch (error) {
        expect(error).toMatchObject({ code: "E_TZDATA_READ", cause: new Error("the disk is gone") });
        expect(answersOf(engine)).toEqual(before);
        expect(engine.status().zones.version).toBe("2026a");
        failures++;
        continue;
      }
      // What was read is kept, so the broken source is not missed.
      expect(answersOf(engine)).toEqual(after);
      break;
    }
    expect(failures).toBeGreaterThan(5);
  });

  it("by an error that is not of the data: thrown as it is, and told without a code", () => {
    const stop = new Error("stop");
    let isStopped = false;
    const engine = engineOf({
      onProgress: () => {
        if (isStopped) throw stop;
      },
    });
    const before = answersOf(engine);
    isStopped = true;
    expect(() => engine.refreshZones(next())).toThrow(stop);
    expect(engine.status().zonesRefused).toEqual({ at: NOW, code: undefined, message: "stop" });
    expect(answersOf(engine)).toEqual(before);
  });

  it("by a place that cannot be read anew", () => {
    const zones: ZoneSource = {
      ...sourceOf(EXPECTED, "2026a"),
      reread() {
        throw new Error("no such folder");
      },
    };
    const engine = engineOf({ zones });
    expect(() => engine.refreshZones()).toThrow("time-zone data (table, 2026a) cannot be read: no such folder");
    expect(engine.status().zonesRefused?.code).toBe("E_TZDATA_READ");
  });
});

describe("while a refresh goes on", () => {
  it("every answer is the old one, and after it the new one: never a mix", () => {
    let engine: Engine | undefined;
    const seen: unknown[] = [];
    const look = () => {
      if (engine !== undefined) seen.push(answersOf(engine));
    };
    const source: ZoneSource = {
      ...next(),
      has(timezone) {
        look();
        return timezone in ENACTED;
      },
      spans(...asked) {
        look();
        return next().spans(...asked);
      },
    };
    engine = engineOf({ onProgress: look });
    const [before, after] = [answersOf(engine), answersOf(engineOf({ zones: next() }))];
    engine.refreshZones(source);
    expect(seen.length).toBeGreaterThan(10);
    for (const answers of seen) expect(answers).toEqual(before);
    expect(answersOf(engine)).toEqual(after);
  });

  it("a replace within it goes ahead, and the refresh is off", () => {
    const other = configuration([queue("Only", "Asia/Kolkata")]);
    let engine: Engine | undefined;
    const source: ZoneSource = {
      ...next(),
      spans(...asked) {
        if (engine?.status().revision === 1) engine.replace(other);
        return next().spans(...asked);
      },
    };
    engine = engineOf();
    const refresh = () => engine?.refreshZones(source);
    expect(refresh).toThrow("another configuration, or other time-zone data, came in during the refresh");
    expect(engine.configuration).toEqual(other);
    expect(engine.status()).toMatchObject({ revision: 2, zones: { version: "2026a" } });
    refresh();
    expect(engine.status()).toMatchObject({ revision: 2, zones: { version: "2026b" }, zonesRefused: undefined });
  });
});
