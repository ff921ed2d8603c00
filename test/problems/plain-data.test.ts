import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { createEngine, validate } from "../../src/index.ts";
import { configuration, handoff, NOW, now, queue } from "./sample.ts";

const PLAIN = "which JSON cannot hold; pass plain objects, arrays, strings, numbers, booleans and null";

class Hours {
  readonly mon: readonly unknown[] = [];
}

class Hostile {}
Object.defineProperty(Hostile.prototype, "constructor", {
  get(): never {
    throw new Error("\u001b[2J");
  },
});

function said(given: unknown): readonly string[] {
  return validate(given, { now }).map(({ code, pointer, message }) => `${pointer} ${code}: ${message}`);
}

const throwing = (): unknown => ({
  get name(): never {
    throw new Error("no");
  },
});

const revoked = (): unknown => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

describe("what JSON cannot hold is a problem where it stands (row 26)", () => {
  it.each([
    ["a function", () => true, "a function"],
    ["a symbol", Symbol("x"), "a symbol"],
    ["a BigInt", 10n, "a bigint"],
    ["NaN", Number.NaN, "NaN"],
    ["-Infinity", Number.NEGATIVE_INFINITY, "-Infinity"],
    ["a Date", new Date(0), "an object of the class `Date`"],
    ["a Map", new Map(), "an object of the class `Map`"],
    ["a boxed string", Object("x"), "an object of the class `String`"],
    ["a promise", Promise.resolve(1), "an object of the class `Promise`"],
    ["an instance of a class", new Hours(), "an object of the class `Hours`"],
    ["an instance of a class without a name", new (class {})(), "an object of the class `?`"],
    ["an object whose getter throws", throwing(), "an object that cannot be read without an exception"],
    ["an object whose constructor throws", new Hostile(), "an object that cannot be read without an exception"],
    ["a revoked proxy", revoked(), "an object that cannot be read without an exception"],
  ])("%s", (_, value, what) => {
    expect(said([queue({ enabled: value })])).toEqual([`/0/enabled E_NOT_JSON: is ${what}, ${PLAIN}`]);
  });

  it("undefined in a list; as a property it is left out", () => {
    expect(said([queue({ weekly_hours: undefined }), undefined])).toEqual([`/1 E_NOT_JSON: is undefined, ${PLAIN}`]);
  });

  it("beside every other fault of the same configuration", () => {
    const given = [queue({ enabled: Number.NaN, timezone: "" })];
    expect(validate(given, { now }).map(({ code }) => code)).toEqual(["E_NOT_JSON", "E_TZ"]);
  });

  it("an object that contains itself many times over, at once", () => {
    const given: unknown[] = [];
    given.push(given, given, { given });
    const found = validate(given, { now }).filter(({ code }) => code === "E_CYCLE");
    expect(found.map(({ pointer }) => pointer)).toEqual(["/0", "/1", "/2/given"]);
  });
});

describe("plain data from anywhere is taken", () => {
  it.each([
    ["of another realm", () => runInNewContext(`(${JSON.stringify([queue()])})`)],
    ["without a prototype", () => [Object.assign(Object.create(null), queue())]],
    ["that is frozen", () => Object.freeze([Object.freeze(queue())])],
    ["behind a proxy", () => new Proxy([new Proxy(queue(), {})], {})],
    ["with symbols for keys", () => [{ ...queue(), [Symbol("note")]: 1 }]],
    [
      "with the same object twice",
      () =>
        Array(2)
          .fill(queue({ supported_languages: ["en"] }))
          .slice(0, 1),
    ],
  ])("%s (row 26)", (_, given) => {
    expect(said(given())).toEqual([]);
  });
});

describe("the configuration is copied once (row 26)", () => {
  it("a getter is read once, so that what was checked is what serves", () => {
    let reads = 0;
    const given = [
      {
        ...queue(),
        get enabled(): unknown {
          reads++;
          return reads === 1 ? true : "no longer";
        },
      },
    ];
    const engine = createEngine(given as never, { now });
    expect(engine.handoff("default").resolve().available).toBe(true);
    expect(reads).toBe(1);
  });

  it("later changes have no effect, and what serves is frozen all the way down", () => {
    const sales = queue() as { enabled: boolean };
    const given = configuration({ handoffs: [handoff({ destination: [sales] })] });
    const engine = createEngine(given as never, { now });
    sales.enabled = false;
    (given["handoffs"] as unknown[]).length = 0;
    expect(engine.handoff("Sales").resolve({ at: NOW }).available).toBe(true);
    expect(engine.configuration.handoffs).toHaveLength(1);
    expect(Object.isFrozen(engine.configuration.handoffs[0]?.destination[0])).toBe(true);
  });

  it("what was given is left as it was", () => {
    const given = configuration();
    const before = structuredClone(given);
    createEngine(given as never, { now });
    validate(given, { now });
    expect(given).toEqual(before);
    expect(Object.isFrozen(given["handoffs"])).toBe(false);
  });
});
