import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asConfiguration } from "../../src/config/bare-destination.ts";
import { check } from "../../src/config/check.ts";
import type { Configuration, HandoffConfiguration } from "../../src/config/types.ts";
import { runtimeZones } from "../../src/time/runtime-zones.ts";
import { holds } from "../properties/holds.ts";
import { configuration, handoff, mondayQueue, queue } from "./sample.ts";

const zones = runtimeZones();
const HANDOFFS = 40;

function accepted(given: unknown): Configuration {
  const { configuration: copy, problems } = check(given, zones);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return asConfiguration(copy);
}

/** A configuration that serves. Handoffs have two queues, and two transfer functions between them. */
const before = accepted(
  configuration({
    transfer_functions: [{ name: "transfer_to_sales" }, { name: "transfer_to_support" }],
    handoffs: Array.from({ length: HANDOFFS }, (_, h) =>
      handoff({
        name: `Sales ${h}`,
        ...(h % 7 === 0 && { function_name: `handoff_special_${h}` }),
        destination: [
          mondayQueue(),
          queue({ transfer_function_name: h % 2 ? "transfer_to_sales" : "transfer_to_support" }),
        ],
      }),
    ),
    topics: [{ name: "Buying", handoff_scenarios: ["Sales 1", "Sales 2"] }],
    tasks: [{ name: "Refund", handoffs: ["Sales 3"] }],
  }),
);
const { handoffs } = before;
const at = (h: number): HandoffConfiguration => handoffs[h] as HandoffConfiguration;

function errors(given: unknown, serving?: Configuration): readonly string[] {
  return check(given, zones, { before: serving })
    .problems.filter(({ severity }) => severity === "error")
    .map((problem) => JSON.stringify(problem));
}

function codes(given: unknown): readonly string[] {
  return check(given, zones, { before }).problems.map(({ code, pointer }) => `${code} ${pointer}`);
}

const renamed = (h: number, name: string): HandoffConfiguration => ({ ...at(h), name });

describe("a handoff that is the very object that serves", () => {
  it("is taken as it is, and one that was changed is copied", () => {
    const changed = { ...at(5), description: "Another one." };
    const { configuration: copy, problems } = check({ ...before, handoffs: handoffs.with(5, changed) }, zones, {
      before,
    });
    expect(problems).toEqual([]);
    const after = (copy as Configuration).handoffs;
    expect(after.flatMap((one, h) => (one === handoffs[h] ? [] : [h]))).toEqual([5]);
    expect(after[5]).toStrictEqual(changed);
    expect(after[5]).not.toBe(changed);
    expect(Object.isFrozen(after[5])).toBe(true);
    expect(Object.isFrozen(after)).toBe(true);
  });

  it.each([
    ["the first is gone", handoffs.slice(1)],
    ["some in the middle are gone", handoffs.filter((_, h) => h % 3 > 0)],
    ["the last comes first", [at(HANDOFFS - 1), ...handoffs.slice(0, -1)]],
    ["all stand the other way round", handoffs.toReversed()],
    ["the list is another", [...handoffs]],
    ["the list is the same", handoffs],
  ])("is found again when %s", (_, list) => {
    const { configuration: copy } = check({ ...before, topics: [], tasks: [], handoffs: list }, zones, { before });
    const after = (copy as Configuration).handoffs;
    expect(after).toStrictEqual(list);
    // Looking far begins after some that were not found near.
    expect(after.filter((one) => !handoffs.includes(one)).length).toBeLessThan(16);
  });

  it("is not looked at again, nor are warnings about it repeated", () => {
    const serving = accepted(
      configuration({ handoffs: [handoff({ destination: [queue({ timezone: "US/Eastern" })] })] }),
    );
    const given = { ...serving, topics: [{ name: "Buying", handoff_scenarios: ["Sales"] }] };
    expect(check(given, zones).problems.map(({ code }) => code)).toEqual(["W_TZ_LINK"]);
    expect(check(given, zones, { before: serving }).problems).toEqual([]);
    expect(check(serving, zones, { before: serving })).toEqual({ configuration: serving, problems: [] });
  });
});

