import { expect, it } from "vitest";
import { createEngine } from "../../src/index.ts";
import { now, withHandoffs } from "./sample.ts";

it.each([
  ["Billing Support", "handoff_billing_support"],
  ["  Billing".trim(), "handoff_billing"],
  ["Billing & Support (EU)", "handoff_billing_support_eu"],
  ["İstanbul", "handoff_istanbul"],
  ["IRMAK", "handoff_irmak"],
  ["Straße", "handoff_stra_e"],
  ["\u212Aelvin", "handoff_kelvin"],
  ["\uFB00luent", "handoff_ffluent"],
  ["Ｓａｌｅｓ", "handoff_sales"],
  ["Café Crème", "handoff_cafe_creme"],
  ["x".repeat(56), `handoff_${"x".repeat(56)}`],
  ["24/7", "handoff_24_7"],
  ["__proto__", "handoff_proto"],
])("the function of a handoff named %s is %s (rows 36 and 41)", (name, expected) => {
  const engine = createEngine(withHandoffs(name) as never, { now });
  expect(engine.handoff(name).functionName).toBe(expected);
  expect(expected).toMatch(/^handoff_[a-z0-9_]{1,56}$/);
});
