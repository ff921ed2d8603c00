import { type OffsetSpans, runtimeZones, systemZones, type ZoneSource } from "../dist/index.js";
import { ratioFigure, type TimeComparison } from "./comparison.ts";
import { ENGINE_VERSION } from "./engine.ts";
import type { Form } from "./form.ts";
import { timingOf } from "./interleave.ts";
import { seeded } from "./random.ts";

const SYSTEM = "systemZones";
const TEMPORAL = "runtimeZones, by Temporal";
const ALL = "systemZones, all zones with the self-check";

/** 400 days about which versions of the tz database agree since 2023. */
const FROM = Date.UTC(2020, 0, 1) / 60_000;
const TO = FROM + 400 * 1440;

/** The first touch of a zone: from nothing to the offset spans of a window. Each zone is asked for once a process. */
export function zonesComparison({ rounds }: Form): TimeComparison {
  const names = shuffled(systemZones().names());
  const group = Math.floor(names.length / (rounds + 1));
  const times = { system: [] as number[], temporal: [] as number[], all: [] as number[] };
  // The first round warms up.
  for (let round = 0; round <= rounds; round++) {
    const asked = names.slice(round * group, (round + 1) * group);
    const system = touch(systemZones(), asked);
    const temporal = touch(runtimeZones(), asked);
    compare(system, temporal, asked);
    const start = process.hrtime.bigint();
    touch(systemZones(), names);
    const all = Number(process.hrtime.bigint() - start);
    if (round === 0) continue;
    times.system.push(system.nanoseconds / asked.length);
    times.temporal.push(temporal.nanoseconds / asked.length);
    times.all.push(all);
  }
  const labels = (name: string, version: string, questions: number) => ({ name, version, questions });
  const timings = [
    timingOf(labels(SYSTEM, `${ENGINE_VERSION}, tz ${systemZones().version}`, group), times.system),
    timingOf(labels(TEMPORAL, `@js-temporal/polyfill, tz ${runtimeZones().version}`, group), times.temporal),
  ];
  const all = timingOf(labels(ALL, ENGINE_VERSION, 1), times.all);
  return {
    title: "The first touch of a zone",
    about:
      `From nothing to the offset spans of 400 days, ${group} zones a round, each asked for once in the process: the file ` +
      "read and checked, against offsets asked of Temporal every four days and where they differ. All spans are compared. " +
      `All ${names.length} names of the system, with the self-check of their source, are ${Math.round(all.median / 1e6)} ms.`,
    question: "zone",
    timings,
    measures: [SYSTEM],
    figures: [
      ...ratioFigure(timings, [TEMPORAL, SYSTEM], "at least", 10),
      {
        name: ALL,
        promised: false,
        exact: false,
        measured: all.median / 1e6,
        bar: 150,
        bound: "at most",
        unit: " ms",
      },
    ],
  };
}

interface Touch {
  readonly nanoseconds: number;
  /** By name; undefined for a zone that the source does not know. */
  readonly spans: readonly (OffsetSpans | undefined)[];
}

/** As the door and the compiler ask. */
function touch(zones: ZoneSource, names: readonly string[]): Touch {
  const start = process.hrtime.bigint();
  const spans = names.map((name) => (zones.has(name) ? zones.spans(name, FROM, TO) : undefined));
  return { nanoseconds: Number(process.hrtime.bigint() - start), spans };
}

/** Names that came with the newer of two versions are in one of them only. */
function compare(one: Touch, other: Touch, names: readonly string[]): void {
  names.forEach((name, i) => {
    const [a, b] = [one.spans[i], other.spans[i]];
    if (a !== undefined && b !== undefined && JSON.stringify(a) !== JSON.stringify(b)) {
      throw new Error(`the system's zones and Temporal give different answers for ${name}`);
    }
  });
}

/** Links lie beside their targets otherwise, and the runtime has touched what they share. */
function shuffled(names: readonly string[]): readonly string[] {
  const random = seeded(7);
  return names
    .map((name) => ({ name, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ name }) => name);
}
