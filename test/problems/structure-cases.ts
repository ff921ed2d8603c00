import { error, type ProblemCase } from "./problem-case.ts";
import { configuration, handoff, queue, withQueue } from "./sample.ts";

const NOT_ROOT = "expected a configuration object or a destination (an array of queues)";
const PLAIN = "which JSON cannot hold; pass plain objects, arrays, strings, numbers, booleans and null";
const ONE_OF_THREE = 'a date exception is exactly one of `{"closed": true}`, `{"open_24": true}`, `{"intervals": […]}`';
const NO_WEEK =
  "lacks `weekly_hours`, which is required when `open_24` is false; list the open weekdays, or set `open_24` to true";
const AT = "/handoffs/0/destination/0";

const cyclic: { name: string; self?: unknown } = { name: "Sales" };
cyclic.self = cyclic;

const deep = (levels: number): unknown => (levels === 0 ? "core" : { in: deep(levels - 1) });

function root(name: string, given: unknown, value: string): ProblemCase {
  return { name, given, problems: [error("E_ROOT", "", `got ${value}, ${NOT_ROOT}`, value)] };
}

function missing(key: string): ProblemCase {
  const given = queue({ [key]: undefined });
  return {
    name: `a queue without ${key} (row 20)`,
    given: [given],
    problems: [error("E_REQUIRED", "/0", `lacks \`${key}\`, which every queue must have`, shortened(given))],
  };
}

function wrongType(name: string, key: string, wrong: unknown, wanted: string, value: string): ProblemCase {
  return {
    name,
    given: withQueue({ [key]: wrong }),
    problems: [error("E_TYPE", `${AT}/${key}`, `must be ${wanted}, got ${value}`, value)],
  };
}

function shortened(value: unknown): string {
  return `${JSON.stringify(value).slice(0, 59)}…`;
}

function unknownIn(name: string, given: unknown, pointer: string, said: string, value: string): ProblemCase {
  return { name, given, problems: [error("E_UNKNOWN", pointer, said, value)] };
}

function exception(name: string, date: string, given: unknown, said: string, key = ""): ProblemCase {
  const value = JSON.stringify(key === "" ? given : (given as { readonly [key: string]: unknown })[key]);
  return {
    name,
    given: withQueue({ date_exceptions: { [date]: given } }),
    problems: [
      error(
        "E_EXCEPTION_SHAPE",
        `${AT}/date_exceptions/${date}${key === "" ? "" : `/${key}`}`,
        `${said}; ${ONE_OF_THREE}`,
        value,
      ),
    ],
  };
}

