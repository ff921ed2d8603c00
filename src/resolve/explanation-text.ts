import { quote } from "../config/quote.ts";
import type { CivilInterval } from "../config/types.ts";
import { formatInstant } from "../time/instant.ts";
import type { CivilReading, Rule, Verdict } from "./explanation.ts";
import type { HoursRule } from "./hours-rule.ts";

/** For the verdicts that hours decide. */
const OUTCOMES: { readonly [verdict in Verdict]?: string } = {
  chosen: "open and chosen",
  later: "open, but a queue before it is chosen,",
  closed: "closed",
};

/** Verdict and rule as a sentence, for operators and logs. */
export function explanationText(name: string, verdict: Verdict, rule: Rule, civil: CivilReading): string {
  switch (rule.kind) {
    case "enabled":
      return `${name} is not enabled`;
    case "supported_channel_types":
      return `${name} serves ${rule.supported.join(", ")}, not the channel ${quote(rule.requested)}`;
    case "supported_languages":
      return `${name} serves ${rule.supported.join(", ")}, not the language ${quote(rule.requested)}`;
    case "closure": {
      const { since, until, reason } = rule.closure;
      const end = until === undefined ? "until it is reopened" : `until ${formatInstant(until)}`;
      return `${name} is closed by hand since ${formatInstant(since)} ${end}: ${reason}`;
    }
    default: {
      const { weekday, date, time, timezone } = civil;
      return `${name} is ${OUTCOMES[verdict]} at ${weekday} ${date} ${time} in ${timezone}: ${hoursText(rule)}`;
    }
  }
}

function hoursText(rule: HoursRule): string {
  switch (rule.kind) {
    case "open_24":
      return "open 24 hours";
    case "spill":
      return `${spanText(rule.interval)} began on ${rule.from} by its ${rule.by.replace("_", " ")}`;
    case "weekly_hours":
      return `weekly hours of ${rule.weekday} ${listText(rule.intervals, rule.interval)}`;
    case "date_exception":
      if ("closed" in rule.exception) return `date exception of ${rule.date} closes it`;
      if ("open_24" in rule.exception) return `date exception of ${rule.date} opens it for the whole date`;
      return `date exception of ${rule.date} ${listText(rule.exception.intervals, rule.interval, "s")}`;
  }
}

/** Hours hold and list, an exception holds and lists. */
function listText(
  intervals: readonly CivilInterval[],
  holding: CivilInterval | undefined,
  ending: "" | "s" = "",
): string {
  if (holding !== undefined) return `hold${ending} ${spanText(holding)}`;
  const listed = intervals.length === 0 ? "no interval" : intervals.map(spanText).join(", ");
  return `list${ending} ${listed}`;
}

function spanText({ start, end }: CivilInterval): string {
  return `${start}–${end}`;
}
