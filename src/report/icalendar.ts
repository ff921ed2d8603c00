import type { HandoffConfiguration, QueueConfiguration } from "../config/types.ts";
import { eligibleQueues } from "./eligible.ts";
import type { ICalendarOptions } from "./export-types.ts";
import type { Meaning } from "./meaning.ts";
import { handoffsIn } from "./named.ts";
import { OpenTimes } from "./open-times.ts";
import { rangeOf } from "./range.ts";
import { servedStretches, turnsOf } from "./serving.ts";
import { type ServedStretch, stretchesOf } from "./stretch.ts";

const LONGEST_LINE = 75;

/**
 * An iCalendar file (RFC 5545): an event for each stretch in which a handoff is available, or a queue is open. Times are in
 * UTC, since a rule that recurs knows nothing of gaps and folds. Throws as `coverage` does.
 */
export function toICalendar(engine: Meaning, options: ICalendarOptions = {}): string {
  const range = rangeOf(options, engine);
  const times = new OpenTimes(engine.zoneSource, range);
  const { of = "handoffs", stamp = range.from } = options;
  const stretchesIn = ({ destination }: HandoffConfiguration): readonly ServedStretch[] => {
    const open = (q: number) => times.of(destination[q] as QueueConfiguration);
    if (of === "handoffs") {
      return servedStretches(turnsOf(eligibleQueues(destination, options), open, range), destination, range.to);
    }
    const named = (index: number) => ({ index, queue: (destination[index] as QueueConfiguration).name });
    return [...destination.keys()].flatMap((q) => stretchesOf(open(q)).map((stretch) => ({ ...stretch, ...named(q) })));
  };
  const events = handoffsIn(engine, options).flatMap((handoff) =>
    stretchesIn(handoff).flatMap((stretch) => [
      "BEGIN:VEVENT",
      `UID:${uid(handoff.name, stretch)}`,
      `DTSTAMP:${utc(stamp)}`,
      `DTSTART:${utc(stretch.start)}`,
      `DTEND:${utc(stretch.end)}`,
      `SUMMARY:${text(`${handoff.name}: ${stretch.queue}`)}`,
      `CATEGORIES:${text(handoff.name)}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
  );
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//handoff-engine//handoff-engine//EN", "CALSCALE:GREGORIAN"];
  return [...head, ...events, "END:VCALENDAR"].map((line) => `${folded(line)}\r\n`).join("");
}

/** The same for the same stretch, however often the calendar is made. */
function uid(handoff: string, { queue, index, start }: ServedStretch): string {
  return `${[start, index, handoff, queue].map(encodeURIComponent).join("/")}@handoff-engine`;
}

/** Whole seconds: `20261224T180000Z`. */
function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** RFC 5545 section 3.3.11. */
function text(value: string): string {
  return value.replace(/[\\;,]/g, (c) => `\\${c}`).replace(/\r\n|\n|\r/g, "\\n");
}

/** RFC 5545 section 3.1: lines of at most 75 bytes, cut between characters; the space that goes on is one of them. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let [made, length] = ["", 0];
  for (const character of line) {
    const bytes = encoder.encode(character).length;
    if (length + bytes > LONGEST_LINE) {
      made += "\r\n ";
      length = 1;
    }
    made += character;
    length += bytes;
  }
  return made;
}
