import { type ClassChange, type Diff, type HandoffDiff, recurringSpans, requestText } from "../report.ts";
import type { Paint } from "./paint.ts";
import { shown } from "./shown.ts";
import { table } from "./table.ts";
import { instantText } from "./wall-clock.ts";
import { ZONES } from "./zone-law.ts";

/** What changes in meaning by hours alone, as text: whom each kind of request leads to, before and after. */
export function meaningText({ from, to, handoffs, quiet, same }: Diff, p: Paint, wrapsAt: number): string {
  const range = `from ${instantText(from)} to ${instantText(to)}`;
  if (same) return `No change in meaning ${range}\n`;
  const head = `What changes in meaning ${range}:\n`;
  const silent = quiet.map((name) => `\n${p.strong(shown(name))}: no answer changes in this range\n`);
  return [head, ...handoffs.map((handoff) => handoffText(handoff, p, wrapsAt)), ...silent].join("");
}

function handoffText({ handoff, changes }: HandoffDiff, p: Paint, wrapsAt: number): string {
  return changes.map((change) => `\n${p.strong(shown(handoff))}: ${changeText(change, p, wrapsAt)}`).join("");
}

function changeText(change: ClassChange, p: Paint, wrapsAt: number): string {
  const { requests, spans, gainedMinutes, lostMinutes, movedMinutes } = change;
  const totals = [
    ...(lostMinutes > 0 ? [p.bad(`${minutes(lostMinutes)} lost`)] : []),
    ...(gainedMinutes > 0 ? [p.good(`${minutes(gainedMinutes)} gained`)] : []),
    ...(movedMinutes > 0 ? [`${minutes(movedMinutes)} moved to another queue`] : []),
  ];
  const queue = (name: string | null) => (name === null ? "unavailable" : shown(name));
  const rows = recurringSpans(spans, ZONES).map(({ weekdays, civilStart, civilEnd, daysLater, ...row }) => [
    row.first === row.last ? row.first : `${row.first} to ${row.last}`,
    `${weekdays.join(",")} ${civilStart}-${civilEnd}${daysLater > 0 ? ` (+${daysLater} d)` : ""} ${row.timezone}`,
    String(row.times),
    queue(row.before),
    queue(row.after),
  ]);
  const asked = requests.map(requestText).join("; ");
  return `${asked}, ${totals.join(", ")}\n\n${table([["dates", "when", "times", "before", "after"], ...rows], wrapsAt)}`;
}

function minutes(count: number): string {
  return `${count.toLocaleString("en-US")} min`;
}
