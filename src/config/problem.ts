import { quote } from "./quote.ts";

/** One finding in a configuration. An error refuses the configuration, a warning does not. */
export interface Problem {
  /** Stable: `E_…` for errors, `W_…` for warnings. */
  readonly code: ProblemCode;
  readonly severity: "error" | "warning";
  /** JSON pointer (RFC 6901) into the configuration as it was given. */
  readonly pointer: string;
  /** What is wrong, the rule, and the fix. */
  readonly message: string;
  /** The offending value as JSON, shortened, with invisible characters escaped. */
  readonly value: string;
}

export type ProblemCode = keyof typeof PROBLEM_TEXTS;

/** Every message text. Arguments come quoted: names in backticks, values as JSON. */
export const PROBLEM_TEXTS = {
  // Structure
  E_ROOT: (value: string): string =>
    `got ${value}, expected a configuration object or a destination (an array of queues)`,
  E_NOT_JSON: (what: string): string =>
    `is ${what}, which JSON cannot hold; pass plain objects, arrays, strings, numbers, booleans and null`,
  E_DEPTH: (most: number): string => `is nested more than ${most} levels deep; a configuration is a tree of few levels`,
  E_CYCLE: (): string => "is an object that contains itself; a configuration is a tree, so leave the reference out",
  E_TYPE: (expected: string, value: string): string => `must be ${expected}, got ${value}`,
  E_REQUIRED: (noun: string, key: string): string => `lacks ${key}, which every ${noun} must have`,
  E_REQUIRED_IF: (): string =>
    "lacks `weekly_hours`, which is required when `open_24` is false; list the open weekdays, or set `open_24` to true",
  E_UNKNOWN: (key: string, where: string, hint: string): string => `${key} is not a property of ${where}${hint}`,
  E_ENUM: (value: string, allowed: string): string => `${value} is not allowed here; use ${allowed}`,
  E_EMPTY_LIST: (fix: string): string => `is an empty list; ${fix}`,
  E_DUP_ITEM: (value: string, first: string): string =>
    value === first ? `lists ${value} twice; keep one` : `lists ${value}, which is the same as ${first}; keep one`,
  E_EXCEPTION_SHAPE: (what: string): string =>
    `${what}; a date exception is exactly one of \`{"closed": true}\`, \`{"open_24": true}\`, \`{"intervals": […]}\``,

  // Names and text
  E_NAME: (value: string): string =>
    `${value} is not a name; use 1 to 200 characters that neither start nor end with white space`,
  E_CTRL: (code: string): string => `holds the control character ${code}; remove it`,
  E_INVISIBLE: (code: string): string => `holds the invisible character ${code}; remove it`,
  E_UTF16: (): string => "holds half of a surrogate pair, which is no character; write the whole character",
  E_PATTERN: (value: string): string =>
    `${value} is not a function name; use 1 to 128 of A-Z a-z 0-9 _ . - and start with a letter, a digit or _`,
  E_FUNCTION_NAME: (value: string): string =>
    `${value} is not a function name for an agent; it must match \`^handoff_[a-z0-9_]{1,56}$\``,
  E_SLUG_EMPTY: (name: string): string =>
    `${name} has no letter a-z or digit to make a function name of; add \`function_name\`, such as \`handoff_support\``,
  E_SLUG_LONG: (made: string): string =>
    `makes the function name ${made}, longer than the 64 characters agents allow; shorten the name or add \`function_name\``,
  E_SLUG_CLASH: (made: string, other: string): string =>
    `makes the function name ${made}, and so does the handoff ${other}; rename one or give it another \`function_name\``,
  E_SLUG_RESERVED: (made: string): string =>
    `makes the function name ${made}, which is a transfer function; rename one or give the handoff another \`function_name\``,
  E_DUP_NAME: (noun: string, name: string, first: string): string =>
    `is a second ${noun} named ${name}; the first is at ${first}; rename one`,
  E_DUP_NAME_FOLD: (noun: string, name: string, other: string): string =>
    `is a ${noun} named ${name}, which reads the same as ${other}; rename one`,
  E_TRANSFER_UNKNOWN: (name: string, hint: string): string => `no transfer function is named ${name}${hint}`,
  E_HANDOFF_UNKNOWN: (name: string, hint: string): string => `no handoff is named ${name}${hint}`,

  // Hours and dates
  E_HM: (value: string, range: string): string =>
    `${value} is not a civil time; write HH:MM with two digits each, ${range}`,
  E_EMPTY_INTERVAL: (time: string): string =>
    `starts and ends at ${time}; for the whole date use \`open_24\` (or 00:00 to 24:00), for no hours leave the interval out`,
  E_DATE: (value: string): string =>
    `${value} is not a date of the calendar; write YYYY-MM-DD, from 0001-01-01 to 9998-12-31`,

  // Time zones
  E_TZ: (value: string, hint: string): string => `${value} is not a time zone; use an IANA name${hint}`,
  E_TZ_CASE: (value: string, proper: string): string => `${value} is not spelled as IANA spells it; write ${proper}`,
  E_TZ_OFFSET: (value: string, hint: string): string =>
    `${value} is an offset, which knows no daylight saving time; use an IANA name${hint}`,
  E_TZ_NOT_IANA: (value: string, hint: string): string =>
    `${value} is an abbreviation that IANA does not define; use an IANA name${hint}`,
  E_TZ_NEWER: (value: string, since: string, source: string, version: string): string =>
    `${value} came with the tz database ${since}, and the time-zone data in use (${source}, ${version}) does not have it; update that data`,
  E_TZ_DATA: (value: string, source: string, version: string, reason: string): string =>
    `${value} cannot be read from the time-zone data in use (${source}, ${version}): ${reason}; install that data anew, or have the engine read it anew: \`refreshZones()\``,

  // Languages
  E_LANG: (value: string, hint: string): string => `${value} is not a BCP 47 language tag${hint}`,

  // Parameters of functions
  E_SCHEMA: (expected: string, value: string): string => `must be ${expected} in a JSON Schema, got ${value}`,
  E_SCHEMA_TOP: (what: string): string =>
    `${what}; the parameters of a function are one object, whose properties are its arguments`,
  E_SCHEMA_KEYWORD: (keyword: string, instead: string): string =>
    `${keyword} is no keyword of JSON Schema 2020-12 that is read here; write ${instead}`,
  E_SCHEMA_REF: (value: string): string =>
    `${value} leads to no schema in these parameters; write \`#\` and a JSON pointer from their top, such as \`#/$defs/address\``,
  E_SCHEMA_LOOP: (value: string): string =>
    `${value} leads back to itself before it has said anything; refer to it from a property or an item`,
  E_SCHEMA_PATTERN: (value: string): string =>
    `${value} is not a regular expression of ECMAScript with the flag \`u\`; write one`,

  // Instructions
  E_PLACEHOLDER: (name: string, hint: string): string => `${name} is no placeholder${hint}`,

  // Warnings
  W_PLACEHOLDER: (name: string): string =>
    `${name} stays as it is here; placeholders are filled in in the instructions of handoffs only`,
  W_PROXY_REF: (name: string, owner: string, hint: string): string => `mentions the function ${name}, ${owner}${hint}`,
  W_SCHEMA_KEYWORD: (keyword: string, hint: string): string =>
    `${keyword} is no keyword of JSON Schema and is ignored${hint}`,
  W_REQUIRED_UNKNOWN: (name: string, hint: string): string =>
    `${name} is required, but is not among the \`properties\`${hint}`,
  W_PARAMETER_NAME: (name: string): string =>
    `${name} is a name that some agents refuse; use 1 to 64 of A-Z a-z 0-9 _ . -`,
  W_OVERLAP: (a: string, b: string): string => `${a} and ${b} overlap; they count as one interval`,
  W_HOURS_IGNORED: (): string => "is ignored because `open_24` is true; remove it, or set `open_24` to false",
  W_NEVER_OPEN: (name: string): string =>
    `the queue ${name} is never open: no weekday has hours and no date exception from today on opens it; add hours, or remove the queue`,
  W_NEVER_CHOSEN: (name: string, others: string): string =>
    `the queue ${name} is never chosen: whenever it is open, ${others} before it can serve the same channels and languages; reorder or remove it`,
  W_PAST: (date: string, today: string): string =>
    `the date ${date} is past (it is ${today} in the queue's time zone); remove the exception`,
  W_TZ_LINK: (value: string, instead: string): string => `${value} is a deprecated link; write ${instead}`,
  W_TZ_LEGACY: (value: string, instead: string): string =>
    `${value} is a legacy name whose rules have changed between tz versions; write ${instead}`,
  W_TZ_ETC: (value: string, offset: string): string =>
    `${value} is UTC${offset}, the opposite of what its sign suggests, and knows no daylight saving time; use a place's name`,
} as const;

