import type { DateException } from "../config/types.ts";
import { civilIntervals, dateException } from "./civil-intervals.ts";
import type { TextImportProblem } from "./import-problem.ts";
import { OsmReader, OsmRefused } from "./osm-reader.ts";
import { readTimes } from "./osm-times.ts";
import { osmTokens } from "./osm-tokens.ts";

/** Reads `closed`, `open_24`, or hours such as `10:00-12:00,13:00-14:00`. */
export function parseDateException(
  text: string,
): { readonly exception: DateException } | { readonly problem: TextImportProblem } {
  if (text === "closed") return { exception: { closed: true } };
  if (text === "open_24") return { exception: { open_24: true } };
  const reader = new OsmReader(text, osmTokens(text));
  try {
    const times = readTimes(reader);
    if (reader.peek().kind !== "end") reader.unexpected("`closed`, `open_24` or hours such as 10:00-14:00");
    return { exception: dateException(civilIntervals(times)) };
  } catch (error) {
    if (!(error instanceof OsmRefused)) throw error;
    return { problem: error.problem };
  }
}
