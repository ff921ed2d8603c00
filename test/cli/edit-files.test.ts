import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editJson } from "../../src/cli/edit-json.ts";
import { editYaml } from "../../src/cli/edit-yaml.ts";
import { jsonDocument } from "../../src/cli/json-document.ts";
import type { QueueEdit } from "../../src/cli/queue-edit.ts";
import type { Format, Source } from "../../src/cli/source.ts";
import { withExceptions } from "../../src/cli/with-exceptions.ts";
import { yamlDocument } from "../../src/cli/yaml-document.ts";

const CLOSED = { closed: true } as const;
const SHORT = { intervals: [{ start: "10:00", end: "14:00" }] };
const sourceOf = (text: string, format: Format): Source => ({ name: `file.${format}`, text, format });

function edit(
  text: string,
  format: Format,
  exceptions: QueueEdit["exceptions"],
  keys: readonly string[] = ["0"],
): string {
  const source = sourceOf(text, format);
  const read = format === "yaml" ? yamlDocument : jsonDocument;
  const after = (format === "yaml" ? editYaml : editJson)(source, [{ keys, exceptions }]);
  const [was, is] = [source, sourceOf(after, format)].map((one) => read(one));
  expect(is?.findings).toEqual([]);
  expect(is?.document?.value).toEqual(withExceptions(was?.document?.value, [{ keys, exceptions }]));
  return after;
}

