import { toStrictJsonSchema } from "openai/lib/transform";
import { describe, expect, it } from "vitest";
import { createEngine, type FunctionTool, openaiStrictObstacles, openaiTool } from "../../src/index.ts";
import { engineOf, example, OPEN } from "./sample.ts";

function toolOf(parameters: object): FunctionTool {
  const [tool] = engineOf({}, { type: "object", additionalProperties: false, ...parameters }).tools();
  return tool as FunctionTool;
}

/** The tool of parameters that strict mode can say. */
function strict(parameters: object): object {
  const tool = toolOf(parameters);
  expect(openaiStrictObstacles(tool)).toEqual([]);
  const { parameters: converted, strict: isStrict } = openaiTool(tool);
  expect(isStrict).toBe(true);
  // OpenAI's own package, which makes schemas strict, finds nothing left to do.
  expect(toStrictJsonSchema(converted as never)).toEqual(converted);
  return converted;
}

function obstaclesOf(parameters: object): readonly string[] {
  const tool = toolOf(parameters);
  const { parameters: untouched, strict: isStrict } = openaiTool(tool);
  expect(isStrict).toBe(false);
  expect(untouched).toEqual(tool.parameters);
  return openaiStrictObstacles(tool).map(({ pointer, reason }) => `${pointer}: ${reason}`);
}

describe("strict mode of OpenAI", () => {
  it("leaves parameters that it can say already as they are", () => {
    const parameters = {
      properties: {
        id: { type: "string", pattern: "^[0-9]+$", maxLength: 10 },
        when: { type: "string", format: "date-time" },
        lines: {
          type: "array",
          items: { $ref: "#/$defs/line" },
          minItems: 1,
        },
        either: { anyOf: [{ type: "string" }, { type: "null" }] },
      },
      required: ["id", "when", "lines", "either"],
      $defs: {
        line: {
          type: "object",
          properties: { amount: { type: "number", minimum: 0 } },
          required: ["amount"],
          additionalProperties: false,
        },
      },
    };
    expect(strict(parameters)).toEqual({ type: "object", additionalProperties: false, ...parameters });
    expect(strict({})).toEqual({ type: "object", additionalProperties: false, properties: {}, required: [] });
  });

  it("makes what is optional take null, however deep", () => {
    const converted = strict({
      properties: {
        name: { type: "string" },
        kind: { type: "string", enum: ["a", "b"] },
        fixed: { const: 7 },
        either: { type: ["string", "number"] },
        lines: {
          type: "array",
          items: {
            type: "object",
            properties: { note: { type: "string", description: "A note." } },
            additionalProperties: false,
          },
        },
      },
      required: ["name"],
    });
    expect(converted).toMatchObject({
      properties: {
        name: { type: "string" },
        kind: { type: ["string", "null"], enum: ["a", "b", null] },
        fixed: { enum: [7, null] },
        either: { type: ["string", "number", "null"] },
        lines: {
          type: ["array", "null"],
          items: { properties: { note: { type: ["string", "null"], description: "A note." } }, required: ["note"] },
        },
      },
      required: ["name", "kind", "fixed", "either", "lines"],
    });
  });

  it("and takes it for left out when the function is called", () => {
    const engine = engineOf(
      {},
      {
        type: "object",
        properties: {
          name: { type: "string" },
          note: { type: "string" },
          maybe: { type: ["string", "null"] },
          lines: { type: "array", items: { type: "object", properties: { note: { type: "string" } } } },
        },
        required: ["name"],
      },
    );
    const call = (given: object) => engine.call("handoff_sales", {}, given);
    const given = { name: "x", note: null, maybe: null, lines: [{ note: null }, { note: "y" }] };
    expect(call(given)).toMatchObject({ arguments: { name: "x", maybe: null, lines: [{}, { note: "y" }] } });
    expect(call({ name: "x", note: null })).toHaveProperty("arguments", { name: "x" });
    expect(call({ name: null })).toMatchObject({ problems: [{ code: "E_ARGUMENT_TYPE", pointer: "/name" }] });
  });

  it.each([
    ["further properties", { additionalProperties: true }, [": further properties are allowed"]],
    [
      "an object inside that allows further properties",
      { properties: { a: { type: "object" } }, required: ["a"] },
      ["/properties/a: further properties are allowed"],
    ],
    [
      "a keyword that it does not read",
      { properties: { a: { type: "array", items: { type: "string" }, uniqueItems: true } }, required: ["a"] },
      ["/properties/a/uniqueItems: `uniqueItems` is not read"],
    ],
    [
      "a format that it does not read",
      { properties: { a: { type: "string", format: "uri" } }, required: ["a"] },
      ["/properties/a/format: a format that is not read"],
    ],
    [
      "no type",
      { properties: { a: { description: "anything" }, b: true }, required: ["a", "b"] },
      ["/properties/a: no type", "/properties/b: no type"],
    ],
    [
      "something optional that may be null",
      { properties: { a: { type: ["string", "null"] } } },
      ["/properties/a: optional, and null would not be the same"],
    ],
    [
      "something optional where arguments are not looked through",
      {
        properties: { a: { $ref: "#/$defs/a" } },
        required: ["a"],
        $defs: { a: { type: "object", properties: { b: { type: "string" } }, additionalProperties: false } },
      },
      ["/$defs/a/properties/b: optional, and null would not be the same"],
    ],
    [
      "a description beside a reference",
      { properties: { a: { $ref: "#/$defs/a", description: "a" } }, required: ["a"], $defs: { a: { type: "string" } } },
      ["/properties/a: something beside `$ref`"],
    ],
    [
      "a list of anything",
      { properties: { a: { type: "array" } }, required: ["a"] },
      ["/properties/a: a list of anything"],
    ],
    ["a property that is not described", { required: ["a"] }, [": `a` is not described"]],
  ])("is off for %s, and it is told why", (_, parameters, expected) => {
    expect(obstaclesOf(parameters)).toEqual(expected);
  });

  it("is off for what is nested too deeply", () => {
    let inner: object = { type: "string" };
    for (let i = 0; i < 10; i++) {
      inner = { type: "object", properties: { in: inner }, required: ["in"], additionalProperties: false };
    }
    expect(obstaclesOf({ properties: { in: inner }, required: ["in"] })).toEqual([
      `${"/properties/in".repeat(10)}: nested more than 10 levels deep`,
    ]);
  });

  it("is on for the example, whose optional arguments take null", () => {
    const tools = createEngine(example("support"), { now: () => OPEN }).tools();
    for (const tool of tools) {
      const { parameters, strict: isStrict } = openaiTool(tool);
      expect(isStrict).toBe(true);
      expect(toStrictJsonSchema(parameters as never)).toEqual(parameters);
    }
  });
});
