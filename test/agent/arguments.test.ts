import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ARGUMENT_TEXTS, type ArgumentProblem } from "../../src/agent/argument-problem.ts";
import { checkArguments } from "../../src/agent/check-arguments.ts";
import { withoutLeftOut } from "../../src/agent/left-out.ts";
import type { FunctionParameters } from "../../src/agent/transfer-functions.ts";
import { validate } from "../../src/index.ts";
import { holds } from "../properties/holds.ts";
import { engineOf } from "./sample.ts";

type Fields = { readonly [keyword: string]: unknown };

interface Case {
  readonly name: string;
  readonly schema: Fields;
  readonly given: unknown;
  readonly problems: readonly ArgumentProblem[];
}

function problem(code: ArgumentProblem["code"], pointer: string, message: string, value: string): ArgumentProblem {
  return { code, pointer, message, value };
}

/** Arguments `{ a: given }` for parameters whose property `a` has this schema. */
function wrong(
  name: string,
  schema: unknown,
  given: unknown,
  code: ArgumentProblem["code"],
  message: string,
  value: string = JSON.stringify(given),
  pointer = "/a",
): Case {
  const problems = [problem(code, pointer, message, value)];
  return { name, schema: { properties: { a: schema } }, given: { a: given }, problems };
}

const long = "x".repeat(33_000);

