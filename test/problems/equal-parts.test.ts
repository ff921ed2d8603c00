import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../src/config/check.ts";
import { configurationShape, destinationShape } from "../../src/config/generated/shape.js";
import { shapeErrors } from "../../src/config/shape-errors.ts";
import type { Configuration, Destination } from "../../src/config/types.ts";
import { Unchanged } from "../../src/config/unchanged.ts";
import { runtimeZones } from "../../src/time/runtime-zones.ts";
import { holds } from "../properties/holds.ts";
import { configuration, handoff, mondayQueue, queue } from "./sample.ts";
import { type Json, mutated, support } from "./spliced-configuration.ts";

const zones = runtimeZones();

/** Made anew each time, so that equal parts are different objects, as they are when JSON is parsed. */
type Made = () => unknown;

const day = (start: unknown, end: unknown) => [{ start, end }];
const manyDates = (last: unknown) => {
  const dates = Array.from({ length: 20 }, (_, d) => [`2027-01-${String(d + 1).padStart(2, "0")}`, { closed: true }]);
  return Object.fromEntries([...dates, ["2027-02-01", last]]);
};
const cyclic = () => {
  const week: { [day: string]: unknown } = { mon: [] };
  week["tue"] = [week];
  return week;
};
const deep = (levels: number): unknown => (levels === 0 ? [] : { in: deep(levels - 1) });

const weeks: readonly Made[] = [
  () => undefined,
  () => ({}),
  () => ({ mon: day("09:00", "17:00") }),
  () => ({ mon: day("09:00", "17:00"), tue: day("09:00", "17:00") }),
  () => ({ tue: day("09:00", "17:00"), mon: day("09:00", "17:00") }),
  () => ({ mon: [...day("09:00", "17:00"), ...day("16:00", "18:00")], tue: day("22:00", "06:00") }),
  () => ({ mon: day("9:00", "17:00"), tue: day("9:00", "17:00") }),
  () => ({ mon: day("09:00", "09:00") }),
  () => ({ mon: day("09:00", "\ud800") }),
  () => ({ "\ud800": day("09:00", "17:00"), mon: day("09:00", "17:00") }),
  () => ({ mon: day("09:00", Number.NaN), tue: day("09:00", 0), wed: day("09:00", -0) }),
  () => ({ mon: day("09:00", null), tue: [undefined], wed: [null] }),
  () => ({ Mon: [], mon: null }),
  () => ({ mon: { 0: { start: "09:00", end: "17:00" } } }),
  () => [],
  () => "mon",
  cyclic,
  () => deep(70),
  () => new Map(),
  () => ({
    mon: day("09:00", () => 17),
    get tue(): never {
      throw new Error("no");
    },
  }),
];
const exceptions: readonly Made[] = [
  () => undefined,
  () => ({ "2027-01-01": { closed: true } }),
  () => ({ "2027-01-01": { open_24: true }, "2027-02-30": { closed: true } }),
  () => ({ "2027-01-01": { closed: true, open_24: true }, "2027-1-2": { intervals: day("09:00", "17:00") } }),
  () => ({ "2027-01-01": { intervals: [...day("09:00", "17:00"), ...day("10:00", "11:00")] } }),
  () => ({ "2027-01-01": { intervals: true }, "2027-01-02": true, "2027-01-03": {} }),
  () => manyDates({ closed: true }),
  () => manyDates({ closed: false }),
  () => manyDates({ intervals: day("24:00", "09:00") }),
];
const languages: readonly Made[] = [
  () => undefined,
  () => [],
  () => ["en"],
  () => ["en", "EN", "de"],
  () => ["english", "\u202e", 1],
];
const timezones: readonly Made[] = [() => "UTC", () => "US/Eastern", () => "EST5", () => "\ud800"];

const queues: fc.Arbitrary<readonly Made[]> = fc.array(
  fc
    .record({
      open_24: fc.boolean(),
      week: fc.constantFrom(...weeks),
      dates: fc.constantFrom(...exceptions),
      tags: fc.constantFrom(...languages),
      zone: fc.constantFrom(...timezones),
    })
    .map(
      ({ open_24, week, dates, tags, zone }) =>
        () =>
          queue({
            open_24,
            timezone: zone(),
            weekly_hours: week(),
            date_exceptions: dates(),
            supported_languages: tags(),
          }),
    ),
  { minLength: 1, maxLength: 12 },
);

function said(given: unknown, prefix = ""): readonly string[] {
  return check(given, zones).problems.map((problem) =>
    JSON.stringify({ ...problem, pointer: problem.pointer.replace(prefix, "") }),
  );
}

describe("what is said of queues that repeat parts of each other", () => {
  it("is what is said of each of them alone: in a destination", () => {
    holds(queues, 250, (made) => {
      const alone = made.flatMap((one, q) => said([one()]).map((text) => text.replace('"/0', `"/${q}`)));
      expect([...said(made.map((one) => one()))].sort()).toEqual([...alone].sort());
    });
  });

  it("is what is said of each of them alone: in a configuration", () => {
    holds(queues, 250, (made) => {
      const given = (parts: readonly Made[], first: number) =>
        configuration({
          handoffs: parts.map((one, h) => handoff({ name: `Sales ${first + h}`, destination: [one()] })),
        });
      const alone = made.flatMap((one, h) =>
        said(given([one], h)).map((text) => text.replace('"/handoffs/0', `"/handoffs/${h}`)),
      );
      expect([...said(given(made, 0))].sort()).toEqual([...alone].sort());
    });
  });
});

