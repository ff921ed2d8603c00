import {
  type ChangedSpan,
  type ClassChange,
  type Diff,
  recurringSpans,
  requestText,
  type WordChange,
} from "../report.ts";
import { daysText } from "./days-text.ts";
import type { Paint } from "./paint.ts";
import { counted } from "./print-findings.ts";
import { shown } from "./shown.ts";
import { lengthText, stretchJson, stretchText } from "./stretch-text.ts";
import { instantText } from "./wall-clock.ts";
import { ZONES } from "./zone-law.ts";

/** From so many on, spans of the same times are one line. */
const FEW = 3;

/** What changes in meaning, for a reader; `every`: each span has a line of its own. */
export function diffText(diff: Diff, every: boolean, p: Paint): string {
  const { from, to, zones, handoffs, added, removed, renamed, scenarios, words, quiet } = diff;
  const head = `from ${instantText(from)} to ${instantText(to)}\n`;
  const laws = [zones.before, zones.after].map(({ name, version }) => `tz database ${version} (${name})`);
  const law = laws[0] === laws[1] ? "" : `time zones: ${laws[0]} before, ${laws[1]} after\n`;
  const alone = (label: string, list: Diff["added"]) =>
    list.map(
      ({ handoff, queues, servedMinutes }) =>
        `${label} handoff ${shown(handoff)}: ${queues.map(shown).join(", ")}; available for ${lengthText(servedMinutes)}\n`,
    );
  const parts = [
    ...renamed.map(({ before, after }) => `renamed: ${shown(before)} is now ${shown(after)}\n`),
    ...alone(p.good("added"), added),
    ...alone(p.bad("removed"), removed),
    ...scenarios.map(
      ({ kind, name, before, after }) =>
        `${kind} ${shown(name)}: ${before?.map(shown).join(", ") ?? "none"} -> ${after?.map(shown).join(", ") ?? "none"}\n`,
    ),
    ...handoffs.map(({ handoff, changes }) => {
      const told = changes.map((change) => changeText(change, every, p)).join("");
      return `\n${p.strong(shown(handoff))}\n${told}`;
    }),
    words.length === 0 ? "" : `\nwords\n${words.map(wordText).join("")}`,
    quiet.length === 0 ? "" : `\nother rules, but the same answers in this time: ${quiet.map(shown).join(", ")}\n`,
  ];
  return `${head}${law}\n${diff.same ? p.good("no change in meaning\n") : parts.join("").replace(/^\n/, "")}`;
}

function changeText(change: ClassChange, every: boolean, p: Paint): string {
  const { requests, gainedMinutes, lostMinutes, movedMinutes, spans } = change;
  const totals = [
    ...(gainedMinutes > 0 ? [p.good(`${lengthText(gainedMinutes)} gained`)] : []),
    ...(lostMinutes > 0 ? [p.bad(`${lengthText(lostMinutes)} lost`)] : []),
    ...(movedMinutes > 0 ? [`${lengthText(movedMinutes)} moved`] : []),
  ];
  const lines = every ? spans.map((span) => spanLine(span, p)) : recurringLines(spans, p);
  return `  ${requests.map(requestText).join("; ")}: ${totals.join(", ")}\n${lines.join("")}`;
}

function spanLine(span: ChangedSpan, p: Paint): string {
  return `    ${signOf(span, p)} ${stretchText(span, span.timezone)} ${span.timezone}: ${answersText(span)}\n`;
}

/** What comes again at the same times, with the same change, is told once. */
function recurringLines(spans: readonly ChangedSpan[], p: Paint): readonly string[] {
  return recurringSpans(spans, ZONES).flatMap((group) => {
    if (group.times < FEW) return group.spans.map((span) => spanLine(span, p));
    const { weekdays, civilStart, civilEnd, daysLater, timezone, times, first, last } = group;
    const later = daysLater > 0 ? ` (${counted(daysLater, "day")} later)` : "";
    const when = `${daysText(weekdays)} ${civilStart}-${civilEnd}${later} ${timezone}`;
    return [`    ${signOf(group, p)} ${when} (${times} times, ${first} to ${last}): ${answersText(group)}\n`];
  });
}

type Answers = Pick<ChangedSpan, "before" | "after" | "transferFunctions">;

function signOf({ before, after }: Answers, p: Paint): string {
  return before === null ? p.good("+") : after === null ? p.bad("-") : "~";
}

function answersText({ before, after, transferFunctions }: Answers): string {
  const name = (queue: string | null) => (queue === null ? "unavailable" : shown(queue));
  const calls = transferFunctions && `, which calls ${transferFunctions.after} and not ${transferFunctions.before}`;
  return `${name(before)} -> ${name(after)}${calls ?? ""}`;
}

function wordText({ of, name, handoff, field, before, after }: WordChange): string {
  const where = handoff === undefined ? "" : ` of ${shown(handoff)}`;
  const presence = after === true ? "added" : "removed";
  const what = field === "presence" ? presence : `${field}: ${differingText(before, after)}`;
  return `  ${of.replace("_", " ")} ${shown(name)}${where}, ${what}\n`;
}

/** Both as JSON, from a little before where they begin to differ. */
function differingText(before: unknown, after: unknown): string {
  const [a, b] = [before, after].map((value) => (value === undefined ? "none" : shown(JSON.stringify(value))));
  const [old, now] = [[...(a ?? "")], [...(b ?? "")]];
  const same = old.findIndex((character, i) => character !== now[i]);
  const from = Math.max(0, (same < 0 ? old.length : same) - CONTEXT);
  return `${shortened(old, from)} -> ${shortened(now, from)}`;
}

const CONTEXT = 20;
const LONGEST = 60;

function shortened(characters: readonly string[], from: number): string {
  const text = characters.slice(from, from + LONGEST).join("");
  return `${from > 0 ? "…" : ""}${text}${characters.length > from + LONGEST ? "…" : ""}`;
}

export function diffJson({ from, to, sameHours, handoffs, added, removed, ...rest }: Diff): object {
  const lone = (list: Diff["added"]) =>
    list.map(({ servedMinutes, ...handoff }) => ({ ...handoff, served_minutes: servedMinutes }));
  return {
    from: instantText(from),
    to: instantText(to),
    same_hours: sameHours,
    ...rest,
    added: lone(added),
    removed: lone(removed),
    handoffs: handoffs.map(({ changes, ...handoff }) => ({
      ...handoff,
      changes: changes.map(({ requests, gainedMinutes, lostMinutes, movedMinutes, spans }) => ({
        requests: requests.map(requestText),
        gained_minutes: gainedMinutes,
        lost_minutes: lostMinutes,
        moved_minutes: movedMinutes,
        spans: spans.map(({ transferFunctions, ...span }) => ({
          ...stretchJson(span),
          ...(transferFunctions && { transfer_functions: transferFunctions }),
        })),
      })),
    })),
  };
}
