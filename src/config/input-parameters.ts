import { type LooseObject, listIn, objectIn } from "./loose.ts";
import { nearest } from "./nearest.ts";
import { pointerTo } from "./pointer.ts";
import { didYouMean, PHRASES, type Problem, problem } from "./problem.ts";
import { quote, quoteName } from "./quote.ts";
import { SchemaGraph } from "./schema-graph.ts";
import { type KeywordKind, REPLACED_KEYWORDS, SCHEMA_KEYWORDS, SCHEMA_TYPES } from "./schema-keywords.ts";

/** What makers of agents refuse at the top of a function's parameters, though it is JSON Schema. */
const NOT_AT_TOP = ["$ref", "allOf", "anyOf", "oneOf", "not", "enum", "const"];

/** Anthropic's rule for names of properties at the top, the strictest. */
const PARAMETER_NAME = /^[A-Za-z0-9_.-]{1,64}$/;

/**
 * What is wrong with the `input_parameters` of a transfer function: as JSON Schema, and as parameters of a function that
 * an agent is offered. `at` is the pointer of the schema.
 */
export function inputParametersProblems(at: string, schema: unknown): readonly Problem[] {
  // That it is an object at all is told by its shape.
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) return [];
  const graph = new SchemaGraph(at);
  const found = [...topProblems(at, schema as LooseObject), ...schemaProblems(at, schema, graph)];
  return [...found, ...graph.problems()];
}

function topProblems(at: string, schema: LooseObject): readonly Problem[] {
  const found: Problem[] = [];
  const { type } = schema;
  if (type !== "object") found.push(problem("E_SCHEMA_TOP", at, schema, PHRASES.topType(quote(type))));
  for (const keyword of NOT_AT_TOP) {
    if (!Object.hasOwn(schema, keyword)) continue;
    found.push(problem("E_SCHEMA_TOP", pointerTo(at, keyword), schema[keyword], PHRASES.topKeyword(`\`${keyword}\``)));
  }
  const properties = objectIn(schema["properties"]);
  for (const name of Object.keys(properties)) {
    if (PARAMETER_NAME.test(name)) continue;
    const pointer = pointerTo(pointerTo(at, "properties"), name);
    found.push(problem("W_PARAMETER_NAME", pointer, name, quoteName(name)));
  }
  return found;
}

function schemaProblems(at: string, schema: unknown, graph: SchemaGraph): readonly Problem[] {
  graph.add(at, schema);
  if (typeof schema === "boolean") return [];
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) {
    return [problem("E_SCHEMA", at, schema, PHRASES.someSchema, quote(schema))];
  }
  const found = Object.entries(schema).flatMap(([keyword, value]) => {
    const kind = Object.hasOwn(SCHEMA_KEYWORDS, keyword) ? SCHEMA_KEYWORDS[keyword] : undefined;
    const pointer = pointerTo(at, keyword);
    return kind === undefined ? unknownKeyword(pointer, keyword, value) : keywordProblems(pointer, kind, value, graph);
  });
  return [...found, ...requiredProblems(at, schema as LooseObject)];
}

function unknownKeyword(pointer: string, keyword: string, value: unknown): readonly Problem[] {
  const instead = Object.hasOwn(REPLACED_KEYWORDS, keyword) ? REPLACED_KEYWORDS[keyword] : undefined;
  if (instead !== undefined) return [problem("E_SCHEMA_KEYWORD", pointer, value, quoteName(keyword), instead)];
  // What an author marks as an extension is meant to be ignored.
  if (keyword.startsWith("x-")) return [];
  const hint = didYouMean(nearest(keyword, Object.keys(SCHEMA_KEYWORDS)).map(quoteName));
  return [problem("W_SCHEMA_KEYWORD", pointer, value, quoteName(keyword), hint)];
}

function keywordProblems(pointer: string, kind: KeywordKind, value: unknown, graph: SchemaGraph): readonly Problem[] {
  const wrong = (expected: string) => [problem("E_SCHEMA", pointer, value, expected, quote(value))];
  const { names, map } = PHRASES.schemaValues;
  switch (kind) {
    case "schema":
      return schemaProblems(pointer, value, graph);
    case "list of schemas":
      if (!Array.isArray(value) || value.length === 0) return wrong(PHRASES.schemaValues[kind]);
      return value.flatMap((item, i) => schemaProblems(pointerTo(pointer, i), item, graph));
    case "map of schemas": {
      if (!isObject(value)) return wrong(map);
      const isByPattern = pointer.endsWith("/patternProperties");
      return Object.entries(value).flatMap(([key, member]) => {
        const at = pointerTo(pointer, key);
        return [...(isByPattern ? patternProblems(at, key) : []), ...schemaProblems(at, member, graph)];
      });
    }
    case "map of names":
      if (!isObject(value)) return wrong(map);
      return Object.entries(value).flatMap(([key, member]) =>
        isNames(member) ? [] : [problem("E_SCHEMA", pointerTo(pointer, key), member, names, quote(member))],
      );
    case "type":
      return typeProblems(pointer, value);
    case "pattern":
      return typeof value === "string" ? patternProblems(pointer, value) : wrong(PHRASES.schemaValues.text);
    case "reference":
      return graph.refer(pointer, value) ? [] : [problem("E_SCHEMA_REF", pointer, value, quote(value))];
    case "value":
      return [];
    default:
      return IS_KIND[kind](value) ? [] : wrong(PHRASES.schemaValues[kind]);
  }
}

const IS_KIND = {
  names: isNames,
  values: (value: unknown) => Array.isArray(value) && value.length > 0,
  count: (value: unknown) => Number.isInteger(value) && (value as number) >= 0,
  number: (value: unknown) => typeof value === "number",
  "positive number": (value: unknown) => typeof value === "number" && value > 0,
  flag: (value: unknown) => typeof value === "boolean",
  text: (value: unknown) => typeof value === "string",
} as const;

function typeProblems(pointer: string, value: unknown): readonly Problem[] {
  const listed = Array.isArray(value) ? value : [value];
  if (listed.length === 0) return [problem("E_SCHEMA", pointer, value, PHRASES.schemaValues.type, quote(value))];
  return listed.flatMap((type: unknown, i) => {
    if (typeof type === "string" && SCHEMA_TYPES.includes(type)) return [];
    const at = Array.isArray(value) ? pointerTo(pointer, i) : pointer;
    return [problem("E_SCHEMA", at, type, PHRASES.schemaValues.type, quote(type))];
  });
}

function patternProblems(pointer: string, pattern: string): readonly Problem[] {
  try {
    new RegExp(pattern, "u");
    return [];
  } catch {
    return [problem("E_SCHEMA_PATTERN", pointer, pattern, quote(pattern))];
  }
}

/** A required property that is nowhere described is misspelt, as a rule. */
function requiredProblems(at: string, schema: LooseObject): readonly Problem[] {
  if (!isObject(schema["properties"])) return [];
  const known = Object.keys(objectIn(schema["properties"]));
  return listIn(schema["required"]).flatMap((name, i) => {
    if (typeof name !== "string" || known.includes(name)) return [];
    const hint = didYouMean(nearest(name, known).map(quoteName));
    return [problem("W_REQUIRED_UNKNOWN", pointerTo(pointerTo(at, "required"), i), name, quoteName(name), hint)];
  });
}

function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((name) => typeof name === "string");
}

function isObject(value: unknown): value is LooseObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
