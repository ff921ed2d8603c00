import { fileURLToPath } from "node:url";
import { createContext, Script } from "node:vm";
import { rolldown } from "rolldown";
import { describe, expect, it } from "vitest";
import { mondayQueue, NOW } from "../problems/sample.ts";

/** The main entry as a bundler makes it for a browser, evaluated where there is no `process`. */
async function inBrowser(script: string): Promise<unknown> {
  const input = fileURLToPath(new URL("../../src/index.ts", import.meta.url));
  const warnings: string[] = [];
  const bundle = await rolldown({ input, platform: "browser", onLog: (_, { message }) => warnings.push(message) });
  const { output } = await bundle.generate({ format: "iife", name: "handoffEngine" });
  expect(output).toHaveLength(1);
  expect([...output[0].imports, ...output[0].dynamicImports]).toEqual([]);
  expect(warnings).toEqual([]);
  const context = createContext({ TextDecoder, TextEncoder, URL, performance, structuredClone });
  new Script(output[0].code).runInContext(context);
  return JSON.parse(new Script(`JSON.stringify((() => { ${script} })())`).runInContext(context) as string);
}

describe("where there is no file system", () => {
  it("the main entry loads, and an engine answers by the runtime's zones", async () => {
    const said = await inBrowser(`
      const { createEngine, newestZones, readableZones, systemZones } = handoffEngine;
      const engine = createEngine(${JSON.stringify([mondayQueue()])}, { now: () => ${NOW} });
      let refused;
      try { systemZones(); } catch (error) { refused = [error.code, error.message]; }
      return {
        zones: engine.status().zones,
        available: engine.handoff("default").resolve({ at: Date.parse("2026-11-23T15:00:00Z") }).available,
        newest: newestZones().name,
        readable: readableZones().map(({ name }) => name),
        refused,
      };`);
    expect(said).toEqual({
      zones: { name: "runtime", version: "unknown", passedOver: [] },
      available: true,
      newest: "runtime",
      readable: ["runtime"],
      refused: ["E_TZDATA_FOLDER", "there is no file system to read time zones from"],
    });
  });
});
