import { readdirSync, readFileSync } from "node:fs";
import type { Destination } from "../../src/config/types.ts";
import type { Premise } from "./premise.ts";

export interface Expectation {
  readonly at: string;
  readonly channel?: string;
  readonly language?: string;
  /** `null`: the handoff is unavailable. */
  readonly queue: string | null;
}

export interface Vector {
  readonly name: string;
  readonly destination: Destination;
  readonly premises?: readonly Premise[];
  readonly expect: readonly Expectation[];
  readonly open?: {
    readonly from: string;
    readonly to: string;
    readonly spans: readonly (readonly [start: string, end: string])[];
  };
}

export interface VectorFile {
  readonly title: string;
  readonly cases: readonly Vector[];
}

const folder = new URL("../vectors/", import.meta.url);

export function vectorSchema(): object {
  return JSON.parse(readFileSync(new URL("vectors.schema.json", folder), "utf8"));
}

/** What the vectors' schema refers to: the published form of expectations, and of destinations. */
export function publishedSchemas(): object[] {
  return ["expectations", "destination"].map((name) =>
    JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), "utf8")),
  );
}

export function vectorFiles(): VectorFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json") && name !== "vectors.schema.json")
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")));
}
