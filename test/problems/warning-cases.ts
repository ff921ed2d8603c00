import { type ProblemCase, warning } from "./problem-case.ts";
import { configuration, handoff, mondayQueue, queue, withQueue } from "./sample.ts";

const NEVER_OPEN =
  "is never open: no weekday has hours and no date exception from today on opens it; add hours, or remove the queue";

const hours = (start: string, end: string): { readonly start: string; readonly end: string } => ({ start, end });

function neverOpen(name: string, parts: { readonly [key: string]: unknown }, ...also: ProblemCase["problems"]) {
  const given = queue({ open_24: false, ...parts });
  const value = '"Sales Queue"';
  return {
    name,
    given: [given],
    problems: [...also, warning("W_NEVER_OPEN", "/0", `the queue \`Sales Queue\` ${NEVER_OPEN}`, value)],
  };
}

function past(date: string, today: string, value: string): ProblemCase["problems"][number] {
  return warning(
    "W_PAST",
    `/0/date_exceptions/${date}`,
    `the date \`${date}\` is past (it is ${today} in the queue's time zone); remove the exception`,
    value,
  );
}

function silent(name: string, ...given: readonly unknown[]): ProblemCase {
  return { name: `says nothing of ${name}`, given, problems: [] };
}

function neverChosen(name: string, given: readonly unknown[], q: number, last: string, others: string): ProblemCase {
  return {
    name,
    given,
    problems: [
      warning(
        "W_NEVER_CHOSEN",
        `/${q}`,
        `the queue \`${last}\` is never chosen: whenever it is open, ${others} before it can serve the same channels and languages; reorder or remove it`,
        `"${last}"`,
      ),
    ],
  };
}

const first = { name: "First" };
const second = { name: "Second" };
const third = { name: "Third" };

