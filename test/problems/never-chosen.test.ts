import type { Temporal } from "@js-temporal/polyfill";
import fc from "fast-check";
import { Temporal as PolyfillTemporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  type CivilInterval,
  type Destination,
  type QueueConfiguration,
  runtimeZones,
  validate,
} from "../../src/index.ts";
import { lawIsEligible, lawIsOpen } from "../oracle/law.ts";
import { holds } from "../properties/holds.ts";
import { SEED } from "../properties/seed.ts";
import { sharedReadings } from "../properties/shared-readings.ts";
import { NOW, now } from "./sample.ts";

/** The law is asked by the runtime's data. */
const options = { now, zones: runtimeZones() };

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Few hours, days, zones and tags, so that queues often cover each other, or almost do. */
const TIMES = ["00:00", "02:30", "06:00", "12:00", "18:00", "22:00", "24:00"] as const;
const interval: fc.Arbitrary<CivilInterval> = fc
  .tuple(fc.constantFrom(...TIMES.slice(0, -1)), fc.constantFrom(...TIMES))
  .filter(([start, end]) => start !== end)
  .map(([start, end]) => ({ start, end }));
const intervals = fc.array(interval, { maxLength: 2 });
const week = fc.oneof(
  intervals.map((list) => ({ mon: list, tue: list, wed: list, thu: list, fri: list, sat: list, sun: list })),
  fc.record({ mon: intervals, tue: intervals, wed: intervals }, { requiredKeys: [] }),
);
const exception = fc.oneof(
  fc.constant({ closed: true } as const),
  fc.constant({ open_24: true } as const),
  intervals.map((list) => ({ intervals: list })),
);
const dates = fc.constantFrom("2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24", "2027-03-14", "2027-11-07");
const zones = fc.constantFrom("America/New_York", "Pacific/Kiritimati", "America/Los_Angeles", "Africa/Cairo");
const tags = fc.constantFrom("en", "en-US", "en-GB", "pt", "pt-BR", "iw", "he-IL", "zh-Hant", "zh-Hant-TW");

const queue: fc.Arbitrary<QueueConfiguration> = fc
  .record({
    enabled: fc.integer({ min: 1, max: 10 }).map((n) => n > 1),
    open_24: fc.integer({ min: 1, max: 3 }).map((n) => n === 1),
    timezone: zones,
    week,
    date_exceptions: fc.option(fc.dictionary(dates, exception, { maxKeys: 3 }), { nil: undefined, freq: 2 }),
    channels: fc.option(fc.subarray(["voice", "chat"] as const, { minLength: 1 }), { nil: undefined, freq: 3 }),
    languages: fc.option(fc.uniqueArray(tags, { minLength: 1, maxLength: 3 }), { nil: undefined, freq: 3 }),
  })
  .map(({ week, date_exceptions, channels, languages, ...rest }) => ({
    name: "",
    type: "Agent_queue",
    transfer_function_name: "transfer",
    ...rest,
    ...(!rest.open_24 && { weekly_hours: week }),
    ...(date_exceptions && { date_exceptions: { ...date_exceptions } }),
    ...(channels && { supported_channel_types: channels }),
    ...(languages && { supported_languages: languages }),
  }));

const named = (queues: readonly QueueConfiguration[]): Destination =>
  queues.map((each, i) => ({ ...each, name: `Queue ${i}` }));

const queues = fc.array(queue, { minLength: 2, maxLength: 4 });

/** Hours in other zones are hardly ever comparable. */
const inOneZone = fc.tuple(queues, zones).map(([all, timezone]) => named(all.map((each) => ({ ...each, timezone }))));

/** Only the dates, and where they begin, tell the queues apart. */
const openButForDates = queues.map((all) =>
  named(all.map(({ weekly_hours, ...each }) => ({ ...each, open_24: true }))),
);

/** Only channels and languages do. */
const alwaysOpen = queues.map((all) =>
  named(all.map(({ weekly_hours, date_exceptions, ...each }) => ({ ...each, open_24: true }))),
);

