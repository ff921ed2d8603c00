import { Temporal as JsTemporal } from "@js-temporal/polyfill";
import { Ajv2020 } from "ajv/dist/2020.js";
import { Temporal as PolyfillTemporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { createEngine, runtimeZones, systemZones } from "../src/index.ts";
import { lawIsOpen, lawResolve } from "./oracle/law.ts";
import { premiseHolds } from "./oracle/premise.ts";
import { temporalOn } from "./oracle/temporal-on.ts";
import { publishedSchemas, type Vector, vectorFiles, vectorSchema } from "./oracle/vector-file.ts";
import { offsetBy, type ZdumpZone, zdump } from "./oracle/zdump.ts";

const FIVE_MINUTES = 300_000;

const files = vectorFiles();
const cases = files.flatMap((file) => file.cases);
const withOpen = cases.filter((vector) => vector.open !== undefined);

interface Range {
  readonly from: number;
  readonly to: number;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

function rangeOf({ open }: Vector): Range {
  if (open === undefined) throw new Error("a case without open intervals");
  const spans = open.spans.map(([start, end]) => ({ start: Date.parse(start), end: Date.parse(end) }));
  return { from: Date.parse(open.from), to: Date.parse(open.to), spans };
}

const isInside = ({ spans }: Range, at: number): boolean => spans.some(({ start, end }) => at >= start && at < end);

/** The instants of the range around each edge, where mistakes of one millisecond show. */
const edgesOf = ({ from, to, spans }: Range): number[] =>
  [from, to, ...spans.flatMap(({ start, end }) => [start, end])]
    .flatMap((edge) => [edge - 1, edge, edge + 1])
    .filter((at) => at >= from && at < to);

const everyFiveMinutes = ({ from, to }: Range): number[] =>
  Array.from({ length: Math.ceil((to - from) / FIVE_MINUTES) }, (_, step) => from + step * FIVE_MINUTES);

describe("vectors", () => {
  it("are many, and no two share a name", () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  it.each(files)("$title: follows the schema", (file) => {
    const validate = new Ajv2020({ schemas: publishedSchemas() }).compile(vectorSchema());
    validate(file);
    expect(validate.errors).toBeNull();
  });

  it.each(cases.filter(({ premises }) => premises))("premises of: $name", ({ premises = [] }) => {
    expect(premises.filter((premise) => !premiseHolds(premise))).toEqual([]);
  });

  it.each(withOpen)("spans in order and apart: $name", (vector) => {
    const { from, to, spans } = rangeOf(vector);
    const edges = spans.flatMap(({ start, end }) => [start, end]);
    expect(edges).toEqual([...new Set(edges)].sort((a, b) => a - b));
    expect(edges.every((edge) => edge >= from && edge <= to)).toBe(true);
  });
});

const system = systemZones();
const used = [...new Set(cases.flatMap(({ destination }) => destination.map(({ timezone }) => timezone)))];
const zdumped = zdump(system.folder ?? "", used, 1971, 2101);

describe.each([
  { library: "@js-temporal/polyfill", temporal: JsTemporal },
  { library: "temporal-polyfill", temporal: PolyfillTemporal as unknown as typeof JsTemporal },
  {
    library: `zdump of ${system.version}`,
    temporal: temporalOn(JsTemporal, (timezone, at) => offsetBy(zdumped.get(timezone) as ZdumpZone, at / 1000)),
  },
])("oracle on $library", ({ temporal }) => {
  it.each(cases)("$name", ({ destination, expect: expectations }) => {
    for (const { at, queue, ...request } of expectations) {
      const position = lawResolve(destination, { at: Date.parse(at), ...request }, temporal);
      expect(destination[position]?.name ?? null, JSON.stringify({ at, ...request })).toBe(queue);
    }
  });

  it.each(withOpen)("open exactly: $name", (vector) => {
    const [queue] = vector.destination;
    const range = rangeOf(vector);
    const wrong = [...edgesOf(range), ...everyFiveMinutes(range)].filter(
      (at) => queue && lawIsOpen(queue, at, temporal) !== isInside(range, at),
    );
    expect(wrong.map((at) => new Date(at).toISOString())).toEqual([]);
  });
});

describe.each([system, runtimeZones()])("engine on $name zones, $version", (zones) => {
  const now = () => Date.parse("2026-11-22T00:00:00Z");
  const handoffOf = ({ destination }: Vector) => createEngine(destination, { now, zones }).handoff("default");

  it.each(cases)("$name", (vector) => {
    const handoff = handoffOf(vector);
    for (const { at, queue, ...request } of vector.expect) {
      const resolution = handoff.resolve({ at: Date.parse(at), ...request });
      const chosen = resolution.available ? resolution.queue : null;
      expect(chosen, JSON.stringify({ at, ...request })).toBe(queue);
    }
  });

  it.each(withOpen)("open exactly: $name", (vector) => {
    const queue = handoffOf(vector).queues[0];
    const range = rangeOf(vector);
    expect(queue?.intervals(range.from, range.to)).toEqual(range.spans);
    const wrong = edgesOf(range).filter((at) => queue?.isOpen(at) !== isInside(range, at));
    expect(wrong.map((at) => new Date(at).toISOString())).toEqual([]);
  });
});
