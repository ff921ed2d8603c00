import type { DateException } from "../index.ts";
import type { Mark, TimelineDate } from "../report.ts";
import { queueLetter } from "./picture.ts";
import { shown } from "./shown.ts";
import { instantText, minuteText, offsetText } from "./wall-clock.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `Sun 01 Nov`. */
export function dateLabel({ date, weekday }: TimelineDate): string {
  const [, month = "", day = ""] = date.split("-");
  return `${weekday[0]?.toUpperCase()}${weekday.slice(1)} ${day} ${MONTHS[Number(month) - 1]}`;
}

const FLAGS: { readonly [kind in Mark["kind"]]: string } = {
  gap: "G",
  fold: "F",
  transition: "T",
  date_exception: "E",
  cut_spill: "C",
  // Every night shift has one: the hours show it.
  spill: "",
};

/** What changes the date itself comes first. */
const ORDER: readonly Mark["kind"][] = ["gap", "fold", "transition", "date_exception", "cut_spill", "spill"];

/** The marks that are told, in order. */
function toldMarks({ marks }: TimelineDate): readonly Mark[] {
  const told = marks.filter((mark) => !isTold(mark, marks));
  return told.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/** Letters for what is unusual about a date, each once. */
export function flagsOf(date: TimelineDate): string {
  return [...new Set(toldMarks(date).map(({ kind }) => FLAGS[kind]))].join("");
}

/** A transition that is a gap or a fold of the date needs no second word. */
function isTold(mark: Mark, marks: readonly Mark[]): boolean {
  if (mark.kind !== "transition") return mark.kind === "spill";
  return marks.some((other) => (other.kind === "gap" || other.kind === "fold") && isSame(mark, other));
}

function isSame(a: { timezone: string; at: number }, b: { timezone: string; at: number }): boolean {
  return a.timezone === b.timezone && a.at === b.at;
}

export interface Note {
  readonly date: TimelineDate;
  readonly flag: string;
  readonly text: string;
}

/** What is unusual, date by date, in words. */
export function notesOf(dates: readonly TimelineDate[]): readonly Note[] {
  return dates.flatMap((date) => {
    const marks = toldMarks(date);
    return marks.map((mark) => ({ date, flag: FLAGS[mark.kind], text: noteText(mark, date) }));
  });
}

/** The same in a few words, for a date of one queue (undefined: of several, by their letters). */
export function shortNote(date: TimelineDate, queue: number | undefined): string {
  const marks = toldMarks(date);
  const exceptions = marks.filter((mark) => mark.kind === "date_exception");
  const letters = [...new Set(exceptions.map(({ index }) => queueLetter(index)))].join(", ");
  const told = marks.flatMap((mark) => {
    if (mark.kind === "date_exception") {
      // What reaches in from a date of another clock is told by the letters of the whole.
      return queue !== undefined && mark.date === date.date ? [`exception: ${exceptionText(mark.exception)}`] : [];
    }
    if (mark.kind === "transition") return [`clock of ${mark.timezone}`];
    if (mark.kind === "cut_spill") return ["evening before cut off"];
    return mark.kind === "spill" ? [] : [`${mark.kind} ${minuteText(mark.civilStart)}-${minuteText(mark.civilEnd)}`];
  });
  const some = queue === undefined && letters !== "" ? [`exception: ${letters}`] : [];
  return [...told, ...some].join("; ");
}

function noteText(mark: Mark, { marks }: TimelineDate): string {
  switch (mark.kind) {
    case "gap":
    case "fold": {
      const change = marks.find((other) => other.kind === "transition" && isSame(mark, other));
      const offsets =
        change?.kind === "transition" ? `, from ${offsetText(change.before)} to ${offsetText(change.after)}` : "";
      const times = `${minuteText(mark.civilStart)}-${minuteText(mark.civilEnd)}`;
      const what = mark.kind === "gap" ? "is skipped" : "is shown twice";
      return `${mark.kind}: ${times} ${what}${offsets} at ${instantText(mark.at)}`;
    }
    case "transition":
      return `${mark.timezone} goes from ${offsetText(mark.before)} to ${offsetText(mark.after)} at ${instantText(mark.at)}`;
    case "date_exception":
      return `${shown(mark.queue)}: exception of ${mark.date}: ${exceptionText(mark.exception)}`;
    case "cut_spill":
      return `${shown(mark.queue)}: the exception of ${mark.date} cuts off what ${mark.from} would reach into it`;
    case "spill":
      return `${shown(mark.queue)}: open since ${mark.from}`;
  }
}

/** `closed`, `open for the whole date` or its hours. */
export function exceptionText(exception: DateException): string {
  if ("closed" in exception) return "closed";
  if ("open_24" in exception) return "open for the whole date";
  const hours = exception.intervals.map(({ start, end }) => `${start}-${end}`);
  return hours.length === 0 ? "closed" : hours.join(", ");
}
