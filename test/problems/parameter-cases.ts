import type { Problem, ProblemCode } from "../../src/index.ts";
import { error, type ProblemCase, warning } from "./problem-case.ts";
import { configuration } from "./sample.ts";

const AT = "/transfer_functions/0/input_parameters";

const given = (input_parameters: unknown): unknown =>
  configuration({ transfer_functions: [{ name: "transfer_to_sales", input_parameters }] });

/** Parameters whose one property has this schema. */
const property = (schema: unknown): unknown => given({ type: "object", properties: { a: schema } });

function bad(name: string, parameters: unknown, ...problems: readonly Problem[]): ProblemCase {
  return { name: `parameters with ${name}`, given: given(parameters), problems };
}

function silent(name: string, parameters: unknown): ProblemCase {
  return bad(`${name} say nothing`, parameters);
}

/** A keyword that holds something else than it must. */
function badValue(keyword: string, value: unknown, expected: string, shown: string): ProblemCase {
  return {
    name: `parameters with ${shown} for ${keyword}`,
    given: property({ [keyword]: value }),
    problems: [at("E_SCHEMA", `/properties/a/${keyword}`, `must be ${expected} in a JSON Schema, got ${shown}`, shown)],
  };
}

function at(code: ProblemCode & `E_${string}`, pointer: string, message: string, value: string): Problem {
  return error(code, `${AT}${pointer}`, message, value);
}

const TOP = "the parameters of a function are one object, whose properties are its arguments";
const TYPES = '"object", "array", "string", "number", "integer", "boolean", "null", or a list of these';
const ITSELF = "leads back to itself before it has said anything; refer to it from a property or an item";
const NOWHERE =
  "leads to no schema in these parameters; write `#` and a JSON pointer from their top, such as `#/$defs/address`";

function nowhere(reference: unknown, shown: string): ProblemCase {
  return {
    name: `parameters with the reference ${shown}`,
    given: property({ $ref: reference }),
    problems: [at("E_SCHEMA_REF", "/properties/a/$ref", `${shown} ${NOWHERE}`, shown)],
  };
}

function loop(name: string, $defs: object, pointer: string, shown: string): ProblemCase {
  const parameters = { type: "object", properties: { a: { $ref: "#/$defs/a" } }, $defs };
  return bad(name, parameters, at("E_SCHEMA_LOOP", pointer, `${shown} ${ITSELF}`, shown));
}