/** What messages are completed with: nouns by their name in the schemas, types, fixes and examples. */
export const PHRASES = {
  nouns: {
    configuration: "a configuration",
    transfer_function: "a transfer function",
    handoff: "a handoff",
    topic: "a topic",
    task: "a task",
    queue: "a queue",
    date_exception: "a date exception",
    weekly_hours: "weekly hours",
    interval: "an interval",
  },
  types: { string: "a string", boolean: "true or false", array: "a list", object: "an object" },
  allChannels: "omit the field for all channels",
  allLanguages: "omit the field for all languages",
  someHandoff: "a configuration has at least one handoff",
  someQueue: "a destination has at least one queue",
  onlyQueueType: '"Agent_queue"',
  channelTypes: '"voice" or "chat"',
  startRange: "00:00 to 23:59",
  endRange: "00:00 to 24:00",
  onlyTrue: (key: string, value: string): string => `${key} is ${value}, it can only be true`,
  noKey: "has no key",
  together: (keys: string): string => `${keys} stand together`,
  someLanguage: "; write, for example, `en`, `es-MX` or `zh-Hant`",
  someZone: ", such as `America/New_York`",
  zoneMissing: "it is missing there",
  suchAs: (name: string): string => `, such as ${name}`,
  someSchema: "a schema, that is an object, true or false",
  schemaValues: {
    "list of schemas": "a list of schemas, not an empty one",
    map: "an object",
    names: "a list of names",
    type: '"object", "array", "string", "number", "integer", "boolean", "null", or a list of these',
    values: "a list of values, not an empty one",
    count: "a whole number from 0 on",
    number: "a number",
    "positive number": "a number above 0",
    flag: "true or false",
    text: "a string",
  },
  topType: (type: string): string => `lacks \`"type": "object"\` (it is ${type})`,
  topKeyword: (keyword: string): string => `${keyword} stands at the top, where makers of agents refuse it`,
  somePlaceholder: (all: string): string => `; there are ${all}`,
  ofNoHandoff: "which no handoff has",
  ofHandoff: (name: string): string => `which is that of the handoff ${name}`,
  unreadable: "an object that cannot be read without an exception",
  ofClass: (name: string): string => `an object of the class ${name}`,
} as const;

/** Makes a problem; the severity follows from the code's first letter. */
export function problem<Code extends ProblemCode>(
  code: Code,
  pointer: string,
  value: unknown,
  ...args: Parameters<(typeof PROBLEM_TEXTS)[Code]>
): Problem {
  const text = PROBLEM_TEXTS[code] as (...args: readonly unknown[]) => string;
  const severity = code.startsWith("E") ? "error" : "warning";
  return Object.freeze({ code, severity, pointer, message: text(...args), value: quote(value) });
}

/** What most parts of a configuration have. */
export const NO_PROBLEMS: readonly Problem[] = [];

/** Both in turn. Nothing is copied where one is empty, as nearly all are. */
export function joined(some: readonly Problem[], more: readonly Problem[]): readonly Problem[] {
  if (more.length === 0) return some;
  return some.length === 0 ? more : [...some, ...more];
}

/** `; did you mean `a` or `b`?`, or nothing when there is nothing near. */
export function didYouMean(names: readonly string[]): string {
  return names.length === 0 ? "" : `; did you mean ${names.join(" or ")}?`;
}
