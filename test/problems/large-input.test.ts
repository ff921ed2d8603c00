import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Configuration, type HandoffConfiguration, validate } from "../../src/index.ts";
import { configuration, handoff, now, queue, withQueue } from "./sample.ts";

const support: Configuration = JSON.parse(
  readFileSync(new URL("../../examples/support.json", import.meta.url), "utf8"),
);

/** Work that grows with the square of its input does not end within this; work that grows with its input takes a tenth. */
const TIMEOUT_MS = 20_000;

function codesOf(given: unknown): readonly string[] {
  return validate(given, { now }).map(({ code }) => code);
}

function manyHandoffs(count: number): HandoffConfiguration[] {
  return Array.from({ length: count }, (_, i) => {
    const like = support.handoffs[i % support.handoffs.length] as HandoffConfiguration;
    // Else they would mention the function of the one they are like.
    const instructions = like.agent_available_instructions.replaceAll("handoff_", "the function of ");
    return { ...like, name: `${like.name} ${i}`, agent_available_instructions: instructions };
  });
}

describe("a large configuration", () => {
  it(
    "of 2 MB with one error has that one",
    () => {
      const handoffs = manyHandoffs(600);
      const last = handoffs[598] as HandoffConfiguration;
      const [first, ...others] = last.destination;
      handoffs[598] = { ...last, destination: [{ ...first, timezone: "America/New_Yrok" } as never, ...others] };
      const given = { ...support, handoffs, topics: [], tasks: [] };
      expect(JSON.stringify(given).length).toBeGreaterThan(2_000_000);
      const codes = codesOf(given);
      expect(codes).toEqual(["E_TZ"]);
    },
    TIMEOUT_MS,
  );

  it(
    "of names that are not known takes no time for each pair of names",
    () => {
      const names = Array.from({ length: 20_000 }, (_, i) => `Salez ${i} of many`);
      const given = configuration({
        handoffs: Array.from({ length: 3_000 }, (_, i) => handoff({ name: `Sales ${i}` })),
        topics: [{ name: "Buying", handoff_scenarios: names }],
      });
      const codes = codesOf(given);
      expect(codes).toHaveLength(20_000);
    },
    TIMEOUT_MS,
  );

  it.each([
    ["braces", "{{".repeat(200_000), undefined],
    ["braces round spaces", `{{${" ".repeat(400_000)}}`, undefined],
    ["placeholders that are none", Array.from({ length: 20_000 }, (_, i) => `{{p${i}}}`).join(""), "E_PLACEHOLDER"],
    [
      "functions that no handoff has",
      Array.from({ length: 20_000 }, (_, i) => `handoff_${i}`).join(" "),
      "W_PROXY_REF",
    ],
  ])(
    "of instructions that are full of %s is read once",
    (_, text, code) => {
      const codes = codesOf(configuration({ handoffs: [handoff({ agent_unavailable_instructions: text })] }));
      expect(codes).toEqual(code === undefined ? [] : Array.from({ length: 20_000 }, () => code));
    },
    TIMEOUT_MS,
  );

  it(
    "of parameters with a long chain of references, into nothing or round, is followed once",
    () => {
      const names = Array.from({ length: 20_000 }, (_, i) => `d${i}`);
      const chain = (last: string) => {
        const $defs = Object.fromEntries(names.map((name, i) => [name, { $ref: `#/$defs/${names[i + 1] ?? last}` }]));
        const input_parameters = { type: "object", properties: { a: { $ref: "#/$defs/d0" } }, $defs };
        return configuration({ transfer_functions: [{ name: "transfer_to_sales", input_parameters }] });
      };
      expect(codesOf(chain("nowhere"))).toEqual(["E_SCHEMA_REF"]);
      expect(codesOf(chain("d10000"))).toEqual(["E_SCHEMA_LOOP"]);
    },
    TIMEOUT_MS,
  );

  it(
    "of one destination with thousands of queues is not compared pair by pair",
    () => {
      const hours = { mon: [{ start: "09:00", end: "17:00" }] };
      const queues = Array.from({ length: 3_000 }, (_, i) =>
        queue({ name: `Q${i}`, open_24: false, weekly_hours: hours }),
      );
      const codes = codesOf(queues);
      expect(codes).toHaveLength(2_999);
    },
    TIMEOUT_MS,
  );

  it(
    "of one list with tens of thousands of languages, half of them twice, is read once",
    () => {
      const tags = Array.from({ length: 40_000 }, (_, i) => `en-x-${i % 20_000}`);
      const codes = codesOf(withQueue({ supported_languages: tags }));
      expect(codes).toHaveLength(20_000);
    },
    TIMEOUT_MS,
  );

  it(
    "of a day with tens of thousands of intervals",
    () => {
      const mon = Array.from({ length: 30_000 }, (_, i) => ({ start: "09:00", end: i % 2 ? "12:00" : "13:00" }));
      const codes = codesOf(withQueue({ open_24: false, weekly_hours: { mon } }));
      expect(codes).toHaveLength(29_999);
    },
    TIMEOUT_MS,
  );
});

