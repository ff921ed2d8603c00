/**
 * A host's life in a process of its own: `json-host.ts <configuration> <snapshot to write, or "">`. Prints a JsonLife.
 */
import { readFileSync, writeFileSync } from "node:fs";
import type { Configuration } from "../../src/config/types.ts";
import { createEngine, newestZones } from "../engine.ts";
import { FLEET_NOW } from "../fleet.ts";
import { collect } from "../weighed.ts";
import { longestStretch, type Stretch } from "./longest-stretch.ts";
import { replaceTimes } from "./replace-times.ts";
import { sampleSum, sampleSumByLaw } from "./sample.ts";

/** Times in milliseconds. */
export interface JsonLife {
  readonly parsed: number;
  readonly created: number;
  readonly replaced: readonly number[];
  readonly stretch: Stretch;
  /** Of its sample, once it stands. */
  readonly sum: number;
}

let now = FLEET_NOW;

function start(path: string) {
  const text = readFileSync(path, "utf8");
  const begin = performance.now();
  const configuration = JSON.parse(text) as Configuration;
  const parsed = performance.now();
  // As a host has it: the zones of this fleet are the same to all sources.
  const engine = createEngine(configuration, { now: () => now, zones: newestZones() });
  return { engine, parsed: parsed - begin, created: performance.now() - parsed };
}

const [path = "", snapshotPath = ""] = process.argv.slice(2);
const { engine, parsed, created } = start(path);
const handoffs = engine.configuration.handoffs.length;
const sum = sampleSum(handoffs, (name) => engine.handoff(name));
if (snapshotPath !== "") writeFileSync(snapshotPath, engine.snapshot());
// What was parsed is garbage by now, and not of what is measured next.
collect();
const replaced = replaceTimes(engine);
collect();
const stretch = longestStretch(engine, (days) => {
  now += days * 86_400_000;
});
if (sampleSum(handoffs, (name) => engine.handoff(name)) !== sampleSumByLaw(engine.configuration)) {
  throw new Error("after replaces and rolls, the engine and the law in Temporal give different answers");
}
const life: JsonLife = { parsed, created, replaced, stretch, sum };
console.log(JSON.stringify(life));
