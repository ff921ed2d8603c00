import { readFileSync } from "node:fs";
import fc from "fast-check";
import { pointerKeys, pointerTo } from "../../src/config/pointer.ts";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The example of the repository. */
export const text: string = readFileSync(new URL("../../examples/support.json", import.meta.url), "utf8");
export const support: Json = JSON.parse(text);

function placesIn(value: Json, pointer = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [pointer];
  return [pointer, ...Object.entries(value).flatMap(([key, member]) => placesIn(member, pointerTo(pointer, key)))];
}

/** A copy in which one place has another value, is gone (undefined), or is new. */
export function spliced(value: Json, keys: readonly string[], change: Json | undefined): Json {
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
/** The pointer of every place but the root. */
export const places: readonly string[] = placesIn(support).filter((pointer) => pointer !== "");
const json: fc.Arbitrary<Json> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  { weight: 1, arbitrary: fc.array(leaf, { maxLength: 3 }) },
  { weight: 2, arbitrary: fc.array(fc.tuple(keyLike, leaf), { maxLength: 3 }).map((all) => Object.fromEntries(all)) },
  { weight: 2, arbitrary: fc.constantFrom(...places).map((pointer) => at(support, pointer) as Json) },
);

const splice = fc.tuple(
  fc.constantFrom("", ...places),
  fc.option(keyLike, { freq: 3, nil: undefined }),
  fc.option(json, { freq: 6, nil: undefined }),
);
/** Spliced in one to four places. */
export const mutated: fc.Arbitrary<Json> = fc.array(splice, { minLength: 1, maxLength: 4 }).map((splices) =>
  splices.reduce((value, [pointer, key, change]) => {
    const keys = [...pointerKeys(pointer), ...(key === undefined ? [] : [key])];
    return spliced(value, keys, change);
  }, support),
);

export const NOWHERE: unique symbol = Symbol("nowhere");

export function at(root: Json, pointer: string): Json | typeof NOWHERE {
  return pointerKeys(pointer).reduce<Json | typeof NOWHERE>((value, key) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return NOWHERE;
    return (value as { readonly [key: string]: Json })[key] as Json;
  }, root);
}
