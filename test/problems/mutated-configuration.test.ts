import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pointerKeys, pointersAbove, pointerTo } from "../../src/config/pointer.ts";
import { ConfigError, createEngine, type Problem, validate } from "../../src/index.ts";
import { holds } from "../properties/holds.ts";
import { SEED } from "../properties/seed.ts";
import { now } from "./sample.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const text = readFileSync(new URL("../../examples/support.json", import.meta.url), "utf8");
const support: Json = JSON.parse(text);

function placesIn(value: Json, pointer = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [pointer];
  return [pointer, ...Object.entries(value).flatMap(([key, member]) => placesIn(member, pointerTo(pointer, key)))];
}

/** A copy in which one place has another value, is gone (undefined), or is new. */
function spliced(value: Json, keys: readonly string[], change: Json | undefined): Json {
  const [key, ...rest] = keys;
  if (key === undefined) return change ?? null;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const at = Number(key);
    if (rest.length > 0) return value.map((item, i) => (i === at ? spliced(item, rest, change) : item));
    return [...value.slice(0, at), ...(change === undefined ? [] : [change]), ...value.slice(at + 1)];
  }
  const entries = Object.entries(value).flatMap(([name, member]): [string, Json][] => {
    if (name !== key) return [[name, member]];
    if (rest.length > 0) return [[name, spliced(member, rest, change)]];
    return change === undefined ? [] : [[name, change]];
  });
  const isNew = rest.length === 0 && change !== undefined && !Object.hasOwn(value, key);
  return Object.fromEntries(isNew ? [...entries, [key, change]] : entries);
}

const keyLike = fc.oneof(
  fc.constantFrom(
    "__proto__",
    "constructor",
    "",
    "name",
    "Mon",
    "monday",
    "2026-1-1",
    "2027-02-29",
    "a/b~c",
    "\u001b[2J",
  ),
  fc.constantFrom(
    "closed",
    "open_24",
    "intervals",
    "weekly_hours",
    "toJSON",
    "then",
    "length",
    "\u202e",
    "\ud800",
    "0",
  ),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const textLike = fc.oneof(
  fc.constantFrom(
    "24:00",
    "9:00",
    "America/New_York ",
    "EST5",
    "PST",
    "en_US",
    "voice",
    "Agent_queue",
    "true",
    " ",
    "",
  ),
  fc.constantFrom("Billing Support", "billing support", "日本語", "\u001b]8;;x\u0007", "\ud800", "\u202e", "\u2028"),
  fc.constantFrom("transfer_to_billing", "handoff_billing_support", "__proto__", "x".repeat(300), "\u009b31m"),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const leaf = fc.oneof(textLike, fc.constantFrom(null, true, false, 0, -0, 1.5, 1e300), fc.integer());
const parts = placesIn(support).filter((pointer) => pointer !== "");
const json: fc.Arbitrary<Json> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  { weight: 1, arbitrary: fc.array(leaf, { maxLength: 3 }) },
  { weight: 2, arbitrary: fc.array(fc.tuple(keyLike, leaf), { maxLength: 3 }).map((all) => Object.fromEntries(all)) },
  { weight: 2, arbitrary: fc.constantFrom(...parts).map((pointer) => at(support, pointer) as Json) },
);

const splice = fc.tuple(
  fc.constantFrom("", ...parts),
  fc.option(keyLike, { freq: 3, nil: undefined }),
  fc.option(json, { freq: 6, nil: undefined }),
);
const mutated: fc.Arbitrary<Json> = fc.array(splice, { minLength: 1, maxLength: 4 }).map((splices) =>
  splices.reduce((value, [pointer, key, change]) => {
    const keys = [...pointerKeys(pointer), ...(key === undefined ? [] : [key])];
    return spliced(value, keys, change);
  }, support),
);

const NOWHERE = Symbol("nowhere");

function at(root: Json, pointer: string): Json | typeof NOWHERE {
  return pointerKeys(pointer).reduce<Json | typeof NOWHERE>((value, key) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return NOWHERE;
    return (value as { readonly [key: string]: Json })[key] as Json;
  }, root);
}