describe("the shape, of which sound handoffs and queues are left out", () => {
  const repeated = (given: Json): Json => {
    if (typeof given !== "object" || given === null || Array.isArray(given)) return given;
    const { handoffs } = given as { readonly handoffs?: Json };
    return Array.isArray(handoffs) ? { ...given, handoffs: [...handoffs, ...structuredClone(handoffs)] } : given;
  };

  it("has the errors that the schemas find in the whole, in the same order", () => {
    holds(mutated.map(repeated), 2_000, (given) => {
      if (typeof given !== "object" || given === null) return;
      const shape = Array.isArray(given) ? destinationShape : configurationShape;
      expect(shapeErrors(given, new Unchanged())).toEqual(shape(given) ? [] : shape.errors);
    });
  });

  it("of a destination too", () => {
    holds(queues, 250, (made) => {
      const given = check(
        made.map((one) => one()),
        zones,
      ).configuration;
      expect(shapeErrors(given, new Unchanged())).toEqual(destinationShape(given) ? [] : destinationShape.errors);
    });
  });
});

describe("equal parts of queues", () => {
  const hours = () => ({ weekly_hours: { mon: day("09:00", "17:00") }, date_exceptions: manyDates({ closed: true }) });
  const copied = (...parts: readonly { readonly [key: string]: unknown }[]) =>
    check(
      parts.map((part) => mondayQueue(part)),
      zones,
    ).configuration as Destination;

  it("are one frozen object", () => {
    const [a, b] = copied(hours(), hours());
    expect(a?.weekly_hours).toBe(b?.weekly_hours);
    expect(a?.date_exceptions).toBe(b?.date_exceptions);
    expect(Object.isFrozen(a?.date_exceptions)).toBe(true);
    expect(Object.isFrozen(a?.weekly_hours?.mon?.[0])).toBe(true);
    expect(a).not.toBe(b);
  });

  it("are one object across handoffs, and equal to what was given", () => {
    const given = JSON.parse(JSON.stringify(support)) as Configuration;
    const twice = { ...given, handoffs: [...given.handoffs, ...structuredClone(given.handoffs)] };
    const { handoffs } = check(twice, zones).configuration as Configuration;
    expect(handoffs).toStrictEqual(twice.handoffs);
    given.handoffs.forEach(({ destination }, h) => {
      destination.forEach((_, q) => {
        const [a, b] = [handoffs[h], handoffs[h + given.handoffs.length]].map((one) => one?.destination[q]);
        expect(a?.weekly_hours).toBe(b?.weekly_hours);
        expect(a?.date_exceptions).toBe(b?.date_exceptions);
      });
    });
  });

  it("keep the order of keys as it was given", () => {
    const [a, b] = copied(
      { weekly_hours: { mon: [], tue: day("09:00", "17:00") } },
      { weekly_hours: { tue: day("09:00", "17:00"), mon: [] } },
    );
    expect([a, b].map((one) => Object.keys(one?.weekly_hours ?? {}))).toEqual([
      ["mon", "tue"],
      ["tue", "mon"],
    ]);
  });

  it("are plain objects, however many keys they have", () => {
    const [a] = copied(hours());
    expect(Object.getPrototypeOf(a?.date_exceptions)).toBe(Object.prototype);
    expect(a?.date_exceptions).toStrictEqual(manyDates({ closed: true }));
    const proto = JSON.parse(`{"__proto__": {}, ${JSON.stringify(manyDates({ closed: true })).slice(1)}`);
    const [b] = copied({ ...hours(), date_exceptions: proto });
    expect(Object.keys(b?.date_exceptions ?? {})).toEqual(Object.keys(proto));
  });

  it("that differ in a character which their hashes leave out are not equal", () => {
    const tags = Array.from({ length: 60 }, (_, i) => `en-x-${String(i).padStart(2, "0")}00000`);
    const given = tags.map((tag) => ({ supported_languages: [tag] }));
    expect(copied(...given, ...given).map((one) => one.supported_languages)).toEqual(
      [...given, ...given].map((one) => one.supported_languages),
    );
  });

  it("are read once each, though the caller's object is the same one", () => {
    let reads = 0;
    const week = {
      get mon(): unknown {
        reads++;
        return reads === 1 ? day("09:00", "17:00") : day("9", "17:00");
      },
    };
    const { configuration: copy, problems } = check([mondayQueue({ weekly_hours: week }), mondayQueue()], zones);
    expect(reads).toBe(1);
    expect(problems).toEqual([]);
    expect((copy as Destination)[0]?.weekly_hours).toEqual({ mon: day("09:00", "17:00") });
  });
});

describe("a key that every object inherits", () => {
  it("is no part of the copy", () => {
    const given = [mondayQueue(), mondayQueue()];
    Object.defineProperty(Object.prototype, "polluted", {
      value: 1,
      enumerable: true,
      configurable: true,
      writable: true,
    });
    try {
      const { configuration: copy } = check(given, zones);
      expect(Object.keys((copy as Destination)[0] ?? {})).not.toContain("polluted");
    } finally {
      Reflect.deleteProperty(Object.prototype, "polluted");
    }
  });
});

describe("transfer functions", () => {
  it("keep 0 and -0 apart", () => {
    const given = configuration({
      transfer_functions: [
        { name: "transfer_to_sales", set_variables: { list: [{ a: 0 }, { a: -0 }] } },
        { name: "transfer_to_nobody", set_variables: { list: [{ a: -0 }, { a: 0 }] } },
      ],
    });
    const copy = check(given, zones).configuration as Configuration;
    expect(copy.transfer_functions).toStrictEqual(given["transfer_functions"]);
  });
});
