import type { CivilInterval, CivilReading, Rule } from "../index.ts";
import { shown } from "./shown.ts";

/** The rule that decided, in a few words. */
export function ruleText(rule: Rule): string {
  switch (rule.kind) {
    case "enabled":
      return "not enabled";
    case "supported_channel_types":
      return `serves ${rule.supported.join(", ")}, not ${requested(rule.requested)}`;
    case "supported_languages":
      return `serves ${rule.supported.join(", ")}, not ${requested(rule.requested)}`;
    case "closure":
      return `closed by hand: ${shown(rule.closure.reason)}`;
    case "open_24":
      return "open 24 hours";
    case "spill":
      return `${interval(rule.interval)} of the evening before, ${rule.from}`;
    case "weekly_hours":
      return `${rule.weekday}: ${hours(rule.intervals, rule.interval)}`;
    case "date_exception":
      if ("closed" in rule.exception) return `exception ${rule.date}: closed`;
      if ("open_24" in rule.exception) return `exception ${rule.date}: open for the whole date`;
      return `exception ${rule.date}: ${hours(rule.exception.intervals, rule.interval)}`;
  }
}

function requested(value: unknown): string {
  return shown(typeof value === "string" ? value : String(value));
}

function hours(intervals: readonly CivilInterval[], holding: CivilInterval | undefined): string {
  if (holding !== undefined) return interval(holding);
  return intervals.length === 0 ? "no hours" : `only ${intervals.map(interval).join(", ")}`;
}

function interval({ start, end }: CivilInterval): string {
  return `${start}-${end}`;
}

/** `Tue 2026-12-01 10:00 -05:00`. */
export function civilText({ weekday, date, time, offset }: CivilReading): string {
  return `${weekday[0]?.toUpperCase()}${weekday.slice(1)} ${date} ${time} ${offset}`;
}