export const warningCases: readonly ProblemCase[] = [
  {
    name: "overlapping intervals (row 70)",
    given: [
      mondayQueue({
        weekly_hours: { mon: [hours("09:00", "12:30"), hours("14:00", "18:00"), hours("12:00", "13:00")] },
      }),
    ],
    problems: [
      warning(
        "W_OVERLAP",
        "/0/weekly_hours/mon/2",
        "`09:00–12:30` and `12:00–13:00` overlap; they count as one interval",
        '{"start":"12:00","end":"13:00"}',
      ),
    ],
  },
  {
    name: "the same interval twice in a date exception (row 70)",
    given: [
      mondayQueue({
        date_exceptions: { "2026-12-24": { intervals: [hours("09:00", "12:00"), hours("09:00", "12:00")] } },
      }),
    ],
    problems: [
      warning(
        "W_OVERLAP",
        "/0/date_exceptions/2026-12-24/intervals/1",
        "`09:00–12:00` and `09:00–12:00` overlap; they count as one interval",
        '{"start":"09:00","end":"12:00"}',
      ),
    ],
  },
  silent(
    "intervals that touch, in any order (row 70)",
    mondayQueue({ weekly_hours: { mon: [hours("13:00", "17:00"), hours("12:00", "13:00"), hours("09:00", "12:00")] } }),
  ),
  silent(
    "an overnight interval beside the morning of its own date",
    mondayQueue({ weekly_hours: { mon: [hours("22:00", "06:00"), hours("00:00", "06:00")] } }),
  ),
  {
    name: "hours of a queue that is open 24 hours (row 72)",
    given: withQueue({ weekly_hours: { mon: [hours("09:00", "17:00")] } }),
    problems: [
      warning(
        "W_HOURS_IGNORED",
        "/handoffs/0/destination/0/weekly_hours",
        "is ignored because `open_24` is true; remove it, or set `open_24` to false",
        '{"mon":["…"]}',
      ),
    ],
  },
  silent(
    "date exceptions of a queue that is open 24 hours (row 72)",
    queue({ date_exceptions: { "2026-12-25": { closed: true } } }),
  ),

  neverOpen("no weekday (row 71)", { weekly_hours: {} }),
  neverOpen("empty weekdays (row 71)", { weekly_hours: { mon: [], tue: [] } }),
  neverOpen("exceptions that do not open it", {
    weekly_hours: {},
    date_exceptions: { "2026-12-24": { closed: true }, "2026-12-25": { intervals: [] } },
  }),
  neverOpen(
    "a date that opened it and is past",
    { weekly_hours: {}, date_exceptions: { "2026-11-21": { open_24: true } } },
    past("2026-11-21", "2026-11-22", '{"open_24":true}'),
  ),
  neverOpen("what yesterday would spill into a date that is closed", {
    weekly_hours: {},
    date_exceptions: { "2026-11-21": { intervals: [hours("22:00", "06:00")] }, "2026-11-22": { closed: true } },
  }),
  silent(
    "what yesterday spills into today",
    queue({
      open_24: false,
      weekly_hours: {},
      date_exceptions: { "2026-11-21": { intervals: [hours("22:00", "06:00")] } },
    }),
  ),
  silent(
    "a queue that a date exception opens today",
    queue({
      open_24: false,
      weekly_hours: {},
      date_exceptions: { "2026-11-22": { open_24: true } },
    }),
  ),
  silent("a queue that is never open and not enabled", queue({ open_24: false, weekly_hours: {}, enabled: false })),

  {
    name: "a past date exception, by the date in the queue's zone (row 77)",
    given: [
      mondayQueue({
        date_exceptions: {
          "2024-02-29": { closed: true },
          "2026-11-21": { closed: true },
          "2026-11-22": { closed: true },
        },
      }),
    ],
    problems: [
      past("2024-02-29", "2026-11-22", '{"closed":true}'),
      past("2026-11-21", "2026-11-22", '{"closed":true}'),
    ],
  },
  {
    name: "a date that is past in Kiritimati and today in New York (row 77)",
    given: [mondayQueue({ timezone: "Pacific/Kiritimati", date_exceptions: { "2026-11-22": { closed: true } } })],
    problems: [past("2026-11-22", "2026-11-23", '{"closed":true}')],
  },
  silent(
    "a past date exception that spills into today (row 77)",
    mondayQueue({ date_exceptions: { "2026-11-21": { intervals: [hours("22:00", "06:00")] } } }),
  ),
  silent(
    "a date exception far beyond the window (row 77)",
    mondayQueue({ date_exceptions: { "9998-12-31": { closed: true } } }),
  ),

  neverChosen(
    "a queue behind one that is always open",
    [queue(first), mondayQueue({ ...second, timezone: "Asia/Tokyo" })],
    1,
    "Second",
    "`First`",
  ),
  neverChosen(
    "a queue behind one with the same hours",
    [mondayQueue(first), mondayQueue(second)],
    1,
    "Second",
    "`First`",
  ),
  neverChosen(
    "a queue behind one that names its language otherwise",
    [queue({ ...first, supported_languages: ["he"] }), queue({ ...second, supported_languages: ["iw-IL"] })],
    1,
    "Second",
    "`First`",
  ),
  neverChosen(
    "a queue behind two that share its hours and languages",
    [
      mondayQueue({ ...first, weekly_hours: { mon: [hours("08:00", "12:00")] }, supported_languages: ["en"] }),
      mondayQueue({ ...second, weekly_hours: { mon: [hours("12:00", "18:00")] } }),
      mondayQueue({ ...third, supported_languages: ["en-US", "en-GB"] }),
    ],
    2,
    "Third",
    "`First`, `Second`",
  ),
  neverChosen(
    "a queue behind several, of which those are named that matter",
    [
      mondayQueue({ ...first, weekly_hours: { tue: [hours("09:00", "17:00")] } }),
      mondayQueue({ ...second, enabled: false }),
      mondayQueue({ name: "Winner" }),
      mondayQueue(third),
    ],
    3,
    "Third",
    "`Winner`",
  ),
  neverChosen(
    "a queue behind one whose only exception is past",
    [
      queue({ ...first, date_exceptions: { "2026-11-21": { intervals: [hours("22:00", "06:00")] } } }),
      mondayQueue(second),
    ],
    1,
    "Second",
    "`First`",
  ),
  neverChosen(
    "a queue whose own exceptions are covered as well",
    [
      mondayQueue({ ...first, date_exceptions: { "2026-12-26": { open_24: true } } }),
      mondayQueue({ ...second, date_exceptions: { "2026-12-26": { intervals: [hours("10:00", "12:00")] } } }),
    ],
    1,
    "Second",
    "`First`",
  ),
  silent(
    "a queue with an hour of its own",
    mondayQueue(first),
    mondayQueue({ ...second, weekly_hours: { mon: [hours("09:00", "17:01")] } }),
  ),
  silent(
    "a queue with a date of its own",
    mondayQueue(first),
    mondayQueue({ ...second, date_exceptions: { "2026-12-26": { open_24: true } } }),
  ),
  silent(
    "a queue that serves while the first is closed for a date",
    queue({ ...first, date_exceptions: { "2026-12-25": { closed: true } } }),
    queue(second),
  ),
  silent(
    "a queue that serves what spills into a date on which the first has none",
    mondayQueue({
      ...first,
      weekly_hours: { mon: [hours("22:00", "06:00")] },
      date_exceptions: { "2026-12-08": { closed: true } },
    }),
    mondayQueue({ ...second, weekly_hours: { mon: [hours("22:00", "06:00")] } }),
  ),
  silent(
    "a queue with a language of its own",
    queue({ ...first, supported_languages: ["en"] }),
    queue({ ...second, supported_languages: ["en", "fr"] }),
  ),
  silent(
    "a queue with a wider language",
    queue({ ...first, supported_languages: ["en-US"] }),
    queue({ ...second, supported_languages: ["en"] }),
  ),
  silent(
    "a queue that serves requests in malformed languages",
    queue({ ...first, supported_languages: ["en"] }),
    queue(second),
  ),
  silent(
    "a queue with a channel of its own",
    queue({ ...first, supported_channel_types: ["chat"] }),
    queue({ ...second, supported_channel_types: ["voice"] }),
  ),
  silent(
    "a queue that serves unknown channels",
    queue({ ...first, supported_channel_types: ["voice", "chat"] }),
    queue(second),
  ),
  silent("a queue behind one that is not enabled", queue({ ...first, enabled: false }), queue(second)),
  silent(
    "a queue with the same hours in another zone",
    mondayQueue(first),
    mondayQueue({ ...second, timezone: "America/Chicago" }),
  ),
  silent(
    "a queue that serves today, because it is still yesterday where the first is closed for that date",
    queue({ ...first, timezone: "America/Los_Angeles", date_exceptions: { "2026-11-22": { closed: true } } }),
    queue({ ...second, timezone: "Pacific/Kiritimati" }),
  ),
  {
    name: "warnings of a destination without errors, beside one with",
    given: configuration({
      handoffs: [
        handoff({ name: "Repairs", destination: [queue({ ...first, timezone: "" }), queue(second)] }),
        handoff({ destination: [queue(first), queue(second)] }),
      ],
    }),
    problems: [
      {
        code: "E_TZ",
        severity: "error",
        pointer: "/handoffs/0/destination/0/timezone",
        message: '"" is not a time zone; use an IANA name, such as `America/New_York`',
        value: '""',
      },
      warning(
        "W_NEVER_CHOSEN",
        "/handoffs/1/destination/1",
        "the queue `Second` is never chosen: whenever it is open, `First` before it can serve the same channels and languages; reorder or remove it",
        '"Second"',
      ),
    ],
  },
];