const cases: readonly Case[] = [
  wrong("another type", { type: "string" }, 5, "E_ARGUMENT_TYPE", "must be a string, got 5"),
  wrong(
    "none of several types",
    { type: ["integer", "null", "boolean"] },
    1.5,
    "E_ARGUMENT_TYPE",
    "must be a whole number or null or true or false, got 1.5",
  ),
  wrong("none of some values", { enum: ["a", 2] }, "b", "E_ARGUMENT_VALUE", '"b" is not allowed here; use "a" or 2'),
  wrong(
    "none of many values",
    { enum: Array.from({ length: 30 }, (_, i) => i) },
    "b",
    "E_ARGUMENT_VALUE",
    `"b" is not allowed here; use ${Array.from({ length: 20 }, (_, i) => i).join(", ")} or 10 others`,
  ),
  wrong("not the one value", { const: [1] }, [2], "E_ARGUMENT_VALUE", "[2] is not allowed here; use [1]"),
  wrong("too little", { minimum: 1 }, 0, "E_ARGUMENT_RANGE", "0 is out of range; it must be at least 1"),
  wrong("just as little", { exclusiveMinimum: 1 }, 1, "E_ARGUMENT_RANGE", "1 is out of range; it must be more than 1"),
  wrong("too much", { maximum: 1 }, 2, "E_ARGUMENT_RANGE", "2 is out of range; it must be at most 1"),
  wrong("just as much", { exclusiveMaximum: 1 }, 1, "E_ARGUMENT_RANGE", "1 is out of range; it must be less than 1"),
  wrong(
    "no multiple",
    { multipleOf: 0.1 },
    0.25,
    "E_ARGUMENT_RANGE",
    "0.25 is out of range; it must be a multiple of 0.1",
  ),
  wrong("a short text", { minLength: 2 }, "😀", "E_ARGUMENT_SIZE", "has 1; it must have at least 2 characters"),
  wrong("a long text", { maxLength: 2 }, "abc", "E_ARGUMENT_SIZE", "has 3; it must have at most 2 characters"),
  wrong("a short list", { minItems: 1 }, [], "E_ARGUMENT_SIZE", "has 0; it must have at least 1 items"),
  wrong("a long list", { maxItems: 1 }, [1, 2], "E_ARGUMENT_SIZE", "has 2; it must have at most 1 items"),
  wrong("few properties", { minProperties: 1 }, {}, "E_ARGUMENT_SIZE", "has 0; it must have at least 1 properties"),
  wrong(
    "many properties",
    { maxProperties: 1 },
    { b: 1, c: 2 },
    "E_ARGUMENT_SIZE",
    "has 2; it must have at most 1 properties",
  ),
  wrong(
    "another pattern",
    { pattern: "^[0-9]+$" },
    "12a",
    "E_ARGUMENT_PATTERN",
    '"12a" does not match the pattern `^[0-9]+$`; write it in that form',
  ),
  wrong(
    "another format",
    { format: "date" },
    "2026-02-30",
    "E_ARGUMENT_FORMAT",
    '"2026-02-30" is no `date`; write it in that format',
  ),
  wrong("the same twice", { uniqueItems: true }, [1, 1], "E_ARGUMENT_TWICE", "lists something twice; keep one"),
  wrong(
    "no form, of which each is told by its type",
    { anyOf: [{ type: "string" }, { type: ["object", "null"] }] },
    5,
    "E_ARGUMENT_CHOICE",
    "5 has none of the forms that are allowed here (a string, or an object or null); write it in one of them",
  ),
  wrong(
    "two forms of which one is wanted",
    { oneOf: [{ minimum: 1 }, { minimum: 2 }] },
    3,
    "E_ARGUMENT_CHOICE",
    "3 has none of the forms that are allowed here; write it in one of them",
  ),
  wrong(
    "what is excluded",
    { not: { type: "string" } },
    "b",
    "E_ARGUMENT_RULE",
    '"b" breaks the rule `not` of the parameters; see their schema',
  ),
  wrong(
    "a list without what it must contain",
    { contains: { const: 1 } },
    [2],
    "E_ARGUMENT_RULE",
    "[2] breaks the rule `contains` of the parameters; see their schema",
  ),
  wrong(
    "names that are not allowed",
    { propertyNames: { pattern: "^x" } },
    { y: 1 },
    "E_ARGUMENT_RULE",
    '{"y":1} breaks the rule `propertyNames` of the parameters; see their schema',
  ),
  wrong(
    "something far inside, through a reference and a name with every special character",
    { properties: { "b/c~d e%": { $ref: "#/properties/z~1%25" } } },
    { "b/c~d e%": [true] },
    "E_ARGUMENT_TYPE",
    "must be a string, got true",
    "true",
    "/a/b~1c~0d e%/0",
  ),
  {
    name: "what is required is missing, each by itself",
    schema: { properties: { b: {} }, required: ["b", "toString"] },
    given: {},
    problems: ["b", "toString"].map((name) =>
      problem(
        "E_ARGUMENT_MISSING",
        `/${name}`,
        `lacks \`${name}\`, which is required; ask for it, then call again`,
        "undefined",
      ),
    ),
  },
  {
    name: "what is required beside another is missing",
    schema: { dependentRequired: { a: ["a", "b"], c: ["d"] } },
    given: { a: 1 },
    problems: [
      problem("E_ARGUMENT_MISSING", "/b", "lacks `b`, which is required; ask for it, then call again", "undefined"),
    ],
  },
  {
    name: "what is not described, with the nearest",
    schema: {
      properties: { account: {}, deep: { properties: {}, additionalProperties: false } },
      additionalProperties: false,
    },
    given: { acount: 1, deep: { x: 1 } },
    problems: [
      problem("E_ARGUMENT_UNKNOWN", "/deep/x", "`x` is no parameter here; leave it out", "1"),
      problem(
        "E_ARGUMENT_UNKNOWN",
        "/acount",
        "`acount` is no parameter here; did you mean `account`; leave it out",
        "1",
      ),
    ],
  },
  {
    name: "all that is wrong, at once, and nothing twice",
    schema: {
      allOf: [{ properties: { a: { type: "string" } } }],
      if: { required: ["b"] },
      // biome-ignore lint/suspicious/noThenProperty: the keyword is called that.
      then: { properties: { a: { type: "string" }, b: { const: 2 } } },
      dependentSchemas: { b: { required: ["c"] } },
    },
    given: { a: 1, b: 1 },
    problems: [
      problem("E_ARGUMENT_TYPE", "/a", "must be a string, got 1", "1"),
      problem("E_ARGUMENT_VALUE", "/b", "1 is not allowed here; use 2", "1"),
      problem("E_ARGUMENT_MISSING", "/c", "lacks `c`, which is required; ask for it, then call again", "undefined"),
    ],
  },
  {
    name: "no object",
    schema: {},
    given: [1],
    problems: [problem("E_ARGUMENT_TYPE", "", "must be an object, got [1]", "[1]")],
  },
  {
    name: "text that is no JSON",
    schema: {},
    given: '{"a":1',
    problems: [problem("E_ARGUMENTS_JSON", "", "are no JSON; write one object of arguments", '"{\\"a\\":1"')],
  },
  {
    name: "what cannot be written as JSON",
    schema: {},
    given: { a: 1n },
    problems: [problem("E_ARGUMENTS_JSON", "", "are no JSON; write one object of arguments", '"object"')],
  },
  {
    name: "too much",
    schema: {},
    given: { a: long },
    problems: [
      problem(
        "E_ARGUMENTS_SIZE",
        "",
        "take 33008 characters as JSON, more than 32768; shorten them",
        `"${`{\\"a\\":\\"${long}`.slice(0, 58)}…`,
      ),
    ],
  },
  {
    name: "too deep for the schema that follows it",
    schema: { properties: { a: { $ref: "#" } } },
    given: `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`,
    problems: [
      problem(
        "E_ARGUMENTS_DEPTH",
        "",
        "are too many or too deeply nested to be checked; write fewer of them, and flat",
        '{"a":{"…":"…"}}',
      ),
    ],
  },
];

const DEFINED = { "z/%": { type: "array", items: { type: "string" } } };

function parametersOf(schema: Fields): FunctionParameters {
  const properties = schema["properties"] as object | undefined;
  return { type: "object", ...schema, properties: { ...properties, ...DEFINED } };
}

describe("arguments that break the rules of their schema, word for word", () => {
  it.each(cases)("$name", ({ schema, given, problems }) => {
    expect(checkArguments(given, parametersOf(schema))).toEqual({ problems });
  });

  it("every code is asserted", () => {
    const said = new Set(cases.flatMap(({ problems }) => problems.map(({ code }) => code)));
    expect([...said].sort()).toEqual(Object.keys(ARGUMENT_TEXTS).sort());
  });

  it("a hundred problems are told at most", () => {
    const given = { a: Array.from({ length: 9000 }, () => 0) };
    const checked = checkArguments(given, parametersOf({ properties: { a: { items: { minimum: 1 } } } }));
    expect(checked).toMatchObject({ problems: { length: 100 } });
  });
});

describe("arguments that are given", () => {
  const parameters = parametersOf({ properties: { a: {} } });

  it.each([
    ["none", undefined, {}],
    ["null", null, {}],
    ["no text", "", {}],
    ["JSON text, as OpenAI hands it over", '{"a":1}', { a: 1 }],
    ["undefined members", { a: undefined, b: 1 }, { b: 1 }],
    ["an object without a prototype", Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
    ["a key that is no prototype", '{"__proto__":{"a":1}}', JSON.parse('{"__proto__":{"a":1}}')],
  ])("as %s", (_, given, expected) => {
    const checked = checkArguments(given, parameters);
    expect(checked).toEqual({ arguments: expected });
    expect(Object.getPrototypeOf((checked as { arguments: object }).arguments)).toBe(Object.prototype);
  });

  it("are copied: later changes do not reach the directive", () => {
    const given = { a: [1] };
    const result = engineOf({}, { type: "object" }).call("handoff_sales", {}, given);
    given.a.push(2);
    expect(result).toMatchObject({ outcome: "transfer", arguments: { a: [1] } });
  });

  it("that throw when they are read are wrong, and nothing else happens", () => {
    const hostile = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error("no");
        },
      },
    );
    expect(checkArguments(hostile, parameters)).toMatchObject({ problems: [{ code: "E_ARGUMENTS_JSON" }] });
    const cyclic: { self?: unknown } = {};
    cyclic.self = cyclic;
    expect(checkArguments(cyclic, parameters)).toMatchObject({ problems: [{ code: "E_ARGUMENTS_JSON" }] });
  });
});

