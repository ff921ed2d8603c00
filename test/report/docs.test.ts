import { readFileSync } from "node:fs";
import { format } from "node:util";
import { describe, expect, it } from "vitest";
import { createEngine, runtimeZones } from "../../src/index.ts";
import * as report from "../../src/report.ts";

const page = readFileSync(new URL("../../docs/reports.md", import.meta.url), "utf8");
const snippets = [...page.matchAll(/^```ts\n([\s\S]*?)^```$(?:\n\n^```text\n([\s\S]*?)^```$)?/gm)].map(
  ([, code = "", output]) => ({ code, output }),
);

/** All in one scope, as a reader takes them; what each prints is kept apart. */
function printedBy(all: readonly { readonly code: string }[]): readonly string[] {
  const printed: string[] = [];
  const console = {
    log: (...words: readonly unknown[]) => printed.push(`${printed.pop() ?? ""}${format(...words)}\n`),
  };
  const next = () => printed.push("");
  const names = { createEngine: withRuntimeZones, readFileSync, ...report, console, next };
  const body = all.map(({ code }) => `next();\n${code.replace(/^import [\s\S]*?;$/gm, "")}`).join("\n");
  new Function(...Object.keys(names), body)(...Object.values(names));
  return printed;
}

/** Whatever the default source of zones is, the page tells what the runtime's data says. */
const withRuntimeZones: typeof createEngine = (configuration, options) =>
  createEngine(configuration, { zones: runtimeZones(), ...options });

describe("docs/reports.md", () => {
  const printed = printedBy(snippets);

  it("names every function that the entry exports", () => {
    expect(Object.keys(report).filter((name) => !new RegExp(`\\b${name}\\b`).test(page))).toEqual([]);
  });

  it.each(snippets.map((snippet, i) => ({ ...snippet, i })))("example $i prints what it says", ({ output = "", i }) => {
    expect(printed[i]).toBe(output);
  });
});
