import { configurationShape, destinationShape, knownProperties, type ShapeError } from "./generated/shape.js";
import { nearest } from "./nearest.ts";
import { pointerKeys, pointerTo, valueAt } from "./pointer.ts";
import { didYouMean, type Problem, problem } from "./problem.ts";
import { quote, quoteName } from "./quote.ts";

/** What the schemas find wrong with plain data, in the engine's words. An array is taken for a destination. */
export function shapeProblems(root: unknown): readonly Problem[] {
  if (typeof root !== "object" || root === null) return [problem("E_ROOT", "", root, quote(root))];
  const shape = Array.isArray(root) ? destinationShape : configurationShape;
  if (shape(root)) return [];
  const errors = shape.errors ?? [];
  const meant = new Set<string>();
  for (const { keyword, instancePath, params } of errors) {
    if (keyword !== "additionalProperties") continue;
    for (const key of meantBy(instancePath, params["additionalProperty"] as string)) {
      meant.add(pointerTo(instancePath, key));
    }
  }
  // A property that is there under a misspelt name is not missing as well.
  const isMisspelt = ({ keyword, instancePath, params }: ShapeError) =>
    keyword === "required" && meant.has(pointerTo(instancePath, params["missingProperty"] as string));
  return errors.filter((error) => !isMisspelt(error)).flatMap((error) => describe(error, root));
}

const NOUNS: readonly (readonly [pattern: RegExp, noun: string, phrase: string])[] = [
  [/^$/, "configuration", "a configuration"],
  [/^\/transfer_functions\/\d+$/, "transfer_function", "a transfer function"],
  [/^\/handoffs\/\d+$/, "handoff", "a handoff"],
  [/^\/topics\/\d+$/, "topic", "a topic"],
  [/^\/tasks\/\d+$/, "task", "a task"],
  [/^(\/handoffs\/\d+\/destination)?\/\d+$/, "queue", "a queue"],
  [/\/date_exceptions\/[^/]*$/, "date_exception", "a date exception"],
  [/\/weekly_hours$/, "weekly_hours", "weekly hours"],
  [/\/\d+$/, "interval", "an interval"],
];

const TYPES: { readonly [type: string]: string } = {
  string: "a string",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};

const LIST_FIXES: readonly (readonly [pattern: RegExp, fix: string])[] = [
  [/\/supported_channel_types$/, "omit the field for all channels"],
  [/\/supported_languages$/, "omit the field for all languages"],
  [/\/handoffs$/, "a configuration has at least one handoff"],
  [/$/, "a destination has at least one queue"],
];

function describe(error: ShapeError, root: unknown): readonly Problem[] {
  const at = error.instancePath;
  const value = valueAt(root, at);
  const last = pointerKeys(at).at(-1) ?? "";
  const params = error.params as { readonly [name: string]: string };
  switch (error.keyword) {
    case "required":
      return [required(at, value, params["missingProperty"] as string)];
    case "additionalProperties":
      return [unknownProperty(at, params["additionalProperty"] as string, root)];
    case "type":
      return [problem("E_TYPE", at, value, TYPES[params["type"] as string] as string, quote(value))];
    case "const":
      if (last === "type") return [problem("E_ENUM", at, value, quote(value), '"Agent_queue"')];
      return [problem("E_EXCEPTION_SHAPE", at, value, `\`${last}\` is ${quote(value)}, it can only be true`)];
    case "enum":
      return [problem("E_ENUM", at, value, quote(value), '"voice" or "chat"')];
    case "minItems":
      return [problem("E_EMPTY_LIST", at, value, LIST_FIXES.find(([pattern]) => pattern.test(at))?.[1] as string)];
    case "minProperties":
      return [problem("E_EXCEPTION_SHAPE", at, value, "has no key")];
    case "maxProperties":
      return together(at, value as object);
    case "minLength":
    case "maxLength":
      return [problem("E_NAME", at, value, quote(value))];
    case "pattern":
      return [pattern(error, last, value)];
    default:
      // `if` and `propertyNames` repeat what another error says; unique items are checked by meaning, all at once.
      return [];
  }
}

function nounAt(pointer: string): readonly [noun: string, phrase: string] {
  const [, noun, phrase] = NOUNS.find(([pattern]) => pattern.test(pointer)) as (typeof NOUNS)[number];
  return [noun, phrase];
}

function required(at: string, value: unknown, missing: string): Problem {
  if (missing === "weekly_hours") return problem("E_REQUIRED_IF", at, value);
  return problem("E_REQUIRED", at, value, nounAt(at)[0].replace("_", " "), quoteName(missing));
}

function meantBy(at: string, key: string): readonly string[] {
  return nearest(key, knownProperties[nounAt(at)[0]] ?? []);
}

function unknownProperty(at: string, key: string, root: unknown): Problem {
  const hint = didYouMean(meantBy(at, key).map(quoteName));
  const pointer = pointerTo(at, key);
  return problem("E_UNKNOWN", pointer, valueAt(root, pointer), quoteName(key), nounAt(at)[1], hint);
}

/** A key that is unknown is a problem of its own, so that only known keys are said to exclude each other. */
function together(at: string, value: object): readonly Problem[] {
  const keys = Object.keys(value).filter((key) => knownProperties["date_exception"]?.includes(key));
  if (keys.length < 2) return [];
  return [problem("E_EXCEPTION_SHAPE", at, value, `${keys.map(quoteName).join(" and ")} stand together`)];
}

function pattern(error: ShapeError, last: string, value: unknown): Problem {
  const { instancePath: at, propertyName: date } = error;
  if (date !== undefined) {
    const pointer = pointerTo(at, date);
    return problem("E_DATE", pointer, date, quote(date));
  }
  if (last === "start") return problem("E_HM", at, value, quote(value), "00:00 to 23:59");
  if (last === "end") return problem("E_HM", at, value, quote(value), "00:00 to 24:00");
  if (last === "function_name") return problem("E_FUNCTION_NAME", at, value, quote(value));
  return problem("E_PATTERN", at, value, quote(value));
}
