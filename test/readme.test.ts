import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PROBLEM_TEXTS } from "../src/config/problem.ts";
import { anthropicTool, createEngine, validate } from "../src/index.ts";
import { loadSnapshot } from "../src/runtime.ts";
import { vectorFiles } from "./oracle/vector-file.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const snippets = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match) => match[1] as string);
const support: unknown = JSON.parse(readFileSync(new URL("../examples/support.json", import.meta.url), "utf8"));

/** Runs a snippet as it stands, with the names that its surrounding text introduces. */
function run(snippet: string, names: { readonly [name: string]: unknown }): void {
  const body = snippet.replace(/^import .*$/gm, "");
  new Function(...Object.keys(names), body)(...Object.values(names));
}

describe("README", () => {
  it("the first snippet is three lines and answers the question", () => {
    const said: unknown[] = [];
    const [first = ""] = snippets;
    expect(first.trim().split("\n")).toHaveLength(3);
    run(first, { createEngine, readFileSync, console: { log: (text: unknown) => said.push(text) } });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^(call transfer_to_billing$|No billing agent is available)/);
  });

  it("its numbers are the ones of the code and of docs/benchmarks.md", () => {
    const page = readFileSync(new URL("../docs/benchmarks.md", import.meta.url), "utf8");
    const [, resolve = "", ratio = ""] = /`resolve` takes (\S+ ns), (\S+×) less/.exec(readme) ?? [];
    const [, isOpen = ""] = /`isOpen` (\S+ ns)/.exec(readme) ?? [];
    expect(page).toContain(`| ${resolve} |`);
    expect(page).toContain(`| handoff.resolve vs the law with @js-temporal/polyfill | ${ratio} |`);
    expect(page).toContain(`| ${isOpen} |`);
    expect(readme).toContain(`(${Object.keys(PROBLEM_TEXTS).length} kinds,`);
    const vectors = vectorFiles().flatMap(({ cases }) => cases);
    expect(readme).toContain(`${vectors.length} language-neutral`);
  });

  it("every call of the tour works", () => {
    const at = Date.parse("2026-12-01T15:00:00Z");
    const instants = { at, from: at, to: at + 86_400_000 };
    const configurations = { configuration: support, nextConfiguration: support };
    const tour = snippets[1] ?? "";
    expect(tour).toContain("engine.status()");
    run(tour, { createEngine, validate, ...instants, ...configurations });
  });

  it("what an agent is given is what it says", () => {
    const engine = createEngine(support as Parameters<typeof createEngine>[0]);
    const at = Date.parse("2026-12-01T15:00:00Z");
    const given = snippets[2] ?? "";
    expect(given).toContain("engine.call");
    const names = { engine, billing: engine.handoff("Billing Support"), at, timezone: "America/New_York", input: {} };
    run(given, { ...names, anthropicTool });
  });

  it("a snapshot answers as the tour says", () => {
    const bytes = createEngine(support as Parameters<typeof createEngine>[0]).snapshot();
    const runtime = snippets[3] ?? "";
    expect(runtime).toContain('from "handoff-engine/runtime"');
    run(runtime, { loadSnapshot, bytes });
  });

  it("the shapes of a resolution are the ones it shows", () => {
    const [available = "", unavailable = ""] = (snippets[4] ?? "").trim().split("\n");
    const billing = createEngine(support as Parameters<typeof createEngine>[0]).handoff("Billing Support");
    const fields = (line: string) => [...line.matchAll(/\w+(?=[:,]| })/g)].map(([name]) => name);
    const open = billing.resolve({ at: Date.parse("2026-12-01T15:00:00Z") });
    const closed = billing.resolve({ at: Date.parse("2026-12-05T23:00:00Z"), channel: "voice" });
    expect(Object.keys(open)).toEqual(fields(available).filter((name) => name !== "true"));
    expect(Object.keys(closed)).toEqual(fields(unavailable).filter((name) => name !== "false"));
  });
});
