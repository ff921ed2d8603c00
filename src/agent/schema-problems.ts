import { listIn, objectIn } from "../config/loose.ts";
import { nearest } from "../config/nearest.ts";
import { pointerKeys, pointerTo, valueAt } from "../config/pointer.ts";
import { didYouMean } from "../config/problem.ts";
import { quote, quoteName } from "../config/quote.ts";
import { type ArgumentProblem, argumentProblem } from "./argument-problem.ts";
import type { FunctionArguments } from "./read-arguments.ts";
import type { SchemaError } from "./schema-errors.ts";
import { type Place, placeOf, pointerOf } from "./schema-rule.ts";
import type { FunctionParameters } from "./transfer-functions.ts";

/** What the errors of a schema mean to whoever wrote the arguments; errors that only repeat others are left out. */
export function schemaProblems(
  errors: readonly SchemaError[],
  parameters: FunctionParameters,
  value: FunctionArguments,
): readonly ArgumentProblem[] {
  const found = new Map<string, ArgumentProblem>();
  errors.forEach((error, i) => {
    // What a schema of `false` refuses is told by the one that holds it, which comes before: it has no place of its own.
    const holder = error.keyword === "false" ? errors[i - 1] : error;
    if (holder === undefined) return;
    const place = placeOf(parameters, holder.keywordLocation);
    if (place.isWithinChoice) return;
    const pointer = pointerOf(error.instanceLocation).reduce(pointerTo, "");
    for (const problem of problemsOf(error.keyword, place, pointer, value)) {
      found.set(`${problem.pointer} ${problem.message}`, problem);
    }
  });
  return [...found.values()];
}

function problemsOf(
  keyword: string,
  { schema }: Place,
  pointer: string,
  root: FunctionArguments,
): readonly ArgumentProblem[] {
  const value = valueAt(root, pointer);
  const rule = schema[keyword];
  switch (keyword) {
    case "required":
      return missing(listIn(rule), pointer, value);
    case "dependentRequired":
      return Object.entries(objectIn(rule)).flatMap(([key, names]) =>
        Object.hasOwn(objectIn(value), key) ? missing(listIn(names), pointer, value) : [],
      );
    case "false":
      return [unknown(pointer, value, Object.keys(objectIn(schema["properties"])))];
    case "type":
      return [argumentProblem("E_ARGUMENT_TYPE", pointer, value, typesText(rule), quote(value))];
    case "enum":
      return [argumentProblem("E_ARGUMENT_VALUE", pointer, value, quote(value), valuesText(listIn(rule)))];
    case "const":
      return [argumentProblem("E_ARGUMENT_VALUE", pointer, value, quote(value), quote(rule))];
    case "pattern":
      return [argumentProblem("E_ARGUMENT_PATTERN", pointer, value, quote(value), quoteName(String(rule)))];
    case "format":
      return [argumentProblem("E_ARGUMENT_FORMAT", pointer, value, quote(value), quoteName(String(rule)))];
    case "uniqueItems":
      return [argumentProblem("E_ARGUMENT_TWICE", pointer, value)];
    case "anyOf":
    case "oneOf":
      return [argumentProblem("E_ARGUMENT_CHOICE", pointer, value, quote(value), formsText(listIn(rule)))];
    case "not":
    case "contains":
    case "minContains":
    case "maxContains":
    case "propertyNames":
      return [argumentProblem("E_ARGUMENT_RULE", pointer, value, quote(value), quoteName(keyword))];
    default:
      return limitProblems(keyword, rule, pointer, value);
  }
}

function missing(names: readonly unknown[], pointer: string, value: unknown): readonly ArgumentProblem[] {
  const held = objectIn(value);
  return names
    .filter((name) => typeof name === "string" && !Object.hasOwn(held, name))
    .map((name) => {
      return argumentProblem(
        "E_ARGUMENT_MISSING",
        pointerTo(pointer, name as string),
        undefined,
        quoteName(name as string),
      );
    });
}

function unknown(pointer: string, value: unknown, known: readonly string[]): ArgumentProblem {
  const name = pointerKeys(pointer).at(-1) ?? "";
  const hint = didYouMean(nearest(name, known).map(quoteName)).replace(/\?$/, "");
  return argumentProblem("E_ARGUMENT_UNKNOWN", pointer, value, quoteName(name), hint);
}

const RANGES: { readonly [keyword: string]: (limit: string) => string } = {
  minimum: (limit) => `at least ${limit}`,
  exclusiveMinimum: (limit) => `more than ${limit}`,
  maximum: (limit) => `at most ${limit}`,
  exclusiveMaximum: (limit) => `less than ${limit}`,
  multipleOf: (limit) => `a multiple of ${limit}`,
};

const SIZES: { readonly [keyword: string]: (limit: string) => string } = {
  minLength: (limit) => `at least ${limit} characters`,
  maxLength: (limit) => `at most ${limit} characters`,
  minItems: (limit) => `at least ${limit} items`,
  maxItems: (limit) => `at most ${limit} items`,
  minProperties: (limit) => `at least ${limit} properties`,
  maxProperties: (limit) => `at most ${limit} properties`,
};

/** None for keywords that only say where the error inside is. */
function limitProblems(keyword: string, rule: unknown, pointer: string, value: unknown): readonly ArgumentProblem[] {
  const range = RANGES[keyword];
  if (range !== undefined) {
    return [argumentProblem("E_ARGUMENT_RANGE", pointer, value, quote(value), range(String(rule)))];
  }
  const size = SIZES[keyword];
  return size === undefined
    ? []
    : [argumentProblem("E_ARGUMENT_SIZE", pointer, value, sizeOf(value), size(String(rule)))];
}

function sizeOf(value: unknown): string {
  // As JSON Schema counts: characters, not units of UTF-16.
  const size = typeof value === "string" ? [...value].length : Object.keys(objectIn(value)).length;
  return String(Array.isArray(value) ? value.length : size);
}

const TYPES: { readonly [type: string]: string } = {
  object: "an object",
  array: "a list",
  string: "a string",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  null: "null",
};

function typesText(type: unknown): string {
  const types = Array.isArray(type) ? type : [type];
  return types.map((one) => TYPES[String(one)] ?? String(one)).join(" or ");
}

const MOST_VALUES = 20;

function valuesText(values: readonly unknown[]): string {
  const shown = values.slice(0, MOST_VALUES).map(quote);
  return values.length > MOST_VALUES
    ? `${shown.join(", ")} or ${values.length - MOST_VALUES} others`
    : shown.join(" or ");
}

/** Only where each of them has a type to be told by. */
function formsText(schemas: readonly unknown[]): string {
  const types = schemas.map((schema) => objectIn(schema)["type"]);
  if (types.includes(undefined)) return "";
  return ` (${[...new Set(types.map(typesText))].join(", or ")})`;
}