describe("exceptions written into a file", () => {
  it("go between those that are there, by date, and comments stay with what they are about", () => {
    const text = `[
  // The first queue
  {
    "name": "A", /* of all */
    "date_exceptions": {
      // New Year
      "2026-01-01": {"closed": true}, // nobody is there
      // Christmas
      "2026-12-25": {"closed": true} // nor then
    },
    "timezone": "UTC"
  }
]
`;
    const exceptions = { "2027-01-01": CLOSED, "2025-12-26": CLOSED, "2026-07-04": SHORT, "2026-12-26": CLOSED };
    expect(edit(text, "jsonc", exceptions)).toBe(`[
  // The first queue
  {
    "name": "A", /* of all */
    "date_exceptions": {
      "2025-12-26": {"closed": true},
      // New Year
      "2026-01-01": {"closed": true}, // nobody is there
      "2026-07-04": {"intervals": [{"start": "10:00", "end": "14:00"}]},
      // Christmas
      "2026-12-25": {"closed": true}, // nor then
      "2026-12-26": {"closed": true},
      "2027-01-01": {"closed": true}
    },
    "timezone": "UTC"
  }
]
`);
  });

  it.each<[string, string, string]>([
    [
      "behind the weekly hours, where a queue has none",
      '[\n\t{\n\t\t"weekly_hours": { "mon": [] },\n\t\t"timezone": "UTC"\n\t}\n]',
      '[\n\t{\n\t\t"weekly_hours": { "mon": [] },\n\t\t"date_exceptions": {\n\t\t\t"2026-12-25": { "closed": true },\n\t\t\t"2026-12-26": { "closed": true }\n\t\t},\n\t\t"timezone": "UTC"\n\t}\n]',
    ],
    [
      "with a comma at the end, where there is one",
      '[\n  {\n    "date_exceptions": {\n      "2026-01-01": {"closed": true},\n    },\n  },\n]',
      '[\n  {\n    "date_exceptions": {\n      "2026-01-01": {"closed": true},\n      "2026-12-25": {"closed": true},\n      "2026-12-26": {"closed": true},\n    },\n  },\n]',
    ],
    [
      "on one line, where all is",
      '[{"open_24":true}]',
      '[{"open_24":true, "date_exceptions": {"2026-12-25": {"closed": true}, "2026-12-26": {"closed": true}}}]',
    ],
    [
      "on one line of exceptions",
      '[{"date_exceptions":{"2026-12-31":{"closed":true}}}]',
      '[{"date_exceptions":{"2026-12-25": {"closed": true}, "2026-12-26": {"closed": true}, "2026-12-31":{"closed":true}}}]',
    ],
    [
      "into an empty object",
      '[\n  {\n    "date_exceptions": {},\n    "timezone": "UTC"\n  }\n]',
      '[\n  {\n    "date_exceptions": {\n      "2026-12-25": {"closed": true},\n      "2026-12-26": {"closed": true}\n    },\n    "timezone": "UTC"\n  }\n]',
    ],
    [
      "with the file's own line breaks",
      '[\r\n  {\r\n    "open_24": true\r\n  }\r\n]\r\n',
      '[\r\n  {\r\n    "open_24": true,\r\n    "date_exceptions": {\r\n      "2026-12-25": {"closed": true},\r\n      "2026-12-26": {"closed": true}\r\n    }\r\n  }\r\n]\r\n',
    ],
  ])("JSON: %s", (_, before, after) => {
    expect(edit(before, "jsonc", { "2026-12-26": CLOSED, "2026-12-25": CLOSED })).toBe(after);
  });

  it("replaces an exception where it stands", () => {
    const text = '[\n  {\n    "date_exceptions": {\n      "2026-12-25": { "open_24": true } // really\n    }\n  }\n]';
    expect(edit(text, "jsonc", { "2026-12-25": SHORT })).toBe(
      text.replace('{ "open_24": true }', '{ "intervals": [{ "start": "10:00", "end": "14:00" }] }'),
    );
  });

  it.each<[string, string, string]>([
    [
      "between those that are there",
      '- name: A # all\n  date_exceptions:\n    # New Year\n    2026-01-01: { closed: true } # nobody\n    # Christmas\n    "2026-12-31":\n      closed: true\n  timezone: UTC\n',
      '- name: A # all\n  date_exceptions:\n    # New Year\n    2026-01-01: { closed: true } # nobody\n    "2026-12-25": { closed: true }\n    "2026-12-26": { closed: true }\n    # Christmas\n    "2026-12-31":\n      closed: true\n  timezone: UTC\n',
    ],
    [
      "before those that are there",
      "- date_exceptions:\n    2027-01-01: { closed: true }\n  timezone: UTC\n",
      '- date_exceptions:\n    "2026-12-25": { closed: true }\n    "2026-12-26": { closed: true }\n    2027-01-01: { closed: true }\n  timezone: UTC\n',
    ],
    [
      "behind the weekly hours, where a queue has none",
      "- name: A\n  weekly_hours:\n    mon:\n      - start: 09:00\n        end: 17:00 # sharp\n  # The zone\n  timezone: UTC\n",
      '- name: A\n  weekly_hours:\n    mon:\n      - start: 09:00\n        end: 17:00 # sharp\n  date_exceptions:\n    "2026-12-25": { closed: true }\n    "2026-12-26": { closed: true }\n  # The zone\n  timezone: UTC\n',
    ],
    [
      "at the end of a file without a line break",
      "- name: A\n  open_24: true",
      '- name: A\n  open_24: true\n  date_exceptions:\n    "2026-12-25": { closed: true }\n    "2026-12-26": { closed: true }',
    ],
    [
      "into flow style",
      "- { name: A, date_exceptions: {} }\n",
      '- { name: A, date_exceptions: { "2026-12-25": { closed: true }, "2026-12-26": { closed: true } } }\n',
    ],
    [
      "behind those of flow style",
      "- { name: A, date_exceptions: { 2026-01-01: { closed: true } }, open_24: true }\n",
      '- { name: A, date_exceptions: { 2026-01-01: { closed: true }, "2026-12-25": { closed: true }, "2026-12-26": { closed: true } }, open_24: true }\n',
    ],
  ])("YAML: %s", (_, before, after) => {
    expect(edit(before, "yaml", { "2026-12-26": CLOSED, "2026-12-25": CLOSED })).toBe(after);
  });

  it("replaces an exception of YAML, in whatever style it is written", () => {
    const text =
      '- date_exceptions:\n    "2026-12-25":\n      open_24: true\n    "2026-12-26": { closed: true } # too\n';
    expect(edit(text, "yaml", { "2026-12-25": CLOSED, "2026-12-26": SHORT })).toBe(
      '- date_exceptions:\n    "2026-12-25":\n      { closed: true }\n    "2026-12-26": { intervals: [{ start: "10:00", end: "14:00" }] } # too\n',
    );
  });

  it("do not go behind an alias, where another queue would get them as well", () => {
    const text =
      "- name: A\n  date_exceptions: &all\n    2026-01-01: { closed: true }\n- name: B\n  date_exceptions: *all\n";
    const queues = [{ keys: ["1"], exceptions: { "2026-12-25": CLOSED } }];
    expect(() => editYaml(sourceOf(text, "yaml"), queues)).toThrow(
      "file.yaml: 1 stands there by an alias; write it out, so that it can be changed alone",
    );
  });

  it("say just what was asked, in any layout of JSON and YAML", () => {
    const dates = fc.uniqueArray(fc.constantFrom("2026-01-01", "2026-05-01", "2026-07-04", "2026-12-25", "2027-01-01"));
    const queue = fc.record(
      { name: fc.constant("A"), weekly_hours: fc.constant({ mon: [] }), date_exceptions: dates.map(exceptions) },
      { requiredKeys: ["name"] },
    );
    const indent = fc.constantFrom<string | number | undefined>(undefined, 0, 2, 4, "\t");
    fc.assert(
      fc.property(fc.array(queue, { minLength: 1, maxLength: 3 }), indent, dates, (queues, space, wanted) => {
        const text = JSON.stringify(queues, null, space);
        const last = [String(queues.length - 1)];
        edit(text, "json", exceptions(wanted), last);
        // JSON is YAML's flow style, but for tabs.
        if (space !== "\t") edit(text, "yaml", exceptions(wanted), last);
      }),
      { numRuns: 200 },
    );
  });
});

function exceptions(dates: readonly string[]): QueueEdit["exceptions"] {
  return Object.fromEntries(dates.map((date, i) => [date, i % 2 === 0 ? CLOSED : SHORT]));
}