const channels = [undefined, "voice", "chat", "sms", ""];
const languages = [
  ...[undefined, "en", "en-US", "en-US-x-vip", "en-GB", "en-AU", "EN-us", "pt", "pt-BR", "pt-PT", "he", "iw", "he-IL"],
  ...["he-IL-u-nu-latn", "zh", "zh-Hant", "zh-Hant-TW", "zh-TW", "fr", "en_US", "*", ""],
];

interface Reading {
  readonly at: number;
  readonly temporal: typeof Temporal;
}

/** Each instant keeps what the clocks of the zones show at it, for all destinations. */
function readingsAt(instants: readonly number[]): readonly Reading[] {
  const polyfill = PolyfillTemporal as unknown as typeof Temporal;
  return instants.map((at) => ({ at, temporal: sharedReadings(polyfill) }));
}

const halfHours = (start: number, days: number): readonly number[] =>
  Array.from({ length: days * 48 }, (_, half) => start + half * 30 * MINUTE);

/** The dates that have exceptions around now. */
const fiveDays = readingsAt(halfHours(NOW, 5));

/** Those, the days of transitions in these zones, and each other day at its own time. */
const aYear = [
  ...fiveDays,
  ...readingsAt([
    ...["2027-03-13T12:00Z", "2027-04-29T12:00Z", "2027-10-28T12:00Z", "2027-11-06T12:00Z"].flatMap((start) =>
      halfHours(Date.parse(start), 2),
    ),
    ...Array.from({ length: 360 }, (_, day) => NOW + (day + 5) * DAY + day * 149 * MINUTE),
  ]),
];

function everChosen(given: Destination, q: number, readings: readonly Reading[]): string | undefined {
  const chosen = given[q] as QueueConfiguration;
  // Which queues before it a request can reach is the same at all instants.
  const rivals = channels.flatMap((channel) =>
    languages.flatMap((language) => {
      const request = { channel, language };
      if (!lawIsEligible(chosen, request)) return [];
      const before = given.slice(0, q).filter((rival) => lawIsEligible(rival, request));
      return [{ request, before, key: before.map(({ name }) => name).join() }];
    }),
  );
  const hardest = [...new Map(rivals.map((each) => [each.key, each])).values()];
  for (const { at, temporal } of readings) {
    if (!lawIsOpen(chosen, at, temporal)) continue;
    const reached = hardest.find(({ before }) => !before.some((rival) => lawIsOpen(rival, at, temporal)));
    if (reached !== undefined) return `${new Date(at).toISOString()} ${JSON.stringify(reached.request)}`;
  }
  return undefined;
}

describe(`W_NEVER_CHOSEN (FC_SEED=${SEED})`, () => {
  it.each([
    ["hours, in a year", inOneZone, aYear, 400],
    ["dates, in the next days", openButForDates, fiveDays, 1_500],
    ["channels and languages", alwaysOpen, fiveDays.slice(0, 1), 4_000],
  ] as const)("is said only of a queue that the law never chooses: %s", (_, arbitrary, readings, runs) => {
    let warned = 0;
    holds<Destination>(arbitrary, runs, (given) => {
      for (const { code, pointer } of validate(given, options)) {
        if (code !== "W_NEVER_CHOSEN") continue;
        warned++;
        const reached = everChosen(given, Number(pointer.slice(1)), readings);
        expect(reached, `${pointer} of ${JSON.stringify(given)}`).toBeUndefined();
      }
    });
    expect(warned).toBeGreaterThan(runs / 40);
  });

  it("names queues that, without any other, are enough for it", () => {
    holds(inOneZone, 1_500, (given) => {
      for (const { code, pointer, message } of validate(given, options)) {
        if (code !== "W_NEVER_CHOSEN") continue;
        const q = Number(pointer.slice(1));
        const winners = Array.from((message.split("whenever")[1] ?? "").matchAll(/`(Queue \d)`/g), ([, name]) => name);
        expect(winners.length).toBeGreaterThan(0);
        const only = given.filter((each, i) => i >= q || winners.includes(each.name));
        const said = validate(only, options).filter((problem) => problem.code === "W_NEVER_CHOSEN");
        expect(said.map(({ value }) => value)).toContain(JSON.stringify(given[q]?.name));
      }
    });
  });
});
