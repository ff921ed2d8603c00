import { error, type ProblemCase, warning } from "./problem-case.ts";
import { mondayQueue, queue } from "./sample.ts";

const CALENDAR = "is not a date of the calendar; write YYYY-MM-DD, from 0001-01-01 to 9998-12-31";

const monday = (...intervals: readonly unknown[]): readonly unknown[] => [
  queue({ open_24: false, weekly_hours: { mon: intervals } }),
];

function badTime(wrong: string): ProblemCase {
  const value = JSON.stringify(wrong);
  const said = (range: string) => `${value} is not a civil time; write HH:MM with two digits each, ${range}`;
  return {
    name: `the time of day ${value} (row 66)`,
    given: monday({ start: wrong, end: "23:00" }, { start: "00:00", end: wrong }),
    problems: [
      error("E_HM", "/0/weekly_hours/mon/0/start", said("00:00 to 23:59"), value),
      error("E_HM", "/0/weekly_hours/mon/1/end", said("00:00 to 24:00"), value),
    ],
  };
}

function badDate(wrong: string, row: number): ProblemCase {
  const value = JSON.stringify(wrong);
  return {
    name: `the date ${value}, said once (row ${row})`,
    given: [mondayQueue({ date_exceptions: { [wrong]: { closed: true } } })],
    problems: [error("E_DATE", `/0/date_exceptions/${wrong}`, `${value} ${CALENDAR}`, value)],
  };
}

function goodDate(date: string, row: number): ProblemCase {
  return {
    name: `the date ${date} (row ${row})`,
    given: [mondayQueue({ date_exceptions: { [date]: { closed: true } } })],
    problems: [],
  };
}

function emptyInterval(time: string): ProblemCase {
  return {
    name: `an interval from ${time} to ${time} (row 68)`,
    given: monday({ start: time, end: time }),
    problems: [
      error(
        "E_EMPTY_INTERVAL",
        "/0/weekly_hours/mon/0",
        `starts and ends at ${time}; for the whole date use \`open_24\` (or 00:00 to 24:00), for no hours leave the interval out`,
        `{"start":"${time}","end":"${time}"}`,
      ),
    ],
  };
}

export const hoursCases: readonly ProblemCase[] = [
  ...[
    ...["9:00", "09:0", "09:60", "24:01", "25:00", "-1:00", "09:00:00", "09:00 ", " 09:00", "09.00", "0900", ""],
    ...["٠٩:٠٠", "0９:00", "９:00", "09：00", "09:00\n", "9:00 AM", "09:00Z", "00:000"],
  ].map(badTime),
  {
    name: "24:00 as an end is the end of the date (row 67)",
    given: monday({ start: "00:00", end: "24:00" }),
    problems: [],
  },
  {
    name: "24:00 as a start (row 67)",
    given: monday({ start: "24:00", end: "06:00" }),
    problems: [
      error(
        "E_HM",
        "/0/weekly_hours/mon/0/start",
        '"24:00" is not a civil time; write HH:MM with two digits each, 00:00 to 23:59',
        '"24:00"',
      ),
    ],
  },
  ...["00:00", "09:00", "23:59"].map(emptyInterval),
  {
    name: "an empty interval of a date exception (row 68)",
    given: [mondayQueue({ date_exceptions: { "2026-12-24": { intervals: [{ start: "09:00", end: "09:00" }] } } })],
    problems: [
      error(
        "E_EMPTY_INTERVAL",
        "/0/date_exceptions/2026-12-24/intervals/0",
        "starts and ends at 09:00; for the whole date use `open_24` (or 00:00 to 24:00), for no hours leave the interval out",
        '{"start":"09:00","end":"09:00"}',
      ),
    ],
  },
  {
    name: "an end before the start is an overnight shift (row 69)",
    given: monday({ start: "22:00", end: "06:00" }, { start: "18:00", end: "00:00" }),
    problems: [
      warning(
        "W_OVERLAP",
        "/0/weekly_hours/mon/1",
        "`22:00–06:00` and `18:00–00:00` overlap; they count as one interval",
        '{"start":"18:00","end":"00:00"}',
      ),
    ],
  },
  ...[
    ...["2026-02-29", "2026-02-30", "2026-04-31", "2026-06-31", "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32"],
    ...["26-01-01", "2026-1-1", "2026-01-01T00:00", "+002026-01-01", "0000-01-01", "9999-12-31", "10000-01-01"],
    ...["2026/01/01".replaceAll("/", "."), "", " ", "20260101", "２026-01-01", "2026-12-24\n", "12-24"],
  ].map((date) => badDate(date, 74)),
  badDate("2100-02-29", 75),
  goodDate("2028-02-29", 75),
  goodDate("2400-02-29", 75),
  goodDate("9998-12-31", 74),
  {
    name: "`__proto__` as a date (row 21)",
    given: [mondayQueue({ date_exceptions: JSON.parse('{"__proto__": {"closed": true}}') })],
    problems: [error("E_DATE", "/0/date_exceptions/__proto__", `"__proto__" ${CALENDAR}`, '"__proto__"')],
  },
  {
    name: "a wrong date with a wrong exception: two faults",
    given: [mondayQueue({ date_exceptions: { "2026-1-1": {} } })],
    problems: [
      error("E_DATE", "/0/date_exceptions/2026-1-1", `"2026-1-1" ${CALENDAR}`, '"2026-1-1"'),
      error(
        "E_EXCEPTION_SHAPE",
        "/0/date_exceptions/2026-1-1",
        'has no key; a date exception is exactly one of `{"closed": true}`, `{"open_24": true}`, `{"intervals": […]}`',
        "{}",
      ),
    ],
  },
  {
    name: "dates with the names of other things, whose exceptions are still called exceptions",
    given: [mondayQueue({ date_exceptions: { "": { shut: true }, weekly_hours: { shut: true } } })],
    problems: [
      error("E_DATE", "/0/date_exceptions/", `"" ${CALENDAR}`, '""'),
      error("E_DATE", "/0/date_exceptions/weekly_hours", `"weekly_hours" ${CALENDAR}`, '"weekly_hours"'),
      error("E_UNKNOWN", "/0/date_exceptions//shut", "`shut` is not a property of a date exception", "true"),
      error(
        "E_UNKNOWN",
        "/0/date_exceptions/weekly_hours/shut",
        "`shut` is not a property of a date exception",
        "true",
      ),
    ],
  },
];