function checkProblem(root: Json, { code, severity, pointer, message, value }: Problem): void {
  const where = `${code} at ${JSON.stringify(pointer)}: ${JSON.stringify(message)}`;
  expect(at(root, pointer), where).not.toBe(NOWHERE);
  expect(pointersAbove(pointer), where).toContain("");
  expect(severity, where).toBe(code.startsWith("E_") ? "error" : "warning");
  for (const shown of [message, value]) {
    expect(shown, where).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u);
    expect(shown.isWellFormed(), where).toBe(true);
    expect(shown.length, where).toBeLessThan(1_200);
  }
}

const before = JSON.stringify(Reflect.ownKeys(Object.prototype));
const engine = createEngine(support as never, { now });
const served = JSON.stringify([engine.resolve("Billing Support"), engine.resolve("Technical Support")]);

describe(`a configuration that is spliced at random (FC_SEED=${SEED})`, () => {
  it("is validated without an exception, and each problem leads to its place, in clean text", () => {
    holds(mutated, 2_000, (given) => {
      const problems = validate(given, { now });
      for (const problem of problems) checkProblem(given, problem);
      const said = problems.map((problem) => JSON.stringify(problem));
      expect(said.filter((one, i) => said.indexOf(one) !== i).join("\n")).toBe("");
      expect(JSON.stringify(Reflect.ownKeys(Object.prototype))).toBe(before);
    });
  });

  it("is refused exactly when it has an error; a refused one leaves what serves and says why (row 119)", () => {
    let refused = 0;
    holds(mutated, 600, (given) => {
      const problems = validate(given, { now });
      const isWrong = problems.some(({ severity }) => severity === "error");
      if (!isWrong) {
        expect(() => createEngine(given as never, { now })).not.toThrow();
        return;
      }
      refused++;
      expect(() => createEngine(given as never, { now })).toThrow(ConfigError);
      expect(() => engine.replace(given as never)).toThrow(ConfigError);
      const status = engine.status();
      const errors = (all: readonly Problem[] = []) => all.filter(({ severity }) => severity === "error");
      expect(errors(status.refused?.problems)).toEqual(errors(problems));
      expect(status.revision).toBe(1);
      expect(JSON.stringify([engine.resolve("Billing Support"), engine.resolve("Technical Support")])).toBe(served);
    });
    expect(refused).toBeGreaterThan(100);
  });
});

describe("a configuration of which one part is gone (row 20)", () => {
  it.each(parts.filter((pointer) => !/\/\d+$/.test(pointer)))("%s: what is said leads to its place", (pointer) => {
    const given = spliced(support, pointerKeys(pointer), undefined);
    for (const problem of validate(given, { now })) checkProblem(given, problem);
  });
});

describe("a document that is cut off and closed again (row 3)", () => {
  it("is refused, or is a configuration, and never more than that", () => {
    for (let end = 0; end < text.length; end += 97) {
      const given = closed(text.slice(0, end));
      if (given === undefined) continue;
      const problems = validate(given, { now });
      for (const problem of problems) checkProblem(given, problem);
      const create = () => createEngine(given as never, { now });
      if (problems.some(({ severity }) => severity === "error")) expect(create).toThrow(ConfigError);
      else expect(create).not.toThrow();
    }
  });
});

/** What a lenient reader would make of a cut document: open strings, lists and objects end where the text does. */
function closed(cut: string): Json | undefined {
  const open: string[] = [];
  let inside = false;
  for (let i = 0; i < cut.length; i++) {
    const c = cut[i] as string;
    if (inside && c === "\\") i++;
    else if (c === '"') inside = !inside;
    else if (!inside && (c === "{" || c === "[")) open.push(c === "{" ? "}" : "]");
    else if (!inside && (c === "}" || c === "]")) open.pop();
  }
  try {
    return JSON.parse(`${cut}${inside ? '"' : ""}`.replace(/[,:\s]+$/, "") + open.reverse().join(""));
  } catch {
    return undefined;
  }
}
