import { check } from "../config/check.ts";
import { nearest } from "../config/nearest.ts";
import { quote, quoteName } from "../config/quote.ts";
import { ExpectationReader, type Fields } from "./expectation-reader.ts";
import type { ExpectationProblem } from "./expectation-types.ts";
import type { Meaning } from "./meaning.ts";
import { readInstant, readPremise } from "./premise-problems.ts";
import { parseRequirement } from "./requirement.ts";

/** Every problem of expectations, for an engine whose handoffs they may name; empty when they are {@link Expectations}. */
export function expectationProblems(
  { configuration, zoneSource: zones }: Meaning,
  given: unknown,
): readonly ExpectationProblem[] {
  const reader = new ExpectationReader();
  const names = configuration.handoffs.map(({ name }) => name);
  const whole = ["$schema?", "title?", "transitions?", "cases?", "requirements?"];
  const file = reader.object(given, "", "expectations", whole);
  for (const key of ["$schema", "title"]) reader.text(file[key], `/${key}`);
  if (file["transitions"] !== undefined && file["transitions"] !== true) {
    reader.add("E_EXPECT_TYPE", "/transitions", file["transitions"], "true", quote(file["transitions"]));
  }
  for (const [item, pointer] of reader.list(file["cases"], "/cases")) readCase(item, pointer);
  for (const [item, pointer] of reader.list(file["requirements"], "/requirements")) readRequirement(item, pointer);
  return reader.found;

  function readCase(item: unknown, pointer: string): void {
    const properties = ["name", "faults?", "handoff?", "destination?", "premises?", "expect", "open?"];
    const fields = reader.object(item, pointer, "a case", properties);
    reader.text(fields["name"], `${pointer}/name`);
    readSubject(fields, pointer);
    for (const [fault, at] of reader.list(fields["faults"], `${pointer}/faults`)) {
      if (!Number.isInteger(fault)) reader.add("E_EXPECT_TYPE", at, fault, "a whole number", quote(fault));
    }
    for (const [premise, at] of reader.list(fields["premises"], `${pointer}/premises`)) {
      readPremise(premise, at, zones, reader);
    }
    for (const [expectation, at] of reader.list(fields["expect"], `${pointer}/expect`))
      readExpectation(expectation, at);
    if (fields["open"] !== undefined) readOpen(fields["open"], `${pointer}/open`);
  }

  function readSubject({ handoff, destination }: Fields, pointer: string): void {
    const isGiven = [handoff, destination].filter((subject) => subject !== undefined).length;
    if (isGiven === 2 || (isGiven === 0 && names.length !== 1)) {
      reader.add("E_EXPECT_SUBJECT", pointer, { handoff, destination });
    }
    readName(handoff, `${pointer}/handoff`);
    if (destination === undefined) return;
    const at = `${pointer}/destination`;
    if (!Array.isArray(destination)) {
      reader.add("E_EXPECT_TYPE", at, destination, "a list of queues", quote(destination));
      return;
    }
    const errors = check(destination, zones).problems.filter(({ severity }) => severity === "error");
    reader.found.push(
      ...errors.map(({ code, message, value, ...problem }) => ({
        code,
        pointer: at + problem.pointer,
        message,
        value,
      })),
    );
  }

  function readName(value: unknown, pointer: string): void {
    const name = reader.text(value, pointer);
    if (name === undefined || names.includes(name)) return;
    reader.add("E_EXPECT_HANDOFF", pointer, name, quoteName(name), nearest(name, names).map(quoteName));
  }

  function readExpectation(item: unknown, pointer: string): void {
    const fields = reader.object(item, pointer, "an expectation", ["at", "channel?", "language?", "queue"]);
    readAt(fields["at"], `${pointer}/at`);
    for (const key of ["channel", "language"]) {
      const value = fields[key];
      if (value !== undefined && typeof value !== "string") {
        reader.add("E_EXPECT_TYPE", `${pointer}/${key}`, value, "a text", quote(value));
      }
    }
    if (fields["queue"] !== null) reader.text(fields["queue"], `${pointer}/queue`);
  }

  function readOpen(item: unknown, pointer: string): void {
    const { from, to, spans } = reader.object(item, pointer, "open intervals", ["from", "to", "spans"]);
    const ends = [readAt(from, `${pointer}/from`), readAt(to, `${pointer}/to`)] as const;
    if (ends[0] !== undefined && ends[1] !== undefined && ends[0] >= ends[1]) {
      reader.add("E_EXPECT_TYPE", `${pointer}/to`, to, "after `from`", quote(to));
    }
    for (const [span, at] of reader.list(spans, `${pointer}/spans`)) {
      const edges = reader.list(span, at);
      if (Array.isArray(span) && edges.length !== 2) {
        reader.add("E_EXPECT_TYPE", at, span, "a list of two instants", quote(span));
      }
      for (const [edge, edgeAt] of edges) readAt(edge, edgeAt);
    }
  }

  function readAt(value: unknown, pointer: string): number | undefined {
    const text = reader.text(value, pointer);
    return text === undefined ? undefined : readInstant(text, pointer, zones, reader);
  }

  function readRequirement(item: unknown, pointer: string): void {
    const isText = typeof item === "string";
    const { require, handoff } = isText
      ? { require: item, handoff: undefined }
      : reader.object(item, pointer, "a requirement", ["handoff", "require"]);
    readName(handoff, `${pointer}/handoff`);
    const at = isText ? pointer : `${pointer}/require`;
    const text = reader.text(require, at);
    if (text === undefined) return;
    for (const { code, message, value, start, end } of parseRequirement(text, zones).problems) {
      reader.found.push({ code, pointer: at, message, value, within: { start, end } });
    }
  }
}
