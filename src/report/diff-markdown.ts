import { formatInstant } from "../time/instant.ts";
import type { ZoneSource } from "../time/zone.ts";
import type { ClassChange, Diff, HandoffDiff, LoneHandoff, WordChange } from "./diff-types.ts";
import { block, code, table } from "./markdown.ts";
import { type RecurringSpans, recurringSpans } from "./recurring.ts";
import { requestText } from "./request-text.ts";
import { daysText } from "./requirement-text.ts";

/** A comment on a pull request has its limit, and so has a reader. */
const MOST_ROWS = 20;
const MOST_SPANS = 10;
const CONTEXT = 2;

/** A diff for a pull request. `zones`: to show civil times, as a rule those of the new engine. Operators' texts stand in code. */
export function diffMarkdown(diff: Diff, zones: ZoneSource): string {
  const { from, to, words, quiet } = diff;
  const range = `from ${formatInstant(from)} to ${formatInstant(to)}`;
  if (diff.same) return `**No change in meaning**, ${range}.\n`;
  const parts = [
    diff.sameHours ? `**No change of hours**, ${range}.` : `**Changes of hours**, ${range}.`,
    ...zonesPart(diff),
    ...list("Added handoffs", diff.added.map(loneText)),
    ...list("Removed handoffs", diff.removed.map(loneText)),
    ...list(
      "Renamed handoffs",
      diff.renamed.map(({ before, after }) => `${code(before)} is now ${code(after)}`),
    ),
    ...diff.handoffs.flatMap((handoff) => handoffParts(handoff, zones)),
    ...list("Topics and tasks", diff.scenarios.map(scenariosText)),
    ...(words.length === 0 ? [] : ["### Changes of words", ...words.flatMap(wordParts)]),
    ...list("Other rules, the same answers in this range", quiet.map(code)),
  ];
  return `${parts.join("\n\n")}\n`;
}

function zonesPart({ zones: { before, after } }: Diff): readonly string[] {
  if (before.name === after.name && before.version === after.version) return [];
  const text = ({ name, version }: typeof before) => `${code(version)} (${code(name)})`;
  return [`Time zones: the tz database ${text(before)} before, ${text(after)} after.`];
}

function list(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`### ${title}`, items.map((item) => `- ${item}`).join("\n")];
}

function loneText({ handoff, queues, servedMinutes }: LoneHandoff): string {
  return `${code(handoff)}: ${queues.map(code).join(", ")}; ${minutes(servedMinutes)} in this range`;
}

function scenariosText({ kind, name, before, after }: Diff["scenarios"][number]): string {
  const names = (handoffs: readonly string[] | undefined) => handoffs?.map(code).join(", ") ?? "none";
  return `the ${kind} ${code(name)} leads to ${names(after)}; before, to ${names(before)}`;
}

function handoffParts({ handoff, changes }: HandoffDiff, zones: ZoneSource): readonly string[] {
  return [`### ${code(handoff)}`, ...changes.flatMap((change) => changeParts(change, zones))];
}

function changeParts(change: ClassChange, zones: ZoneSource): readonly string[] {
  const { requests, spans, gainedMinutes, lostMinutes, movedMinutes } = change;
  const totals = [
    ...(gainedMinutes > 0 ? [`${minutes(gainedMinutes)} gained`] : []),
    ...(lostMinutes > 0 ? [`${minutes(lostMinutes)} lost`] : []),
    ...(movedMinutes > 0 ? [`${minutes(movedMinutes)} moved to another queue`] : []),
  ];
  const rows = recurringSpans(spans, zones);
  const head = `**${requests.map(requestText).join("; ")}**: ${totals.join(", ")}`;
  const columns = ["when", "time zone", "before", "after", "times", "minutes", "dates"];
  const more = rows.length > MOST_ROWS ? [`and ${rows.length - MOST_ROWS} more.`] : [];
  const shown = spans.slice(0, MOST_SPANS).map(({ start, end }) => `${formatInstant(start)} to ${formatInstant(end)}`);
  const rest = spans.length > MOST_SPANS ? [`and ${spans.length - MOST_SPANS} more`] : [];
  const exact = `<details><summary>Exact spans</summary>\n\n${[...shown, ...rest].map((line) => `- ${line}`).join("\n")}\n\n</details>`;
  return [head, table(columns, rows.slice(0, MOST_ROWS).map(cells)), ...more, exact];
}

function cells(row: RecurringSpans): readonly string[] {
  const { before, after, timezone, transferFunctions, weekdays, civilStart, civilEnd, daysLater, times, first, last } =
    row;
  const later = daysLater === 0 ? "" : ` (+${daysLater} d)`;
  const queue = (name: string | null, by: string | null | undefined) => {
    if (name === null) return "unavailable";
    return by === undefined || by === null ? code(name) : `${code(name)} by ${code(by)}`;
  };
  return [
    `${daysText(weekdays)} ${civilStart}–${civilEnd}${later}`,
    code(timezone),
    queue(before, transferFunctions?.before),
    queue(after, transferFunctions?.after),
    String(times),
    row.minutes.toLocaleString("en"),
    first === last ? first : `${first} to ${last}`,
  ];
}

function minutes(count: number): string {
  return `${count.toLocaleString("en")} min`;
}

function wordParts({ of, name, handoff, field, before, after }: WordChange): readonly string[] {
  const noun = of.replace("_", " ");
  const subject = `${noun} ${code(name)}${handoff === undefined ? "" : ` of ${code(handoff)}`}`;
  if (field === "presence") return [`- ${subject}: ${after === true ? "added" : "removed"}`];
  const texts = [before, after].map((value) =>
    value === undefined ? [] : (typeof value === "string" ? value : JSON.stringify(value, null, 2)).split(/\r\n|\n|\r/),
  );
  return [`- ${subject}: \`${field}\``, block("diff", lineChanges(texts[0] ?? [], texts[1] ?? []))];
}

/** What both begin and end with is left out, but for a few lines around what differs. */
function lineChanges(before: readonly string[], after: readonly string[]): readonly string[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const marked = (mark: string, lines: readonly string[]) => lines.map((line) => `${mark} ${line}`);
  return [
    ...marked(" ", before.slice(Math.max(head - CONTEXT, 0), head)),
    ...marked("-", before.slice(head, before.length - tail)),
    ...marked("+", after.slice(head, after.length - tail)),
    ...marked(" ", before.slice(before.length - tail, before.length - tail + CONTEXT)),
  ];
}