/** Schemas of which the door says nothing, and values that nearly fit them. */
const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(0, 1, -1, 0.5, 7, "", "a", "ab", "12", true, false, null),
    fc.array(tie("any"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("a", "b", "c"), tie("any"), { maxKeys: 3 }),
  ),
})).any;

const count = fc.nat({ max: 3 });

const schema: fc.Arbitrary<unknown> = fc.letrec((tie) => {
  const schemas = fc.array(tie("any"), { minLength: 1, maxLength: 3 });
  const named = fc.dictionary(fc.constantFrom("a", "b", "c"), tie("any"), { maxKeys: 3 });
  const names = fc.uniqueArray(fc.constantFrom("a", "b", "c"), { maxLength: 2 });
  const type = fc.constantFrom("object", "array", "string", "number", "integer", "boolean", "null");
  return {
    any: fc.oneof(
      { depthSize: "small" },
      fc.boolean(),
      fc.record({ type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })) }),
      fc.record({ enum: fc.uniqueArray(value, { minLength: 1, maxLength: 3, selector: (v) => JSON.stringify(v) }) }),
      fc.record({ const: value }),
      fc.record(
        { minimum: count, exclusiveMaximum: count, multipleOf: fc.constantFrom(0.5, 1, 3) },
        { requiredKeys: [] },
      ),
      fc.record({ minLength: count, maxLength: count, pattern: fc.constantFrom("^a", "\\d") }, { requiredKeys: [] }),
      fc.record({ properties: named, required: names, additionalProperties: tie("any") }, { requiredKeys: [] }),
      fc.record(
        { patternProperties: fc.record({ "^[ab]": tie("any") }), propertyNames: tie("any") },
        { requiredKeys: [] },
      ),
      fc.record({ items: tie("any"), minItems: count, uniqueItems: fc.boolean() }, { requiredKeys: [] }),
      // Apart, since ajv overlooks that an empty list contains nothing where `prefixItems` holds `false`.
      fc.record({ prefixItems: schemas, items: tie("any") }, { requiredKeys: [] }),
      fc.record({ contains: tie("any"), minContains: count, maxContains: count }, { requiredKeys: ["contains"] }),
      fc.record({ allOf: schemas }),
      fc.record({ anyOf: schemas }),
      fc.record({ oneOf: schemas }),
      fc.record({ not: tie("any") }),
      // biome-ignore lint/suspicious/noThenProperty: the keyword is called that.
      fc.record({ if: tie("any"), then: tie("any"), else: tie("any") }, { requiredKeys: ["if"] }),
      fc.record({ dependentRequired: fc.record({ a: names }), dependentSchemas: fc.record({ b: tie("any") }) }),
      fc.record({ $ref: fc.constantFrom("#/$defs/text", "#/$defs/pair") }),
    ),
  };
}).any;

