import type { Command } from "commander";
import { type InstantOptions, instantOf } from "./instant.ts";
import { atOption } from "./shared-options.ts";
import type { Terminal } from "./terminal.ts";
import { wholeNumber } from "./whole-number.ts";
import { ZONES } from "./zone-law.ts";

const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;

/** The stretch of time that a report is about. */
export interface ReportRange extends InstantOptions {
  readonly days: number;
}

export function rangeOptions(command: Command, days: number): void {
  atOption(command, "where it begins");
  command.option("--days <number>", "how many times 24 hours it reaches", wholeNumber(1, 3650), days);
}

/** Half-open, epoch milliseconds: from the whole minute on. */
export function askedRange(options: ReportRange, terminal: Terminal): { readonly from: number; readonly to: number } {
  const from = Math.floor(instantOf(options, terminal.now(), ZONES) / MS_PER_MINUTE) * MS_PER_MINUTE;
  return { from, to: from + options.days * MS_PER_DAY };
}
