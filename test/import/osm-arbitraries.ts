import fc from "fast-check";
import type { CivilInterval, DateException, Weekday } from "../../src/config/types.ts";
import type { QueueHours } from "../../src/import.ts";

const CODES: { readonly [day in Weekday]: string } = {
  mon: "Mo",
  tue: "Tu",
  wed: "We",
  thu: "Th",
  fri: "Fr",
  sat: "Sa",
  sun: "Su",
};
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DATES = Array.from({ length: 14 }, (_, i) => new Date(Date.UTC(2026, 11, 21 + i)).toISOString().slice(0, 10));

const halfHour = (most: number) =>
  fc.integer({ min: 0, max: most }).map((half) => `${String(half >> 1).padStart(2, "0")}:${half & 1 ? "30" : "00"}`);

const interval: fc.Arbitrary<CivilInterval> = fc
  .record({ start: halfHour(47), end: fc.oneof({ weight: 9, arbitrary: halfHour(47) }, fc.constant("24:00")) })
  .filter(({ start, end }) => start !== end);

/** Of daytime only, so that nights do not meet exceptions all the time. */
const daytime: fc.Arbitrary<CivilInterval> = interval.filter(({ start, end }) => start < end);
const intervals = fc.oneof(
  { weight: 4, arbitrary: fc.array(daytime, { maxLength: 2 }) },
  fc.array(interval, { maxLength: 2 }),
);

const exception: fc.Arbitrary<DateException> = fc.oneof(
  fc.constant<DateException>({ closed: true }),
  fc.constant<DateException>({ open_24: true }),
  intervals.map((list): DateException => ({ intervals: list })),
);

/** What a queue can say of its hours. */
export const queueHours: fc.Arbitrary<QueueHours> = fc.record({
  open_24: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  weekly_hours: fc.dictionary(fc.constantFrom(...(Object.keys(CODES) as Weekday[])), intervals, { maxKeys: 7 }),
  date_exceptions: fc.dictionary(fc.constantFrom(...DATES), exception, { maxKeys: 4 }),
});

/** Hours as a text of the syntax. Weekdays add to each other, so that no night is cut off. */
export function osmText({ open_24, weekly_hours, date_exceptions }: QueueHours): string {
  const week = Object.entries(weekly_hours ?? {}).flatMap(([day, list]) =>
    list.length === 0 ? [] : [`${CODES[day as Weekday]} ${timesText(list)}`],
  );
  const weekly = open_24 ? "24/7" : week.length === 0 ? "off" : week.join(", ");
  const dated = Object.entries(date_exceptions ?? {}).map(
    ([date, made]) =>
      `${dateText(date)} ${"intervals" in made && made.intervals.length > 0 ? timesText(made.intervals) : "open_24" in made ? "open" : "off"}`,
  );
  return [weekly, ...dated.sort()].join("; ");
}

function dateText(date: string): string {
  const [year, month, day] = date.split("-");
  return `${year} ${MONTHS[Number(month) - 1]} ${day}`;
}

function timesText(list: readonly CivilInterval[]): string {
  return list.map(({ start, end }) => `${start}-${end}`).join(",");
}

const day = fc.constantFrom(...Object.values(CODES));
const days = fc.oneof(
  day,
  fc.tuple(day, day).map(([from, to]) => `${from}-${to}`),
  fc.tuple(day, day).map((two) => [...new Set(two)].join(",")),
);
const date = fc.oneof(
  fc.constantFrom(...DATES).map(dateText),
  fc.tuple(fc.constantFrom(...DATES), fc.constantFrom(...DATES)).map((two) => {
    const [from = "", to = ""] = [...two].sort();
    return from === to ? dateText(from) : `${dateText(from)}-${dateText(to)}`;
  }),
);
const times = fc.oneof(
  { weight: 3, arbitrary: fc.array(daytime, { minLength: 1, maxLength: 2 }).map(timesText) },
  fc.array(interval, { minLength: 1, maxLength: 2 }).map(timesText),
);
const says = fc.oneof({ weight: 4, arbitrary: times }, fc.constant("off"), fc.constant("open"));
const rule = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(days, says).map((parts) => parts.join(" ")) },
  { weight: 2, arbitrary: fc.tuple(date, says).map((parts) => parts.join(" ")) },
  fc.tuple(date, days, says).map((parts) => parts.join(" ")),
  fc.constant("24/7"),
  times,
);

/** Texts of the syntax as people write them, rules of all kinds behind each other. */
export const osmRulesText: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom("; ", "; ", ", "), rule), { minLength: 1, maxLength: 4 })
  .map((rules) => rules.map(([separator, text], i) => (i === 0 ? text : separator + text)).join(""));
