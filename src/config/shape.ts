import { knownProperties, type ShapeError } from "./generated/shape.js";
import { nearest } from "./nearest.ts";
import { pointerKeys, pointerTo, valueAt } from "./pointer.ts";
import { didYouMean, PHRASES, type Problem, problem } from "./problem.ts";
import { quote, quoteName } from "./quote.ts";
import { shapeErrors } from "./shape-errors.ts";
import type { Unchanged } from "./unchanged.ts";

/** What the schemas find wrong with plain data, in the engine's words. An array is taken for a destination. */
export function shapeProblems(root: unknown, unchanged: Unchanged): readonly Problem[] {
  if (typeof root !== "object" || root === null) return [problem("E_ROOT", "", root, quote(root))];
  const errors = shapeErrors(root, unchanged);
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

type Noun = keyof typeof PHRASES.nouns;

const NOUNS: readonly (readonly [pattern: RegExp, noun: Noun])[] = [
  [/^$/, "configuration"],
  [/^\/transfer_functions\/\d+$/, "transfer_function"],
  [/^\/handoffs\/\d+$/, "handoff"],
  [/^\/topics\/\d+$/, "topic"],
  [/^\/tasks\/\d+$/, "task"],
  [/^(\/handoffs\/\d+\/destination)?\/\d+$/, "queue"],
  [/\/date_exceptions\/[^/]*$/, "date_exception"],
  [/\/weekly_hours$/, "weekly_hours"],
  [/\/\d+$/, "interval"],
];

const LIST_FIXES: readonly (readonly [pattern: RegExp, fix: string])[] = [
  [/\/supported_channel_types$/, PHRASES.allChannels],
  [/\/supported_languages$/, PHRASES.allLanguages],
  [/\/handoffs$/, PHRASES.someHandoff],
  [/$/, PHRASES.someQueue],
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
      return [problem("E_TYPE", at, value, PHRASES.types[params["type"] as keyof typeof PHRASES.types], quote(value))];
    case "const":
      if (last === "type") return [problem("E_ENUM", at, value, quote(value), PHRASES.onlyQueueType)];
      return [problem("E_EXCEPTION_SHAPE", at, value, PHRASES.onlyTrue(quoteName(last), quote(value)))];
    case "enum":
      return [problem("E_ENUM", at, value, quote(value), PHRASES.channelTypes)];
    case "minItems":
      return [problem("E_EMPTY_LIST", at, value, LIST_FIXES.find(([pattern]) => pattern.test(at))?.[1] as string)];
    case "minProperties":
      return [problem("E_EXCEPTION_SHAPE", at, value, PHRASES.noKey)];
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

function nounAt(pointer: string): Noun {
  return (NOUNS.find(([pattern]) => pattern.test(pointer)) as (typeof NOUNS)[number])[1];
}

function required(at: string, value: unknown, missing: string): Problem {
  if (missing === "weekly_hours") return problem("E_REQUIRED_IF", at, value);
  return problem("E_REQUIRED", at, value, nounAt(at).replace("_", " "), quoteName(missing));
}

function meantBy(at: string, key: string): readonly string[] {
  return nearest(key, knownProperties[nounAt(at)] ?? []);
}

function unknownProperty(at: string, key: string, root: unknown): Problem {
  const hint = didYouMean(meantBy(at, key).map(quoteName));
  const pointer = pointerTo(at, key);
  return problem("E_UNKNOWN", pointer, valueAt(root, pointer), quoteName(key), PHRASES.nouns[nounAt(at)], hint);
}

/** A key that is unknown is a problem of its own, so that only known keys are said to exclude each other. */
function together(at: string, value: object): readonly Problem[] {
  const keys = Object.keys(value).filter((key) => knownProperties["date_exception"]?.includes(key));
  if (keys.length < 2) return [];
  return [problem("E_EXCEPTION_SHAPE", at, value, PHRASES.together(keys.map(quoteName).join(" and ")))];
}

function pattern(error: ShapeError, last: string, value: unknown): Problem {
  const { instancePath: at, propertyName: date } = error;
  if (date !== undefined) {
    const pointer = pointerTo(at, date);
    return problem("E_DATE", pointer, date, quote(date));
  }
  if (last === "start") return problem("E_HM", at, value, quote(value), PHRASES.startRange);
  if (last === "end") return problem("E_HM", at, value, quote(value), PHRASES.endRange);
  if (last === "function_name") return problem("E_FUNCTION_NAME", at, value, quote(value));
  return problem("E_PATTERN", at, value, quote(value));
}
