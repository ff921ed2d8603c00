import { type Engine, type ReadableZones, readableZones, systemZones, ZoneDataError } from "../index.ts";
import type { CommandDefinition } from "./command.ts";
import { EXIT } from "./exit-code.ts";
import { type InstantOptions, instantOf } from "./instant.ts";
import { openEngine } from "./open-engine.ts";
import { counted } from "./print-findings.ts";
import {
  atOption,
  type FormatOption,
  filesArgument,
  formatOption,
  type JsonOption,
  jsonOption,
} from "./shared-options.ts";
import { shownJson } from "./shown.ts";
import { table } from "./table.ts";
import { clockText, instantText, offsetText, type Transition, transitionsIn } from "./wall-clock.ts";
import { ZONES } from "./zone-law.ts";
import { zonesComparedJson, zonesComparedText } from "./zones-compared.ts";

const MS_PER_MINUTE = 60_000;
const AHEAD_MINUTES = 400 * 1440;

interface Options extends InstantOptions, FormatOption, JsonOption {
  readonly against: readonly string[];
  readonly check?: boolean;
}

export const zonesCommand: CommandDefinition<Options> = {
  about:
    "Prints which time-zone data the answers come from and, for every zone of the configuration, how many queues are in " +
    "it, what its clock shows, and when that clock is changed next. Then compares that data with all other that this " +
    "machine has: which zones in use differ, from when on, and which queues would be open at other instants.",
  define: (command) => {
    filesArgument(command);
    atOption(command, "when");
    command
      .option(
        "--against <folder>",
        "a zoneinfo folder to compare with, such as a newer release; may be given again",
        (folder: string, before: readonly string[]) => [...before, folder],
        [],
      )
      .option(
        "--check",
        "exit with 1 when a queue would be open at other instants by other data, or data cannot be read",
      );
    formatOption(command);
    jsonOption(command);
  },
  examples: [
    ["zones support.json", "Which clocks count, when they change, and what other data says"],
    ["zones support.json --against /opt/tz/2026g --check", "What an update of the time-zone data would move"],
  ],
  run: async ({ terminal, operands }, options) => {
    const at = instantOf(options, terminal.now(), ZONES);
    const { engine } = await openEngine(operands, at, terminal, options);
    const { name, version } = engine.status().zones;
    const others = options.against.map((folder) => opened(folder));
    const report = engine.zones(others.length > 0 ? others : readableZones().filter(isOther(engine)));
    const clocks = clocksOf(engine, at);
    if (options.json === true) {
      const zones = clocks.map(({ timezone, queues, change }) => ({
        timezone,
        queues,
        clock: clockText(at, timezone, ZONES),
        next_transition: change === undefined ? null : transitionJson(change),
      }));
      terminal.out(
        `${shownJson({ at: instantText(at), source: { name, version }, zones, compared: zonesComparedJson(report) })}\n`,
      );
    } else {
      const rows = clocks.map(({ timezone, queues, change }) => [
        timezone,
        String(queues),
        clockText(at, timezone, ZONES),
        change === undefined ? "not in the next 400 days" : transitionText(change, timezone),
      ]);
      terminal.out(`tz database ${version} (${name}), at ${instantText(at)}, ${counted(rows.length, "zone")}\n\n`);
      terminal.out(table([["zone", "queues", "its clock", "changes next"], ...rows], terminal.wrapsAt));
      terminal.out(zonesComparedText(report, terminal.wrapsAt));
    }
    const differs = report.others.some(({ queues, error }) => queues.length > 0 || error !== undefined);
    return options.check === true && differs ? EXIT.no : EXIT.yes;
  },
};

/** A folder that cannot be used is told in its row, as those of the machine are. */
function opened(folder: string): ReadableZones {
  try {
    return { name: "system", source: systemZones(folder) };
  } catch (error) {
    if (!(error instanceof ZoneDataError)) throw error;
    return { name: "folder", folder, error };
  }
}

/** All but the data that serves: it does not differ from itself. */
function isOther(engine: Engine): (readable: ReadableZones) => boolean {
  const { name, folder } = engine.zoneSource;
  return ({ source }) => source?.name !== name || source.folder !== folder;
}

interface Clock {
  readonly timezone: string;
  readonly queues: number;
  readonly change: Transition | undefined;
}

function clocksOf(engine: Engine, at: number): readonly Clock[] {
  const counts = new Map<string, number>();
  for (const { destination } of engine.configuration.handoffs) {
    for (const { timezone } of destination) counts.set(timezone, (counts.get(timezone) ?? 0) + 1);
  }
  const minute = Math.floor(at / MS_PER_MINUTE);
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([timezone, queues]) => {
      const [change] = transitionsIn(timezone, minute + 1, minute + AHEAD_MINUTES, ZONES);
      return { timezone, queues, change };
    });
}

function transitionText({ minute, before, after }: Transition, timezone: string): string {
  const kind = after > before ? "gap" : "fold";
  return `${clockText((minute - 1) * MS_PER_MINUTE, timezone, ZONES).slice(0, 14)} ${offsetText(before)} to ${offsetText(after)} (${kind})`;
}

function transitionJson({ minute, before, after }: Transition): object {
  return {
    at: instantText(minute * MS_PER_MINUTE),
    kind: after > before ? "gap" : "fold",
    before: offsetText(before),
    after: offsetText(after),
  };
}
