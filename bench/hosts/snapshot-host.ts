/**
 * A host that starts from a snapshot, in a process of its own: `snapshot-host.ts <snapshot> [--trusted]`. Prints a
 * SnapshotLife.
 */
import { readFileSync } from "node:fs";
import { loadSnapshot } from "../../dist/runtime.js";
import { FLEET_NOW } from "../fleet.ts";
import { sampleSum } from "./sample.ts";

export interface SnapshotLife {
  /** Milliseconds until the first resolution. */
  readonly started: number;
  readonly sum: number;
}

const [path = "", how] = process.argv.slice(2);
const { buffer, byteOffset, length } = readFileSync(path);
const bytes = buffer.slice(byteOffset, byteOffset + length);
const begin = performance.now();
const snapshot = loadSnapshot(bytes, { trusted: how === "--trusted" });
snapshot.handoff("Handoff 1").resolve({ at: FLEET_NOW, channel: "voice", language: "en" });
const started = performance.now() - begin;
const life: SnapshotLife = {
  started,
  sum: sampleSum(snapshot.names.length, (name) => snapshot.handoff(name)),
};
console.log(JSON.stringify(life));
