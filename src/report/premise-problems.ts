import { nearest } from "../config/nearest.ts";
import { quote, quoteName } from "../config/quote.ts";
import { timezoneProblems } from "../config/timezone.ts";
import { parseDate } from "../time/civil.ts";
import type { ZoneSource } from "../time/zone.ts";
import { civilMs } from "./civil-instants.ts";
import type { ExpectationReader } from "./expectation-reader.ts";
import { parseInstant } from "./instant-text.ts";

const FIELDS: { readonly [kind: string]: readonly string[] } = {
  gap: ["kind", "timezone", "at", "before", "after"],
  fold: ["kind", "timezone", "at", "before", "after"],
  skipped_date: ["kind", "timezone", "date"],
  skipped_civil_time: ["kind", "timezone", "civil"],
  repeated_civil_time: ["kind", "timezone", "civil", "instants"],
  offset: ["kind", "timezone", "at", "offset"],
  civil: ["kind", "timezone", "at", "civil"],
};

const OFFSET = /^[+-](0\d|1[0-4]):[0-5]\d$/;

/** Writes down what is wrong with a premise. */
export function readPremise(value: unknown, pointer: string, zones: ZoneSource, reader: ExpectationReader): void {
  const kind = (value as { readonly kind?: unknown } | null | undefined)?.kind;
  const fields = typeof kind === "string" && Object.hasOwn(FIELDS, kind) ? FIELDS[kind] : undefined;
  if (fields === undefined && kind !== undefined) {
    const near = nearest(String(kind), Object.keys(FIELDS)).map(quoteName);
    reader.add("E_EXPECT_KIND", `${pointer}/kind`, kind, quote(kind), near);
    return;
  }
  const premise = reader.object(value, pointer, "a premise", fields ?? ["kind", "timezone"]);
  for (const name of fields ?? []) {
    const text = name === "instants" ? undefined : reader.text(premise[name], `${pointer}/${name}`);
    if (text !== undefined) readText(name, text, `${pointer}/${name}`, zones, reader);
  }
  for (const [instant, at] of reader.list(premise["instants"], `${pointer}/instants`)) {
    const text = reader.text(instant, at);
    if (text !== undefined) readInstant(text, at, zones, reader);
  }
}

function readText(name: string, text: string, pointer: string, zones: ZoneSource, reader: ExpectationReader): void {
  const isOffset = name === "before" || name === "after" || name === "offset";
  if (isOffset && !OFFSET.test(text)) reader.add("E_EXPECT_OFFSET", pointer, text, quote(text));
  if (name === "date" && parseDate(text) === undefined) reader.add("E_EXPECT_DATE", pointer, text, quote(text));
  if (name === "civil" && civilMs(text) === undefined) reader.add("E_EXPECT_CIVIL", pointer, text, quote(text));
  if (name === "at") readInstant(text, pointer, zones, reader);
  if (name === "timezone") {
    const errors = timezoneProblems(pointer, text, zones).filter(({ severity }) => severity === "error");
    reader.found.push(...errors.map(({ code, message, value }) => ({ code, pointer, message, value })));
  }
}

/** Undefined, and written down, when the text is no instant. */
export function readInstant(
  text: string,
  pointer: string,
  zones: ZoneSource,
  reader: ExpectationReader,
): number | undefined {
  const read = parseInstant(text, zones);
  if (read.at === undefined) {
    reader.found.push({ code: read.code, pointer, message: read.message, value: quote(text) });
  }
  return read.at;
}