export const parameterCases: readonly ProblemCase[] = [
  silent("every keyword", {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $comment: "all of them",
    title: "All",
    type: "object",
    properties: {
      text: { type: "string", minLength: 1, maxLength: 9, pattern: "^\\p{L}+$", format: "email", default: null },
      number: { type: ["number", "null"], minimum: 0, exclusiveMaximum: 9.5, multipleOf: 0.5, examples: [1] },
      list: { type: "array", items: { $ref: "#/$defs/item" }, minItems: 1, uniqueItems: true, contains: true },
      pair: { prefixItems: [true, false], items: false, minContains: 0, "x-order": 3 },
      choice: { oneOf: [{ const: 1 }, { enum: ["a", null] }], deprecated: true, readOnly: false, writeOnly: false },
      tree: { $ref: "#" },
      deep: { properties: { "a/b~c": { not: { $ref: "#/properties/deep/properties/a~1b~0c/items" }, items: {} } } },
    },
    patternProperties: { "^x-": { if: true, else: false } },
    required: ["text"],
    dependentRequired: { text: ["number"] },
    dependentSchemas: { text: { minProperties: 1 } },
    additionalProperties: false,
    $defs: { item: { type: "object", properties: { again: { $ref: "#/$defs/item" } } } },
    definitions: { "per cent": { $ref: "#/$defs/item" } },
  }),
  silent("a reference with an encoded name", {
    type: "object",
    properties: { a: { $ref: "#/$defs/per%20cent" } },
    $defs: { "per cent": {} },
  }),
  bad("nothing in them", {}, at("E_SCHEMA_TOP", "", `lacks \`"type": "object"\` (it is undefined); ${TOP}`, "{}")),
  bad(
    "a type that is no object",
    { type: ["object", "null"] },
    at("E_SCHEMA_TOP", "", `lacks \`"type": "object"\` (it is ["object","null"]); ${TOP}`, '{"type":["…"]}'),
  ),
  bad(
    "a choice at the top",
    { type: "object", anyOf: [{ required: ["a"] }, { required: ["b"] }] },
    at(
      "E_SCHEMA_TOP",
      "/anyOf",
      `\`anyOf\` stands at the top, where makers of agents refuse it; ${TOP}`,
      '[{"…":"…"},{"…":"…"}]',
    ),
  ),
  badValue("type", "strng", TYPES, '"strng"'),
  badValue("type", [], TYPES, "[]"),
  badValue("properties", [], "an object", "[]"),
  badValue("items", [{}], "a schema, that is an object, true or false", "[{}]"),
  badValue("not", null, "a schema, that is an object, true or false", "null"),
  badValue("allOf", [], "a list of schemas, not an empty one", "[]"),
  badValue("allOf", {}, "a list of schemas, not an empty one", "{}"),
  badValue("required", "a", "a list of names", '"a"'),
  badValue("dependentRequired", [], "an object", "[]"),
  badValue("enum", [], "a list of values, not an empty one", "[]"),
  badValue("minLength", -1, "a whole number from 0 on", "-1"),
  badValue("maxItems", 1.5, "a whole number from 0 on", "1.5"),
  badValue("exclusiveMinimum", true, "a number", "true"),
  badValue("multipleOf", 0, "a number above 0", "0"),
  badValue("uniqueItems", "true", "true or false", '"true"'),
  badValue("description", 7, "a string", "7"),
  badValue("pattern", 7, "a string", "7"),
  bad(
    "mistakes far inside, all at once",
    {
      type: "object",
      properties: { a: { type: ["string", "text"], anyOf: [{}, 5] } },
      dependentRequired: { a: "b" },
      patternProperties: { "(": true },
    },
    at("E_SCHEMA", "/properties/a/type/1", `must be ${TYPES} in a JSON Schema, got "text"`, '"text"'),
    at(
      "E_SCHEMA",
      "/properties/a/anyOf/1",
      "must be a schema, that is an object, true or false in a JSON Schema, got 5",
      "5",
    ),
    at("E_SCHEMA", "/dependentRequired/a", 'must be a list of names in a JSON Schema, got "b"', '"b"'),
    at(
      "E_SCHEMA_PATTERN",
      "/patternProperties/(",
      '"(" is not a regular expression of ECMAScript with the flag `u`; write one',
      '"("',
    ),
  ),
  {
    name: "parameters with a pattern that the flag `u` refuses",
    given: property({ pattern: "\\-" }),
    problems: [
      at(
        "E_SCHEMA_PATTERN",
        "/properties/a/pattern",
        '"\\\\-" is not a regular expression of ECMAScript with the flag `u`; write one',
        '"\\\\-"',
      ),
    ],
  },
  {
    name: "parameters with a keyword of another dialect",
    given: property({ type: "string", nullable: true }),
    problems: [
      at(
        "E_SCHEMA_KEYWORD",
        "/properties/a/nullable",
        '`nullable` is no keyword of JSON Schema 2020-12 that is read here; write `type` with `"null"` among its types',
        "true",
      ),
    ],
  },
  {
    name: "parameters with a misspelt keyword, and one that is like none",
    given: property({ type: "string", maxLenght: 3, color: "red" }),
    problems: [
      warning(
        "W_SCHEMA_KEYWORD",
        `${AT}/properties/a/maxLenght`,
        "`maxLenght` is no keyword of JSON Schema and is ignored; did you mean `maxLength`?",
        "3",
      ),
      warning(
        "W_SCHEMA_KEYWORD",
        `${AT}/properties/a/color`,
        "`color` is no keyword of JSON Schema and is ignored",
        '"red"',
      ),
    ],
  },
  bad(
    "a required property that is described nowhere",
    { type: "object", properties: { account: {} }, required: ["acount", "reason"] },
    warning(
      "W_REQUIRED_UNKNOWN",
      `${AT}/required/0`,
      "`acount` is required, but is not among the `properties`; did you mean `account`?",
      '"acount"',
    ),
    warning(
      "W_REQUIRED_UNKNOWN",
      `${AT}/required/1`,
      "`reason` is required, but is not among the `properties`",
      '"reason"',
    ),
  ),
  bad(
    "a name that agents refuse",
    { type: "object", properties: { "account number": { properties: { "inside too": {} } } } },
    warning(
      "W_PARAMETER_NAME",
      `${AT}/properties/account number`,
      "`account number` is a name that some agents refuse; use 1 to 64 of A-Z a-z 0-9 _ . -",
      '"account number"',
    ),
  ),
  nowhere("#/$defs/address", '"#/$defs/address"'),
  nowhere("https://example.com/address.json", '"https://example.com/address.json"'),
  nowhere("#address", '"#address"'),
  nowhere("#/properties", '"#/properties"'),
  nowhere("#/%", '"#/%"'),
  nowhere(7, "7"),
  loop("a reference to itself", { a: { $ref: "#/$defs/a" } }, "/$defs/a/$ref", '"#/$defs/a"'),
  loop(
    "references that lead round through what looks at the same value",
    { a: { anyOf: [{ type: "null" }, { $ref: "#/$defs/b" }] }, b: { if: true, else: { $ref: "#/$defs/a" } } },
    "/$defs/b/else/$ref",
    '"#/$defs/a"',
  ),
  loop(
    "a way round that is entered in the middle",
    { a: { $ref: "#/$defs/b/allOf/0" }, b: { allOf: [{ $ref: "#/$defs/c" }] }, c: { $ref: "#/$defs/b" } },
    "/$defs/c/$ref",
    '"#/$defs/b"',
  ),
];
