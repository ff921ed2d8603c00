import type { Weekday } from "../index.ts";
import { type ClassCoverage, type HandoffCoverage, requestText, type UnusualDay, type WeekStretch } from "../report.ts";
import { daysText, WEEKDAYS } from "./days-text.ts";
import type { Paint } from "./paint.ts";
import { exceptionText } from "./picture-notes.ts";
import { shown } from "./shown.ts";
import { lengthText, percentText, stretchJson, stretchText } from "./stretch-text.ts";
import { instantText, minuteText, offsetText } from "./wall-clock.ts";

export interface CoverageTextOptions {
  /** Whether every stretch that is not served is printed, and not only the week. */
  readonly spans: boolean;
}

export function handoffText(coverage: HandoffCoverage, options: CoverageTextOptions, p: Paint): string {
  const { handoff, timezone, classes, neverChosen, unusual } = coverage;
  const parts = [
    `${p.strong(shown(handoff))}, the week of ${timezone}\n`,
    ...classes.map((one) => classText(one, timezone, options, p)),
    ...neverChosen.map(({ queue, reason, always }) => {
      const why =
        reason === "behind"
          ? `behind ${always.length > 0 ? always.map(shown).join(", ") : "the queues before it"}`
          : reason;
      return `  ${p.warn("never chosen")}: ${shown(queue)} (${why.replace("_", " ")})\n`;
    }),
    unusual.length === 0 ? "" : `\n  unusual days\n${unusual.map(dayText).join("")}`,
  ];
  return parts.join("");
}

function classText(one: ClassCoverage, timezone: string, { spans }: CoverageTextOptions, p: Paint): string {
  const { requests, minutes, servedMinutes, unserved, week, shares } = one;
  const served = percentText(servedMinutes, minutes);
  const head = `\n  ${p.strong(requests.map(requestText).join("; "))}: served for ${lengthText(servedMinutes)}, ${served}\n`;
  const queues = shares.map(
    ({ queue, minutes: own, share }) =>
      `    ${percentText(share, 1).padStart(7)}  ${shown(queue)}, ${lengthText(own)}\n`,
  );
  if (unserved.length === 0) return `${head}${queues.join("")}`;
  const always = weekText(week.filter(({ unserved: times, shown: all }) => times === all));
  const sometimes = week.filter(({ unserved: times, shown: all }) => times < all).map(sometimesText);
  const blocks = [
    always === "" ? "" : `    never served\n${always}`,
    sometimes.length === 0 ? "" : `    not served on some weeks\n${sometimes.join("")}`,
    spans ? `    not served\n${unserved.map((stretch) => `      ${stretchText(stretch, timezone)}\n`).join("")}` : "",
  ];
  return `${head}${queues.join("")}${blocks.join("")}`;
}

/** Days with the same hours are one line, and stretches that touch are one. */
function weekText(week: readonly WeekStretch[]): string {
  const byHours = new Map<string, Weekday[]>();
  for (const day of WEEKDAYS) {
    const hours = joined(week.filter(({ weekday }) => weekday === day)).join(", ");
    if (hours !== "") byHours.set(hours, [...(byHours.get(hours) ?? []), day]);
  }
  const lines = [...byHours].map(([hours, days]) => [daysText(days), hours] as const);
  const width = Math.max(8, ...lines.map(([days]) => days.length));
  return lines.map(([days, hours]) => `      ${days.padEnd(width)} ${hours}\n`).join("");
}

function joined(stretches: readonly WeekStretch[]): readonly string[] {
  const found: [start: number, end: number][] = [];
  for (const { civilStart, civilEnd } of stretches) {
    const last = found.at(-1);
    if (last?.[1] === civilStart) last[1] = civilEnd;
    else found.push([civilStart, civilEnd]);
  }
  return found.map(([start, end]) => `${minuteText(start)}-${minuteText(end)}`);
}

function sometimesText({ weekday, civilStart, civilEnd, unserved, shown: all }: WeekStretch): string {
  return `      ${weekday.padEnd(8)} ${minuteText(civilStart)}-${minuteText(civilEnd)}  ${unserved} of ${all} times\n`;
}

function dayText({ date, weekday, timezone, happenings }: UnusualDay): string {
  const day = `${weekday[0]?.toUpperCase()}${weekday.slice(1)} ${date}`;
  return happenings.map((happening) => `    ${day}  ${happeningText(happening, timezone)}\n`).join("");
}

function happeningText(happening: UnusualDay["happenings"][number], timezone: string): string {
  switch (happening.kind) {
    case "date_exception": {
      const { queue, exception, minutes, usualMinutes } = happening;
      const change =
        minutes === usualMinutes ? "as usual" : `${lengthText(minutes)} instead of ${lengthText(usualMinutes)}`;
      return `${shown(queue)}: exception ${exceptionText(exception)}, ${change}`;
    }
    case "cut_spill":
      return `${shown(happening.queue)}: what ${happening.from} would reach into it is cut off`;
    default: {
      const { kind, at, before, after } = happening;
      return `${timezone}: ${kind}, from ${offsetText(before)} to ${offsetText(after)} at ${instantText(at)}`;
    }
  }
}

export function handoffJson({ classes, neverChosen, unusual, ...rest }: HandoffCoverage): object {
  return {
    ...rest,
    requests: classes.map(({ requests, minutes, servedMinutes, unserved, week, shares }) => ({
      requests: requests.map(requestText),
      minutes,
      served_minutes: servedMinutes,
      unserved: unserved.map(stretchJson),
      week: week.map(({ weekday, civilStart, civilEnd, unserved: times, shown: all }) => ({
        weekday,
        start: minuteText(civilStart),
        end: minuteText(civilEnd),
        unserved: times,
        shown: all,
      })),
      shares,
    })),
    never_chosen: neverChosen,
    unusual: unusual.map(({ happenings, ...day }) => ({ ...day, happenings: happenings.map(happeningJson) })),
  };
}

function happeningJson(happening: UnusualDay["happenings"][number]): object {
  if (happening.kind === "date_exception") {
    const { minutes, usualMinutes, ...rest } = happening;
    return { ...rest, minutes, usual_minutes: usualMinutes };
  }
  if (happening.kind === "cut_spill") return { ...happening, stretches: happening.stretches.map(stretchJson) };
  const { at, before, after, kind } = happening;
  return { kind, at: instantText(at), before: offsetText(before), after: offsetText(after) };
}
