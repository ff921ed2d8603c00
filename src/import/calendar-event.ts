import ICAL from "ical.js";
import { quote, quoteName } from "../config/quote.ts";
import { parseDate } from "../time/civil.ts";
import type { EventText } from "./calendar-lines.ts";
import { icalendarProblem } from "./icalendar-problem.ts";
import type { TextImportProblem, TextPart } from "./import-problem.ts";

/** An event of whole dates. Dates are epoch days. */
export interface CalendarEvent {
  readonly place: TextPart;
  readonly uid: string;
  readonly name: string;
  /** Summary, categories and description, to be searched. */
  readonly words: string;
  readonly start: number;
  /** Dates that each occurrence takes. */
  readonly count: number;
  readonly rules: readonly ICAL.Recur[];
  /** Starts of further occurrences, and of those that do not take place. */
  readonly added: readonly number[];
  readonly removed: readonly number[];
  /** The occurrence of its series that it stands for. */
  readonly replaces: number | undefined;
  readonly isCancelled: boolean;
}

/** Why an event is not one of whole dates: it is left out, or refused. */
export interface EventRefusal extends Pick<CalendarEvent, "uid" | "replaces" | "words"> {
  readonly problem: TextImportProblem;
}

const MS_PER_DAY = 86_400_000;

export function readEvent({ block, head, isWhole }: EventText): CalendarEvent | EventRefusal {
  const refuse = (problem: TextImportProblem): EventRefusal => ({ uid: "", replaces: undefined, words: "", problem });
  if (!isWhole) return refuse(icalendarProblem("E_ICAL_OPEN", head));
  try {
    return new EventReader(new ICAL.Component(ICAL.parse(block.text) as unknown[]), head).read();
  } catch (error) {
    if (error instanceof Stop) return error.refusal;
    return refuse(icalendarProblem("E_ICAL_EVENT", head, unreadable(error as Error)));
  }
}

/** What is no error of the library's own is the stumbling of a parser whose lines do not belong together. */
function unreadable(error: Error): string {
  return error instanceof TypeError ? "its lines do not belong together" : error.message.replace(/\s+/g, " ");
}

export function isRefusal(event: CalendarEvent | EventRefusal): event is EventRefusal {
  return "problem" in event;
}

class Stop extends Error {
  readonly refusal: EventRefusal;

  constructor(refusal: EventRefusal) {
    super(refusal.problem.message);
    this.refusal = refusal;
  }
}

class EventReader {
  readonly #event: ICAL.Component;
  readonly #place: TextPart;
  readonly #name: string;
  readonly #words: string;
  #replaces: number | undefined;

  constructor(event: ICAL.Component, place: TextPart) {
    this.#event = event;
    this.#place = place;
    const summary = this.#text("summary");
    this.#name = summary === "" ? "an event without a name" : summary;
    const categories = event.getAllProperties("categories").flatMap((property) => property.getValues().map(String));
    this.#words = [summary, ...categories, this.#text("description")].join("\n");
  }

  read(): CalendarEvent {
    const quoted = quoteName(this.#name);
    if (this.#event.getFirstProperty("dtstart") === null) this.#stop("E_ICAL_START", quoted);
    const [start] = this.#dates("dtstart");
    this.#replaces = this.#dates("recurrence-id", true)[0];
    if (start === undefined) return this.#stop("W_ICAL_TIMED", quoted);
    if (this.#event.getFirstProperty("exrule") !== null) this.#stop("E_ICAL_RULE", quoted, "EXRULE");
    const replaced = this.#event.getFirstProperty("recurrence-id");
    if (replaced?.getFirstParameter("range")) this.#stop("E_ICAL_FUTURE", quoted);
    return {
      place: this.#place,
      uid: this.#text("uid"),
      name: this.#name,
      words: this.#words,
      start,
      count: this.#count(start, quoted),
      rules: this.#event.getAllProperties("rrule").flatMap((property) => property.getValues() as ICAL.Recur[]),
      added: this.#dates("rdate", true),
      removed: this.#dates("exdate", true),
      replaces: this.#replaces,
      isCancelled: this.#text("status").toUpperCase() === "CANCELLED",
    };
  }

  /** An event without an end takes its date. */
  #count(start: number, quoted: string): number {
    const [end] = this.#dates("dtend");
    if (end !== undefined) {
      // Many calendars end a single date on itself, although the end is not included.
      if (end < start) this.#stop("E_ICAL_ORDER", quoted);
      return Math.max(1, end - start);
    }
    const duration = this.#event.getFirstPropertyValue("duration") as ICAL.Duration | null;
    if (duration === null) return 1;
    const days = (duration.toSeconds() * 1000) / MS_PER_DAY;
    if (!Number.isInteger(days) || days < 1) this.#stop("E_ICAL_DURATION", quoted, quote(String(duration)));
    return days;
  }

  /** Of properties that are dates; none where one is a time of the day, but for `anyTime`, which takes the date of it. */
  #dates(name: string, anyTime = false): readonly number[] {
    const found: number[] = [];
    for (const property of this.#event.getAllProperties(name)) {
      if (property.type !== "date" && !anyTime) return [];
      for (const value of (property.toJSON() as unknown[]).slice(3)) {
        const text = String(value);
        const day = parseDate(text.slice(0, 10));
        if (day === undefined) this.#stop("E_ICAL_DATE", name.toUpperCase(), quote(text));
        found.push(day);
      }
    }
    return found;
  }

  #text(name: string): string {
    const value = this.#event.getFirstPropertyValue(name);
    return value === null ? "" : String(value).trim();
  }

  #stop(...[code, ...args]: StopArguments): never {
    const make = icalendarProblem as (code: string, part: TextPart, ...args: readonly string[]) => TextImportProblem;
    const problem = make(code, this.#place, ...args);
    throw new Stop({ uid: this.#text("uid"), replaces: this.#replaces, words: this.#words, problem });
  }
}

type StopArguments = readonly [code: Parameters<typeof icalendarProblem>[0], ...args: readonly string[]];