export const structureCases: readonly ProblemCase[] = [
  root("null (row 1)", null, "null"),
  root("a string (row 1)", "x", '"x"'),
  root("an empty string (row 1)", "", '""'),
  root("a number (row 1)", 42, "42"),
  root("nothing at all (row 1)", undefined, "undefined"),
  root("a function (row 1)", () => [], "function"),
  root("Infinity (row 11)", Number.POSITIVE_INFINITY, "Infinity"),
  {
    name: "an empty object (row 1)",
    given: {},
    problems: [
      error("E_REQUIRED", "", "lacks `transfer_functions`, which every configuration must have", "{}"),
      error("E_REQUIRED", "", "lacks `handoffs`, which every configuration must have", "{}"),
    ],
  },
  {
    name: "an empty destination (row 2)",
    given: [],
    problems: [error("E_EMPTY_LIST", "", "is an empty list; a destination has at least one queue", "[]")],
  },
  {
    name: "an empty destination of a handoff (row 2)",
    given: configuration({ handoffs: [handoff({ destination: [] })] }),
    problems: [
      error("E_EMPTY_LIST", "/handoffs/0/destination", "is an empty list; a destination has at least one queue", "[]"),
    ],
  },
  {
    name: "no handoff (row 2)",
    given: configuration({ handoffs: [] }),
    problems: [error("E_EMPTY_LIST", "/handoffs", "is an empty list; a configuration has at least one handoff", "[]")],
  },
  {
    name: "no channel (row 98)",
    given: withQueue({ supported_channel_types: [] }),
    problems: [
      error("E_EMPTY_LIST", `${AT}/supported_channel_types`, "is an empty list; omit the field for all channels", "[]"),
    ],
  },
  {
    name: "no language (row 98)",
    given: withQueue({ supported_languages: [] }),
    problems: [
      error("E_EMPTY_LIST", `${AT}/supported_languages`, "is an empty list; omit the field for all languages", "[]"),
    ],
  },
  {
    name: "an object in place of a destination (row 25)",
    given: configuration({ handoffs: [handoff({ destination: { 0: queue() } })] }),
    problems: [error("E_TYPE", "/handoffs/0/destination", 'must be a list, got {"0":{"…":"…"}}', '{"0":{"…":"…"}}')],
  },
  {
    name: "an object with numbers for keys in place of everything (row 25)",
    given: { 0: queue() },
    problems: [
      error("E_REQUIRED", "", "lacks `transfer_functions`, which every configuration must have", '{"0":{"…":"…"}}'),
      error("E_REQUIRED", "", "lacks `handoffs`, which every configuration must have", '{"0":{"…":"…"}}'),
      error("E_UNKNOWN", "/0", "`0` is not a property of a configuration", shortened({ ...queue() })),
    ],
  },

  wrongType("a boolean as a string (row 12)", "enabled", "true", "true or false", '"true"'),
  wrongType('"false" as a string (row 12)', "open_24", "false", "true or false", '"false"'),
  wrongType("a boolean as a number (row 12)", "enabled", 1, "true or false", "1"),
  wrongType("a boolean as 1.0 (row 11)", "enabled", 1.0, "true or false", "1"),
  wrongType("null for a boolean (row 12)", "open_24", null, "true or false", "null"),
  wrongType("-0 for a boolean (row 11)", "enabled", -0, "true or false", "0"),
  wrongType("a number for a name (row 11)", "name", 17, "a string", "17"),
  wrongType("a list for hours (row 25)", "date_exceptions", [], "an object", "[]"),
  {
    name: "1e999, which JSON.parse makes Infinity (row 11)",
    given: withQueue({ enabled: JSON.parse("1e999") }),
    problems: [error("E_NOT_JSON", `${AT}/enabled`, `is Infinity, ${PLAIN}`, "Infinity")],
  },
  {
    name: "a number for a time of day (row 11)",
    given: withQueue({ date_exceptions: { "2026-12-24": { intervals: [{ start: 900, end: "17:00" }] } } }),
    problems: [
      error("E_TYPE", `${AT}/date_exceptions/2026-12-24/intervals/0/start`, "must be a string, got 900", "900"),
    ],
  },
  {
    name: "nesting beyond 64 levels (row 13)",
    given: configuration({ transfer_functions: [{ name: "transfer_to_sales", set_variables: deep(62) }] }),
    problems: [
      error(
        "E_DEPTH",
        `/transfer_functions/0/set_variables${"/in".repeat(61)}`,
        "is nested more than 64 levels deep; a configuration is a tree of few levels",
        "null",
      ),
    ],
  },
  {
    name: "an object that contains itself (row 26)",
    given: configuration({ transfer_functions: [{ name: "transfer_to_sales", set_variables: cyclic }] }),
    problems: [
      error(
        "E_CYCLE",
        "/transfer_functions/0/set_variables/self",
        "is an object that contains itself; a configuration is a tree, so leave the reference out",
        "null",
      ),
    ],
  },
  {
    name: "half of a surrogate pair in a name (row 7)",
    given: withQueue({ name: "Sales \ud800" }),
    problems: [
      error(
        "E_UTF16",
        `${AT}/name`,
        "holds half of a surrogate pair, which is no character; write the whole character",
        '"Sales \\ud800"',
      ),
    ],
  },
  {
    name: "half of a surrogate pair where any text may stand (row 7)",
    given: configuration({
      transfer_functions: [{ name: "transfer_to_sales", set_variables: { greeting: ["\udc00"] } }],
    }),
    problems: [
      error(
        "E_UTF16",
        "/transfer_functions/0/set_variables/greeting/0",
        "holds half of a surrogate pair, which is no character; write the whole character",
        '"\\udc00"',
      ),
    ],
  },
  {
    name: "half of a surrogate pair in a key (row 7)",
    given: withQueue({ "\udfff": 1 }),
    problems: [
      error(
        "E_UTF16",
        `${AT}/\udfff`,
        "holds half of a surrogate pair, which is no character; write the whole character",
        '"\\udfff"',
      ),
    ],
  },

  unknownIn(
    "a misspelt property, which is not missing as well (row 18)",
    [queue({ timezone: undefined, timezome: "UTC" })],
    "/0/timezome",
    "`timezome` is not a property of a queue; did you mean `timezone`?",
    '"UTC"',
  ),
  unknownIn(
    "misspelt weekly hours, which are not missing as well (row 18)",
    [queue({ open_24: false, weekly_hour: {} })],
    "/0/weekly_hour",
    "`weekly_hour` is not a property of a queue; did you mean `weekly_hours`?",
    "{}",
  ),
  unknownIn(
    "a property in capitals (row 19)",
    [queue({ open_24: undefined, OPEN_24: true })],
    "/0/OPEN_24",
    "`OPEN_24` is not a property of a queue; did you mean `open_24`?",
    "true",
  ),
  unknownIn(
    "a property like no other (row 18)",
    [queue({ "a/b~c": 1 })],
    "/0/a~1b~0c",
    "`a/b~c` is not a property of a queue",
    "1",
  ),
  unknownIn(
    "a weekday in capitals (row 19)",
    [queue({ open_24: false, weekly_hours: { Mon: [], tue: [{ start: "09:00", end: "17:00" }] } })],
    "/0/weekly_hours/Mon",
    "`Mon` is not a property of weekly hours; did you mean `mon`?",
    "[]",
  ),
  unknownIn(
    "a weekday written out (row 73)",
    [queue({ open_24: false, weekly_hours: { monday: [], tue: [{ start: "09:00", end: "17:00" }] } })],
    "/0/weekly_hours/monday",
    "`monday` is not a property of weekly hours; did you mean `mon`?",
    "[]",
  ),
  unknownIn(
    "a property of a handoff (row 18)",
    configuration({ handoffs: [handoff({ instructions: "" })] }),
    "/handoffs/0/instructions",
    "`instructions` is not a property of a handoff",
    '""',
  ),
  unknownIn(
    "a property of a transfer function (row 18)",
    configuration({ transfer_functions: [{ name: "transfer_to_sales", purposes: "" }] }),
    "/transfer_functions/0/purposes",
    "`purposes` is not a property of a transfer function; did you mean `purpose`?",
    '""',
  ),
  unknownIn(
    "a property of a topic (row 18)",
    configuration({ topics: [{ name: "Buying", handoff_scenario: ["Sales"] }] }),
    "/topics/0/handoff_scenario",
    "`handoff_scenario` is not a property of a topic; did you mean `handoff_scenarios`?",
    '["Sales"]',
  ),
  unknownIn(
    "a property of a task (row 18)",
    configuration({ tasks: [{ name: "Buying", handoff: ["Sales"] }] }),
    "/tasks/0/handoff",
    "`handoff` is not a property of a task; did you mean `handoffs`?",
    '["Sales"]',
  ),
  unknownIn(
    "a property of an interval (row 18)",
    withQueue({ date_exceptions: { "2026-12-24": { intervals: [{ start: "09:00", end: "17:00", ends: "" }] } } }),
    `${AT}/date_exceptions/2026-12-24/intervals/0/ends`,
    "`ends` is not a property of an interval; did you mean `end`?",
    '""',
  ),
  unknownIn(
    "a property of a date exception (row 76)",
    withQueue({ date_exceptions: { "2026-12-24": { close: true } } }),
    `${AT}/date_exceptions/2026-12-24/close`,
    "`close` is not a property of a date exception; did you mean `closed`?",
    "true",
  ),
  unknownIn(
    "`__proto__` in a configuration (row 21)",
    JSON.parse(`{"__proto__": {"polluted": true}, ${JSON.stringify(configuration()).slice(1)}`),
    "/__proto__",
    "`__proto__` is not a property of a configuration",
    '{"polluted":true}',
  ),
  unknownIn(
    "`__proto__` in a queue (row 21)",
    [JSON.parse(`{"__proto__": {"polluted": true}, ${JSON.stringify(queue()).slice(1)}`)],
    "/0/__proto__",
    "`__proto__` is not a property of a queue",
    '{"polluted":true}',
  ),
  unknownIn(
    "`__proto__` among the weekdays (row 21)",
    [
      queue({
        open_24: false,
        weekly_hours: JSON.parse('{"__proto__": [], "mon": [{"start":"09:00","end":"17:00"}]}'),
      }),
    ],
    "/0/weekly_hours/__proto__",
    "`__proto__` is not a property of weekly hours",
    "[]",
  ),
  ...["toJSON", "then", "length", "$ref", "$data", "constructor"].map((key) =>
    unknownIn(
      `\`${key}\` (row 24)`,
      [queue({ [key]: -1 })],
      `/0/${key}`,
      `\`${key}\` is not a property of a queue`,
      "-1",
    ),
  ),

  ...["name", "type", "enabled", "open_24", "timezone", "transfer_function_name"].map(missing),
  {
    name: "a handoff without anything but a name (row 20)",
    given: configuration({ handoffs: [{ name: "Sales" }] }),
    problems: ["description", "agent_available_instructions", "agent_unavailable_instructions", "destination"].map(
      (key) =>
        error("E_REQUIRED", "/handoffs/0", `lacks \`${key}\`, which every handoff must have`, '{"name":"Sales"}'),
    ),
  },
  {
    name: "an interval without an end (row 20)",
    given: withQueue({ date_exceptions: { "2026-12-24": { intervals: [{ start: "09:00" }] } } }),
    problems: [
      error(
        "E_REQUIRED",
        `${AT}/date_exceptions/2026-12-24/intervals/0`,
        "lacks `end`, which every interval must have",
        '{"start":"09:00"}',
      ),
    ],
  },
  {
    name: "a list of transfer functions that is missing, said once and not for each queue that needs it (row 20)",
    given: configuration({ transfer_functions: undefined }),
    problems: [
      error("E_REQUIRED", "", "lacks `transfer_functions`, which every configuration must have", '{"handoffs":["…"]}'),
    ],
  },
  {
    name: "no hours and not open 24 hours (row 71)",
    given: withQueue({ open_24: false }),
    problems: [error("E_REQUIRED_IF", AT, NO_WEEK, shortened(queue({ open_24: false })))],
  },

  {
    name: "a type in other capitals (row 19)",
    given: withQueue({ type: "agent_queue" }),
    problems: [error("E_ENUM", `${AT}/type`, '"agent_queue" is not allowed here; use "Agent_queue"', '"agent_queue"')],
  },
  {
    name: "channels that are none (row 99)",
    given: withQueue({ supported_channel_types: ["voice", "email", "Voice", 7] }),
    problems: [
      error(
        "E_ENUM",
        `${AT}/supported_channel_types/1`,
        '"email" is not allowed here; use "voice" or "chat"',
        '"email"',
      ),
      error(
        "E_ENUM",
        `${AT}/supported_channel_types/2`,
        '"Voice" is not allowed here; use "voice" or "chat"',
        '"Voice"',
      ),
      error("E_ENUM", `${AT}/supported_channel_types/3`, '7 is not allowed here; use "voice" or "chat"', "7"),
    ],
  },
  {
    name: "a channel twice (row 99)",
    given: withQueue({ supported_channel_types: ["voice", "chat", "voice"] }),
    problems: [error("E_DUP_ITEM", `${AT}/supported_channel_types/2`, 'lists "voice" twice; keep one', '"voice"')],
  },
  {
    name: "a handoff twice in a topic",
    given: configuration({ topics: [{ name: "Buying", handoff_scenarios: ["Sales", "Sales"] }] }),
    problems: [error("E_DUP_ITEM", "/topics/0/handoff_scenarios/1", 'lists "Sales" twice; keep one', '"Sales"')],
  },

  exception(
    "two kinds at once (row 76)",
    "2026-12-24",
    { closed: true, open_24: true },
    "`closed` and `open_24` stand together",
  ),
  exception(
    "three kinds at once (row 76)",
    "2026-12-24",
    { intervals: [], open_24: true, closed: true },
    "`intervals` and `open_24` and `closed` stand together",
  ),
  exception("no kind (row 76)", "2026-12-24", {}, "has no key"),
  exception(
    "closed: false (row 76)",
    "2026-12-24",
    { closed: false },
    "`closed` is false, it can only be true",
    "closed",
  ),
  exception(
    "open_24: false (row 76)",
    "2026-12-24",
    { open_24: false },
    "`open_24` is false, it can only be true",
    "open_24",
  ),
  exception(
    'closed: "true" (row 12)',
    "2026-12-24",
    { closed: "true" },
    '`closed` is "true", it can only be true',
    "closed",
  ),
  {
    name: "a date exception that is no object (row 76)",
    given: withQueue({ date_exceptions: { "2026-12-24": true } }),
    problems: [error("E_TYPE", `${AT}/date_exceptions/2026-12-24`, "must be an object, got true", "true")],
  },
  {
    name: "an exception with no intervals, which is closed (row 76)",
    given: withQueue({ date_exceptions: { "2026-12-24": { intervals: [] } } }),
    problems: [],
  },
];