describe("what a change breaks is found", () => {
  it("in the handoff that was changed, where it stands", () => {
    const [first, second] = at(30).destination;
    const wrong = { ...at(30), destination: [first, { ...second, timezone: "EST5" }] };
    expect(codes({ ...before, handoffs: handoffs.with(30, wrong as never) })).toEqual([
      "E_TZ_OFFSET /handoffs/30/destination/1/timezone",
    ]);
    expect(codes({ ...before, handoffs: handoffs.with(30, { ...at(30), color: "red" } as never) })).toEqual([
      "E_UNKNOWN /handoffs/30/color",
    ]);
    expect(codes({ ...before, handoffs: handoffs.with(30, null as never) })).toContain("E_TYPE /handoffs/30");
    expect(codes({ ...before, handoffs: handoffs.with(30, Number.NaN as never) })).toEqual(["E_NOT_JSON /handoffs/30"]);
  });

  it("a name that another handoff has", () => {
    expect(codes({ ...before, handoffs: handoffs.with(9, renamed(9, "Sales 8")) })).toEqual([
      "E_DUP_NAME /handoffs/9/name",
    ]);
    expect(codes({ ...before, handoffs: handoffs.with(9, renamed(9, "sales  8")) })).toEqual([
      "E_DUP_NAME_FOLD /handoffs/9/name",
    ]);
    expect(codes({ ...before, handoffs: [...handoffs, at(8)] })).toEqual([`E_DUP_NAME /handoffs/${HANDOFFS}/name`]);
    expect(codes({ ...before, handoffs: handoffs.with(9, at(8)) })).toEqual(["E_DUP_NAME /handoffs/9/name"]);
  });

  it("a function that another handoff has", () => {
    const clash = { ...at(9), function_name: "handoff_special_7" };
    expect(codes({ ...before, handoffs: handoffs.with(9, clash) })).toEqual(["E_SLUG_CLASH /handoffs/9/function_name"]);
    const { function_name: _, ...derived } = at(7);
    const names = handoffs.with(7, derived).with(9, { ...at(9), function_name: "handoff_sales_7" });
    expect(codes({ ...before, handoffs: names })).toEqual(["E_SLUG_CLASH /handoffs/9/function_name"]);
  });

  it("a transfer function that is gone, of handoffs that are unchanged", () => {
    const given = { ...before, transfer_functions: [{ name: "transfer_to_support" }] };
    expect(codes(given)).toEqual(
      handoffs.flatMap(({ destination }, h) =>
        destination.flatMap(({ transfer_function_name: name }, q) =>
          name === "transfer_to_sales"
            ? [`E_TRANSFER_UNKNOWN /handoffs/${h}/destination/${q}/transfer_function_name`]
            : [],
        ),
      ),
    );
  });

  it("a transfer function that has the name of a handoff's", () => {
    const given = { ...before, transfer_functions: [...before.transfer_functions, { name: "handoff_special_7" }] };
    expect(codes(given)).toEqual(["E_SLUG_RESERVED /handoffs/7/function_name"]);
  });

  it("topics and tasks that name a handoff that is gone or has another name", () => {
    const expected = ["E_HANDOFF_UNKNOWN /topics/0/handoff_scenarios/0"];
    expect(codes({ ...before, handoffs: handoffs.toSpliced(1, 1) })).toEqual(expected);
    expect(codes({ ...before, handoffs: handoffs.with(1, renamed(1, "Sales one")) })).toEqual(expected);
    expect(codes({ ...before, handoffs: handoffs.slice(0, 3) })).toEqual(["E_HANDOFF_UNKNOWN /tasks/0/handoffs/0"]);
    expect(codes({ ...before, handoffs: [] })).toContain("E_EMPTY_LIST /handoffs");
  });

  it("topics that are changed", () => {
    expect(codes({ ...before, topics: [{ name: "Buying", handoff_scenarios: ["Sales"] }] })).toEqual([
      "E_HANDOFF_UNKNOWN /topics/0/handoff_scenarios/0",
    ]);
    expect(codes({ ...before, topics: before.handoffs })).toContain("E_REQUIRED /topics/0");
  });
});

describe("an object that is not one that serves is looked at", () => {
  it("however frozen it is", () => {
    const wrong = Object.freeze({
      ...at(5),
      destination: Object.freeze([Object.freeze({ ...at(5).destination[0], enabled: 1 })]),
    });
    expect(codes({ ...before, handoffs: handoffs.with(5, wrong as never) })).toEqual([
      "E_TYPE /handoffs/5/destination/0/enabled",
    ]);
  });

  it("also when it served before in another place, or in another configuration", () => {
    const other = accepted(configuration({ handoffs: [handoff({ name: "Sales 5", destination: [mondayQueue()] })] }));
    const { configuration: copy } = check(
      { ...before, handoffs: handoffs.with(5, other.handoffs[0] as never) },
      zones,
      {
        before,
      },
    );
    expect((copy as Configuration).handoffs[5]).not.toBe(other.handoffs[0]);
    expect(codes({ ...before, handoffs: before.transfer_functions })).toContain("E_REQUIRED /handoffs/0");
    expect(codes(before.handoffs)).toContain("E_REQUIRED /0");
  });

  it("when the list gives it only once", () => {
    let reads = 0;
    const list = new Proxy([...handoffs], {
      get(target, key, receiver) {
        if (key !== "5") return Reflect.get(target, key, receiver);
        reads++;
        return reads === 1 ? target[5] : { ...target[5], name: "" };
      },
    });
    const { configuration: copy, problems } = check({ ...before, handoffs: list }, zones, { before });
    expect({ reads, problems }).toEqual({ reads: 1, problems: [] });
    expect((copy as Configuration).handoffs[5]).toBe(handoffs[5]);
  });
});

