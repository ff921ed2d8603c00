// Runs where the package is installed as a user would install it: from its tarball, in a folder of its own.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createEngine, validate } from "handoff-engine";
import { coverage, diff } from "handoff-engine/report";

const configuration = JSON.parse(readFileSync("support.json", "utf8"));
const at = Date.parse("2026-12-01T15:00:00Z");
const engine = createEngine(configuration, { now: () => at });
const answer = engine.handoff("Billing Support").resolve({ at, channel: "voice", language: "en-US" });
if (!answer.available || answer.transfer_function_name === undefined) throw new Error("expected a queue to be open");
if (validate(configuration, { now: () => at }).length > 0) throw new Error("expected no problems");
if (coverage(engine).handoffs.length !== configuration.handoffs.length) throw new Error("coverage");
if (!diff(engine, createEngine(configuration, { now: () => at })).same) throw new Error("a diff with itself");

// What checks arguments is part of the package: nothing else is installed here.
const called = engine.call("handoff_billing_support", { at, language: "en-US" }, { account_number: "12" });
if (called.outcome !== "wrong_arguments" || called.problems.length !== 2) throw new Error("expected two problems");

const require = createRequire(import.meta.url);
if (require("handoff-engine").createEngine !== createEngine) throw new Error("require() gives another module");
if (require("handoff-engine/schemas/configuration.schema.json").title !== "Handoff configuration")
  throw new Error("schema");
console.log(`${answer.queue} is open at ${new Date(at).toISOString()}`);