const LONG = 100_000;
const baits: readonly (readonly [name: string, text: string])[] = [
  ["letters", "a".repeat(LONG)],
  ["digits", "0".repeat(LONG)],
  ["spaces", " ".repeat(LONG)],
  ["spaces inside", `a${" ".repeat(LONG)}b`],
  ["hyphens", "a-".repeat(LONG / 2)],
  ["underscores", "a_".repeat(LONG / 2)],
  ["subtags", "en-abcde-12345-".repeat(LONG / 15)],
  ["times", "09:00".repeat(LONG / 5)],
  ["dates", "2026-12-24".repeat(LONG / 10)],
  ["slashes", "America/".repeat(LONG / 8)],
  ["signs", "+".repeat(LONG)],
  ["marks", `e${"\u0301".repeat(LONG)}`],
  ["invisible characters", "\u200b".repeat(LONG)],
  ["control characters", "\u001b".repeat(LONG)],
  ["half pairs", "\ud800".repeat(LONG)],
  ["backticks and quotes", '`"\\'.repeat(LONG / 3)],
  ["a name, and a break at its end", `${"a".repeat(LONG)}\n`],
];

const fields: { readonly [field: string]: (text: string) => unknown } = {
  "the name of a queue": (name) => withQueue({ name }),
  "the type of a queue": (type) => withQueue({ type }),
  "a time zone": (timezone) => withQueue({ timezone }),
  "the transfer function of a queue": (transfer_function_name) => withQueue({ transfer_function_name }),
  "a channel": (channel) => withQueue({ supported_channel_types: [channel] }),
  "a language": (language) => withQueue({ supported_languages: [language] }),
  "a start": (start) => withQueue({ open_24: false, weekly_hours: { mon: [{ start, end: "17:00" }] } }),
  "an end": (end) => withQueue({ date_exceptions: { "2026-12-24": { intervals: [{ start: "09:00", end }] } } }),
  "a date": (date) => withQueue({ date_exceptions: { [date]: { closed: true } } }),
  "a key of a queue": (key) => withQueue({ [key]: 1 }),
  "a key of a configuration": (key) => configuration({ [key]: 1 }),
  "a weekday": (day) => withQueue({ open_24: false, weekly_hours: { [day]: [] } }),
  "the name of a handoff": (name) => configuration({ handoffs: [handoff({ name }), handoff({ name: `${name} ` })] }),
  "the function of a handoff": (function_name) => configuration({ handoffs: [handoff({ function_name })] }),
  "a description": (description) => configuration({ handoffs: [handoff({ description })] }),
  instructions: (text) => configuration({ handoffs: [handoff({ agent_available_instructions: text })] }),
  "the name of a transfer function": (name) => configuration({ transfer_functions: [{ name }] }),
  "a purpose": (purpose) => configuration({ transfer_functions: [{ name: "transfer_to_sales", purpose }] }),
  "the handoff of a topic": (name) => configuration({ topics: [{ name: "Buying", handoff_scenarios: [name] }] }),
};

describe.each(Object.entries(fields))("100,000 characters as %s", (_, given) => {
  it.each(baits)(
    "of %s are read to the end, and shown shortened (rows 17 and 27)",
    (_name, text) => {
      const problems = validate(given(text), { now });
      for (const { message, value } of problems) {
        // Sixty characters of two names, each escaped.
        expect(message.length).toBeLessThan(1_200);
        expect(value.length).toBeLessThan(600);
      }
    },
    TIMEOUT_MS,
  );
});
