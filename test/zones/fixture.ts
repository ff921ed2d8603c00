import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of the files that zic made of `laws.zi`. */
export const FIXTURES: string = fileURLToPath(new URL("./fixtures", import.meta.url));

export const FIXTURE_NAMES: readonly string[] = readdirSync(`${FIXTURES}/Test`).map((name) => `Test/${name}`);

export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(`${FIXTURES}/${name}`));
}
