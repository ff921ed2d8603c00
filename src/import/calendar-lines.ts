import type { TextPart } from "./import-problem.ts";

/** An event as it stands in a calendar's text. */
export interface EventText {
  /** From `BEGIN:VEVENT` to the end of `END:VEVENT`; to where another one begins when that is lacking. */
  readonly block: TextPart;
  /** Its first line: where to point to. */
  readonly head: TextPart;
  readonly isWhole: boolean;
}

const LINE = /^(BEGIN|END):(VEVENT|VCALENDAR)[ \t]*$/gim;

/** The events of a text, in order; undefined when it is no calendar. */
export function eventTexts(text: string): readonly EventText[] | undefined {
  const events: EventText[] = [];
  let head: TextPart | undefined;
  let isCalendar = false;
  const close = (end: number, isWhole: boolean) => {
    if (head === undefined) return;
    events.push({ block: { text: text.slice(head.start, end), start: head.start, end }, head, isWhole });
    head = undefined;
  };
  for (const match of text.matchAll(LINE)) {
    const [line, edge = "", name = ""] = match;
    const isEvent = name.toUpperCase() === "VEVENT";
    const isBegin = edge.toUpperCase() === "BEGIN";
    if (!isEvent) isCalendar = true;
    if (isEvent && !isBegin) close(match.index + line.length, true);
    else close(match.index, false);
    if (isEvent && isBegin) head = { text: line, start: match.index, end: match.index + line.trimEnd().length };
  }
  close(text.length, false);
  return isCalendar ? events : undefined;
}