type Edit = (list: readonly HandoffConfiguration[], h: number, other: number) => readonly HandoffConfiguration[];

const edits: { readonly [name: string]: Edit } = {
  remove: (list, h) => list.toSpliced(h, 1),
  removeMany: (list, h, other) => list.toSpliced(h, other),
  repeat: (list, h, other) => list.toSpliced(h, 0, list[other] ?? at(0)),
  move: (list, h, other) => list.toSpliced(h, 1).toSpliced(other, 0, list[h] ?? at(0)),
  rename: (list, h, other) => list.with(h, { ...(list[h] ?? at(0)), name: `sales ${other}` }),
  newName: (list, h, other) => list.with(h, { ...(list[h] ?? at(0)), name: `New ${other}` }),
  functionName: (list, h, other) => list.with(h, { ...(list[h] ?? at(0)), function_name: `handoff_special_${other}` }),
  add: (list, h, other) => list.toSpliced(h, 0, renamed(other, `Added ${h}`)),
  transfer: (list, h, other) => {
    const [first] = at(0).destination;
    const destination = [
      { ...first, transfer_function_name: `transfer_to_${other % 2 ? "sales" : "nobody"}` } as never,
    ];
    return list.with(h, { ...(list[h] ?? at(0)), destination });
  },
  copy: (list, h) => list.with(h, structuredClone(list[h] ?? at(0))),
};

const edited: fc.Arbitrary<unknown> = fc
  .record({
    steps: fc.array(fc.tuple(fc.constantFrom(...Object.keys(edits)), fc.nat(HANDOFFS - 1), fc.nat(HANDOFFS - 1)), {
      maxLength: 4,
    }),
    transfers: fc.constantFrom(
      before.transfer_functions,
      [{ name: "transfer_to_sales" }, { name: "transfer_to_support" }],
      [{ name: "transfer_to_sales" }],
    ),
    topics: fc.constantFrom(before.topics, [{ name: "Buying", handoff_scenarios: ["Sales 39", "New 1"] }], undefined),
    tasks: fc.constantFrom(before.tasks, [{ name: "Refund", handoffs: ["Sales 0", "Sales 0"] }]),
  })
  .map(({ steps, transfers, topics, tasks }) => {
    const list = steps.reduce<readonly HandoffConfiguration[]>((all, [edit, h, other]) => {
      return all.length === 0 ? all : ((edits[edit] as Edit)(all, h % all.length, other) ?? all);
    }, handoffs);
    return { transfer_functions: transfers, handoffs: list, topics, tasks };
  });

describe("whatever is edited", () => {
  it("the errors are those of the same configuration, seen for the first time", () => {
    let wrong = 0;
    holds(edited, 1_500, (given) => {
      const expected = errors(given);
      if (expected.length > 0) wrong++;
      expect(errors(given, before)).toEqual(expected);
      expect(check(given, zones, { before }).configuration).toStrictEqual(check(given, zones).configuration);
    });
    expect(wrong).toBeGreaterThan(300);
    expect(wrong).toBeLessThan(1_400);
  });
});

describe("how far the check has come", () => {
  const many = configuration({
    handoffs: Array.from({ length: 1_000 }, (_, h) => handoff({ name: `Sales ${h}` })),
  });

  it("is told from nothing to everything", () => {
    const told: number[] = [];
    check(many, zones, {
      tick: (done, total) => {
        expect(total).toBe(1_000);
        told.push(done);
      },
    });
    expect(told.length).toBeGreaterThan(6);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect([told[0], told.at(-1)]).toEqual([0, 1_000]);
  });

  it.each([0, 1, 5])("is told to a listener whose exception number %i is thrown on, and is no problem", (nth) => {
    let calls = 0;
    const tick = () => {
      if (calls++ === nth) throw new RangeError("enough");
    };
    expect(() => check(many, zones, { tick })).toThrow(new RangeError("enough"));
  });
});
