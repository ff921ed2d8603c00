import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { eachDate } from "./open-minutes.ts";

type OpeningHours = new (text: string) => { getState(date: Date): boolean };

/** Its declared types are those of the `require` entry, whose default export is another. */
const entry = createRequire(import.meta.url)
  .resolve("opening_hours")
  .replace(/\.js$/, ".esm.mjs");
const { default: OpeningHours } = (await import(pathToFileURL(entry).href)) as { readonly default: OpeningHours };

/**
 * What opening_hours.js says, step by step. It reads the local fields of a Date, so it is handed one whose fields show
 * the civil time. Undefined for what it cannot read, such as `24/7, Mo 10:00-12:00`.
 */
export function oracleMinutes(text: string): readonly string[] | undefined {
  const hours = readBy(text);
  if (hours === undefined) return undefined;
  return eachDate((at) => {
    const shown = new Date(at);
    return hours.getState(
      new Date(
        shown.getUTCFullYear(),
        shown.getUTCMonth(),
        shown.getUTCDate(),
        shown.getUTCHours(),
        shown.getUTCMinutes(),
      ),
    );
  });
}

function readBy(text: string): InstanceType<OpeningHours> | undefined {
  try {
    return new OpeningHours(text);
  } catch {
    return undefined;
  }
}
