import type { CivilInterval, DateException, QueueConfiguration, Weekday } from "../config/types.ts";
import { WEEKDAYS } from "../schedule/hours.ts";
import { parseDate, parseMinute } from "../time/civil.ts";
import type { ExportOptions } from "./export-types.ts";
import { groupBy } from "./group.ts";
import type { Meaning } from "./meaning.ts";
import { handoffsIn } from "./named.ts";
import { sameData } from "./same-data.ts";

const DAYS: { readonly [day in Weekday]: string } = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};

const WHOLE_DATE: readonly CivilInterval[] = [{ start: "00:00", end: "24:00" }];

/** `opens` and `closes` at the same time: closed on these dates. */
const CLOSED = { opens: "00:00", closes: "00:00" } as const;

export interface OpeningHoursSpecification {
  readonly "@type": "OpeningHoursSpecification";
  readonly dayOfWeek?: readonly string[];
  readonly opens: string;
  readonly closes: string;
  readonly validFrom?: string;
  readonly validThrough?: string;
}

export interface PropertyValue {
  readonly "@type": "PropertyValue";
  readonly name: string;
  readonly value: string | readonly string[];
}

/** A queue as a place with opening hours. What schema.org has no word for stands in `additionalProperty`. */
export interface QueuePlace {
  readonly "@type": "Place";
  readonly name: string;
  readonly additionalProperty: readonly PropertyValue[];
  readonly openingHoursSpecification: readonly OpeningHoursSpecification[];
  readonly specialOpeningHoursSpecification: readonly OpeningHoursSpecification[];
}

export interface SchemaOrg {
  readonly "@context": "https://schema.org";
  readonly "@graph": readonly QueuePlace[];
}

/**
 * JSON-LD: the hours of each enabled queue as schema.org `OpeningHoursSpecification`, exceptions as
 * `specialOpeningHoursSpecification`. The times are civil times of the queue's zone. Throws an UnknownNameError for a
 * handoff.
 */
export function toSchemaOrg(engine: Meaning, options: Pick<ExportOptions, "handoff"> = {}): SchemaOrg {
  const places = handoffsIn(engine, options).flatMap(({ name, destination }) =>
    destination.filter(({ enabled }) => enabled).map((queue) => placeOf(name, queue)),
  );
  return { "@context": "https://schema.org", "@graph": places };
}

function placeOf(handoff: string, queue: QueueConfiguration): QueuePlace {
  const { name, timezone, supported_channel_types: channels, supported_languages: languages } = queue;
  const property = (key: string, value: string | readonly string[] | undefined): readonly PropertyValue[] =>
    value === undefined ? [] : [{ "@type": "PropertyValue", name: key, value }];
  return {
    "@type": "Place",
    name,
    additionalProperty: [
      ...property("handoff", handoff),
      ...property("timezone", timezone),
      ...property("supported_channel_types", channels),
      ...property("supported_languages", languages),
    ],
    openingHoursSpecification: weekly(queue),
    specialOpeningHoursSpecification: special(queue),
  };
}

/** Weekdays with the same interval are one. */
function weekly({ open_24, weekly_hours = {} }: QueueConfiguration): readonly OpeningHoursSpecification[] {
  const listed = WEEKDAYS.flatMap((day) =>
    (open_24 ? WHOLE_DATE : (weekly_hours[day] ?? [])).map((interval) => ({ day, ...interval })),
  );
  return [...groupBy(listed, ({ start, end }) => `${start} ${end}`).values()].map((those) => ({
    "@type": "OpeningHoursSpecification",
    dayOfWeek: [...new Set(those.map(({ day }) => `https://schema.org/${DAYS[day]}`))],
    ...times(those[0] as CivilInterval),
  }));
}

/** Dates in a row with the same exception are one range, unless it runs overnight: each cuts the spill of the one before. */
function special({ date_exceptions = {} }: QueueConfiguration): readonly OpeningHoursSpecification[] {
  const ranges: { readonly exception: DateException; readonly from: string; through: string }[] = [];
  for (const date of Object.keys(date_exceptions).sort()) {
    const exception = date_exceptions[date] as DateException;
    const last = ranges.at(-1);
    const isNext = last !== undefined && parseDate(date) === (parseDate(last.through) as number) + 1;
    if (isNext && sameData(last.exception, exception) && !hoursOf(exception).some(isOvernight)) last.through = date;
    else ranges.push({ exception, from: date, through: date });
  }
  return ranges.flatMap(({ exception, from, through }) => {
    const hours = hoursOf(exception);
    return (hours.length === 0 ? [CLOSED] : hours.map(times)).map(
      (opening): OpeningHoursSpecification => ({
        "@type": "OpeningHoursSpecification",
        ...opening,
        validFrom: from,
        validThrough: through,
      }),
    );
  });
}

function hoursOf(exception: DateException): readonly CivilInterval[] {
  if ("intervals" in exception) return exception.intervals;
  return "open_24" in exception ? WHOLE_DATE : [];
}

function isOvernight({ start, end }: CivilInterval): boolean {
  return parseMinute(end) < parseMinute(start);
}

/** Midnight at the end of a date is `00:00`, earlier than what opens, but where that opens at 00:00 itself: equal times mean closed. */
function times({ start, end }: CivilInterval): Pick<OpeningHoursSpecification, "opens" | "closes"> {
  return { opens: start, closes: end === "24:00" && start !== "00:00" ? "00:00" : end };
}