const DEFS = {
  text: { type: "string", minLength: 1 },
  pair: { type: "object", properties: { a: { $ref: "#/$defs/text" } }, required: ["a"] },
};

/** The door has validated the schemas, and reading the metaschema anew takes longer than all the rest. */
const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false });

describe("the check of arguments", () => {
  it("agrees with ajv on every schema that the door lets in, and tells where each problem is", () => {
    const counts = { right: 0, wrong: 0 };
    const served = engineOf({}).configuration;
    // As they come out of JSON: fast-check's objects have no prototype, at which ajv looks.
    const drawn = fc.tuple(schema, fc.array(value, { minLength: 8, maxLength: 8 }));
    const asJson = drawn.map((drawn): typeof drawn => JSON.parse(JSON.stringify(drawn)));
    holds(asJson, 1_000, ([inner, values]) => {
      const parameters = { type: "object" as const, properties: { a: inner }, $defs: DEFS };
      const configuration = { ...served, transfer_functions: [{ name: "transfer", input_parameters: parameters }] };
      const refused = validate(configuration).filter(({ severity }) => severity === "error");
      if (refused.length > 0) throw new Error(JSON.stringify([parameters, refused]));
      const isValid = ajv.compile(parameters);
      for (const a of values) {
        // Null in place of being left out is asked of no other validator.
        if (JSON.stringify(withoutLeftOut({ a }, parameters)) !== JSON.stringify({ a })) continue;
        const checked = checkArguments({ a }, parameters);
        const isRight = "arguments" in checked;
        if (isRight !== isValid({ a }))
          throw new Error(JSON.stringify({ parameters, a, checked, ajv: isValid.errors }));
        counts[isRight ? "right" : "wrong"]++;
        if (isRight) continue;
        for (const { pointer, message } of checked.problems) {
          if (!/^(\/|$)/.test(pointer) || message === "") throw new Error(JSON.stringify(checked));
        }
      }
    });
    expect(counts.right).toBeGreaterThan(1_000);
    expect(counts.wrong).toBeGreaterThan(1_000);
  }, 120_000);
});
