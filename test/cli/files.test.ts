import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { folderOf, handoff } from "./session.ts";

const queue = (name: string, timezone = "America/New_York") => ({
  name,
  type: "Agent_queue",
  enabled: true,
  open_24: true,
  timezone,
  transfer_function_name: "to_billing",
});
const handoffOf = (name: string) => ({
  name,
  description: "",
  agent_available_instructions: "",
  agent_unavailable_instructions: "",
  destination: [queue(`${name} queue`)],
});

const ONE_QUEUE = JSON.stringify([queue("Billing")]);

/** What `validate` says, each line that tells a problem, without the folder before the names. */
async function said(files: { readonly [name: string]: string | Uint8Array }, ...operands: string[]): Promise<string> {
  const at = folderOf(files);
  const names = operands.length === 0 ? Object.keys(files) : operands;
  const { out } = await handoff(["validate", ...names.map(at)]);
  const lines = out.replaceAll(`${at("")}/`, "").split("\n");
  return lines
    .filter((line) => /^\S.*: (no problems|\d+ |error |warning )|^ {2}(first|the other): /.test(line))
    .join("\n");
}

describe("syntax errors of JSON, with line and column (faults, rows 1 to 10)", () => {
  it.each([
    ["", "x.json: error E_EMPTY: is empty; `handoff init` writes a configuration to begin with"],
    [" \n ", "x.json: error E_EMPTY: is empty; `handoff init` writes a configuration to begin with"],
    [
      "null",
      "x.json:1:1: error E_ROOT: got null, expected a configuration object or a destination (an array of queues)",
    ],
    ["[1,\n2", "x.json:2:1: error E_JSON: expected `]` here: a list is not closed"],
    ['{"a": 1', "x.json:1:7: error E_JSON: expected `}` here: an object is not closed"],
    ['{"a": 1\n "b": 2}', "x.json:1:7: error E_JSON: expected `,` behind this, before what follows"],
    ['{"a" 1}', "x.json:1:6: error E_JSON: expected `:` here, between a key and its value"],
    ["{a: 1}", "x.json:1:2: error E_JSON: expected a key in double quotes here"],
    ["{'a': 1}", "x.json:1:2: error E_JSON: expected a key in double quotes here"],
    [
      "[1, ]",
      "x.json:1:3: error E_JSON: is a comma with nothing behind it, which JSON does not have; remove it, or name the file .jsonc",
    ],
    [
      '{"a": 1,}',
      "x.json:1:8: error E_JSON: is a comma with nothing behind it, which JSON does not have; remove it, or name the file .jsonc",
    ],
    [
      "[1] // more",
      "x.json:1:5: error E_JSON: is a comment, which JSON does not have; remove it, or name the file .jsonc",
    ],
    ["[NaN]", "x.json:1:2: error E_JSON: `NaN` is nothing that JSON has"],
    ["[0x10]", "x.json:1:3: error E_JSON: `x10` is nothing that JSON has"],
    ["[01]", "x.json:1:2: error E_JSON: expected `,` behind this, before what follows"],
    ["[1] [2]", "x.json:1:5: error E_JSON: expected the end of the file here: one value is all that a file holds"],
    ['["a\nb"]', 'x.json:1:2: error E_JSON: begins a text that does not end; write `"` behind it, in the same line'],
    [
      '["\\q"]',
      "x.json:1:2: error E_JSON: holds `\\` before a character that needs none; write `\\\\` for a backslash",
    ],
    ['["\\u12"]', "x.json:1:2: error E_JSON: holds `\\u` without four hexadecimal digits behind it"],
    ['["\u0001"]', "x.json:1:2: error E_JSON: holds a control character; write it as an escape, such as `\\n`"],
    ["[1e]", "x.json:1:2: error E_JSON: is a number that does not end"],
  ])("%j", async (text, expected) => {
    expect(await said({ "x.json": text })).toBe(`${expected}\nx.json: 1 error`);
  });

  it("accepts none of the beginnings of a good file (row 3)", async () => {
    const at = folderOf({ "x.json": "" });
    for (let end = 1; end < ONE_QUEUE.length; end++) {
      writeFileSync(at("x.json"), ONE_QUEUE.slice(0, end));
      const { code, out } = await handoff(["validate", at("x.json")]);
      expect(code, ONE_QUEUE.slice(0, end)).toBe(1);
      expect(out, ONE_QUEUE.slice(0, end)).toMatch(/E_JSON: (?!.*Unexpected)/);
    }
  });
});

describe("bytes", () => {
  it("leaves a byte order mark out, in every format (row 4)", async () => {
    const yaml = Object.entries(queue("Billing")).map(([key, value]) => `${key}: ${value}`);
    expect(await said({ "x.json": `\ufeff${ONE_QUEUE}` })).toBe("x.json: no problems");
    expect(await said({ "x.jsonc": `\ufeff${ONE_QUEUE} // all` })).toBe("x.jsonc: no problems");
    expect(await said({ "x.yaml": `\ufeff- ${yaml.join("\n  ")}\n` })).toBe("x.yaml: no problems");
  });

  it("refuses what is not UTF-8, and says where (rows 5 and 6)", async () => {
    const [before, behind] = ['[\n{"name": "Bi', 'lling"}]'].map((text) => Buffer.from(text));
    const broken = (...bytes: number[]) => Buffer.concat([before as Buffer, Buffer.from(bytes), behind as Buffer]);
    const fault = (byte: string) =>
      `x.json:2:13: error E_UTF8: holds ${byte}, which is not UTF-8; save the file as UTF-8\nx.json: 1 error`;
    expect(await said({ "x.json": broken(0xff) })).toBe(fault("0xff"));
    expect(await said({ "x.json": broken(0xc0, 0xaf) })).toBe(fault("0xc0"));
    expect(await said({ "x.json": broken(0xed, 0xa0, 0x80) })).toBe(fault("0xed"));
    expect(await said({ "x.json": Buffer.concat([broken(0xef, 0xbf, 0xbd), Buffer.from([0xff])]) })).toBe(
      "x.json:2:22: error E_UTF8: holds 0xff, which is not UTF-8; save the file as UTF-8\nx.json: 1 error",
    );
    expect(await said({ "x.json": Buffer.from(`\ufeff${ONE_QUEUE}`, "utf16le") })).toBe(
      "x.json: error E_UTF16_FILE: is UTF-16; save the file as UTF-8\nx.json: 1 error",
    );
  });

  it("finds halves of surrogate pairs (row 7)", async () => {
    const text = ONE_QUEUE.replace("Billing", "\\ud800");
    expect(await said({ "x.json": text })).toBe(
      "x.json:1:10: error E_UTF16: holds half of a surrogate pair, which is no character; write the whole character\nx.json: 1 error",
    );
  });
});

describe("depth and size (rows 13 to 17)", () => {
  it.each([100, 10_000, 1_000_000])("refuses %i brackets before anything parses them", async (depth) => {
    const expected = "is nested more than 64 levels deep; a configuration is a tree of few levels";
    const text = "[".repeat(depth);
    expect(await said({ "x.json": text })).toBe(`x.json:1:65: error E_DEPTH: ${expected}\nx.json: 1 error`);
    expect(await said({ "x.jsonc": text })).toBe(`x.jsonc:1:65: error E_DEPTH: ${expected}\nx.jsonc: 1 error`);
    expect(await said({ "x.yaml": text })).toBe(`x.yaml:1:65: error E_DEPTH: ${expected}\nx.yaml: 1 error`);
    expect(await said({ "x.yaml": "- ".repeat(depth) })).toContain(`x.yaml:1:129: error E_DEPTH: ${expected}`);
  });

  it("refuses YAML that is indented ever more, and takes as much as is allowed", async () => {
    const text = (depth: number) => Array.from({ length: depth }, (_, i) => `${" ".repeat(i)}a:\n`).join("");
    expect(await said({ "x.yaml": text(2000) })).toMatch(/^x\.yaml:65:65: error E_DEPTH/);
    expect(await said({ "x.yaml": text(60) })).toMatch(/^x\.yaml:1:1: error E_UNKNOWN/m);
  });

  it("does not count brackets in texts and comments", async () => {
    const brackets = "[".repeat(100);
    const text = ONE_QUEUE.replace("[", `[ // ${brackets}\n /* ${brackets} */`).replace(
      '"Billing"',
      `"${brackets}\\"["`,
    );
    expect(await said({ "x.jsonc": text })).toBe("x.jsonc: no problems");
  });

  it("reads a large object in linear time", async () => {
    const keys = Array.from({ length: 20_000 }, (_, i) => `"k${i}": 1`);
    expect(await said({ "x.json": `{${keys.join(",\n")}}` })).toMatch(/^x\.json:1:2: error E_UNKNOWN.*$/m);
    const yaml = keys.map((key) => key.replaceAll('"', "")).join("\n");
    expect(await said({ "x.yaml": yaml })).toMatch(/^x\.yaml:1:1: error E_UNKNOWN.*$/m);
  });

  it("reads no more of an endless file than it takes", async () => {
    const { code, out } = await handoff(["validate", "/dev/zero", "--format", "yaml"]);
    expect([code, out.split("\n")[0]]).toEqual([
      1,
      "/dev/zero: error E_SIZE: is larger than 16 MiB, the most that is read; write JSON, which is read faster",
    ]);
  });
});

describe("JSONC", () => {
  it("has comments and trailing commas, and places stay what they were", async () => {
    const text = `// billing\n[/* one */ ${JSON.stringify(queue("Billing", "X/Y")).replace("}", ",}")}, // last\n]`;
    expect(await said({ "x.jsonc": text })).toBe(
      'x.jsonc:2:92: error E_TZ: "X/Y" is not a time zone; use an IANA name, such as `America/New_York`\nx.jsonc: 1 error',
    );
  });

  it.each([
    ["[,]", "x.jsonc:1:2: error E_JSON: expected a value here"],
    ["[1,,]", "x.jsonc:1:4: error E_JSON: expected a value here"],
    ["[1 /* more", "x.jsonc:1:4: error E_JSON: begins a comment that does not end; write `*/` behind it"],
    ["[1] / 2", "x.jsonc:1:5: error E_JSON: `/` is nothing that JSON has"],
  ])("%j is none", async (text, expected) => {
    expect(await said({ "x.jsonc": text })).toBe(`${expected}\nx.jsonc: 1 error`);
  });
});

describe("YAML 1.2", () => {
  const yaml = (queue: string) => `- name: Billing\n  type: Agent_queue\n  enabled: true\n  timezone: America/New_York
  transfer_function_name: to_billing\n${queue.replace(/^/gm, "  ")}\n`;

  it("keeps times and dates as text, and no is no truth value", async () => {
    const hours = "mon: [{start: 09:00, end: 17:00}]\n  tue: [{start: 22:00, end: 06:00}]";
    const text = yaml(`open_24: false\nweekly_hours:\n  ${hours}\ndate_exceptions:\n  2026-12-25: {closed: true}`);
    expect(await said({ "x.yaml": text })).toBe("x.yaml: no problems");
    expect(await said({ "x.yaml": text.replace("enabled: true", "enabled: yes") })).toBe(
      'x.yaml:3:12: error E_TYPE: must be true or false, got "yes"\nx.yaml: 1 error',
    );
  });

  it("takes anchors for what stands more than once, and finds problems behind them", async () => {
    const text = yaml("open_24: false\nweekly_hours:\n  mon: &day [{start: 09:00, end: 09:00}]\n  tue: *day");
    const problem =
      "error E_EMPTY_INTERVAL: starts and ends at 09:00; for the whole date use `open_24` (or 00:00 to 24:00), for no hours leave the interval out";
    expect(await said({ "x.yml": text })).toBe(`x.yml:8:16: ${problem}\nx.yml:8:16: ${problem}\nx.yml: 2 errors`);
  });

  it.each([
    [
      "a: 1\na: 2",
      "x.yaml:2:1: error E_DUP_KEY: the key `a` stands twice in one object, and one of them would be lost; keep one\n  first: x.yaml:1:1",
    ],
    [
      "a: [1, 2",
      "x.yaml:1:9: error E_YAML: is in brackets that are not closed, or whose items have no `,` between them; write what is lacking",
    ],
    [
      "a: b: c",
      "x.yaml:1:4: error E_YAML: has a second `:` in one line; write the value in quotes, or begin a new line",
    ],
    ["a: 'x", "x.yaml:1:6: error E_YAML: is the end of a text whose closing quote is lacking; write it"],
    ["a:\n\t- 1", "x.yaml:2:1: error E_YAML: begins with a tab; indent by spaces"],
    [
      "a:\n  b: 1\n c: 2",
      "x.yaml:3:1: error E_YAML: is indented otherwise than what it belongs to; let what belongs together begin in one column",
    ],
    [
      "a: @b",
      "x.yaml:1:4: error E_YAML: begins with a character that means something to YAML; write the text in quotes",
    ],
    ["a: 1\nb", "x.yaml:2:1: error E_YAML: is a key without `:` and a value behind it; write `key: value`"],
    [
      "%YAML 1.1\n---\na: 1",
      "x.yaml:1:1: error E_YAML_VERSION: asks for another YAML than 1.2, which reads times such as 09:00 as numbers; leave it out",
    ],
    ["a: 1\n---\nb: 2", "x.yaml:2:1: error E_YAML_DOCUMENTS: begins a second document; a file holds one"],
    ["", "x.yaml: error E_EMPTY: is empty; `handoff init` writes a configuration to begin with"],
    ["# nothing", "x.yaml: error E_EMPTY: is empty; `handoff init` writes a configuration to begin with"],
  ])("%j is none", async (text, expected) => {
    expect(await said({ "x.yaml": text })).toContain(expected);
  });

  it.each([
    [
      "!!str 1",
      "x.yaml:1:10: error E_YAML_TAG: `tag:yaml.org,2002:str` is a tag; a configuration is plain data, so leave it out",
    ],
    [
      "!!binary aGFsbG8=",
      "x.yaml:1:13: error E_YAML_TAG: `tag:yaml.org,2002:binary` is a tag; a configuration is plain data, so leave it out",
    ],
    [
      "{<<: {name: x}}",
      "x.yaml:1:5: error E_YAML_MERGE: `<<` merges nothing in YAML 1.2; write the keys out, or use an alias for the whole value",
    ],
    ["{[a]: 1}", "x.yaml:1:5: error E_YAML_KEY: is a key that is no text; write a plain word"],
    ["*none", "x.yaml:1:4: error E_YAML_ALIAS: no anchor `none` stands before this alias"],
    [
      "&a [*a]",
      "x.yaml:1:8: error E_YAML_CYCLE: the alias `a` stands inside of its own anchor; a configuration is a tree",
    ],
  ])("a: %s is refused", async (value, expected) => {
    expect((await said({ "x.yaml": `a: ${value}` })).split("\n")).toContain(expected);
  });

  it("lets no aliases become a flood", async () => {
    const levels = Array.from(
      { length: 20 },
      (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(", ")}]`,
    );
    expect(await said({ "x.yaml": `a0: &a0 [x]\n${levels.join("\n")}` })).toMatch(
      /error E_YAML_BOMB: its aliases make more than 2,000,000 values; write less\nx\.yaml: 1 error$/,
    );
  });

  it("does not take a key for the prototype (row 21)", async () => {
    expect(await said({ "x.yaml": `${yaml("open_24: true")}  __proto__: {enabled: false}` })).toBe(
      "x.yaml:7:3: error E_UNKNOWN: `__proto__` is not a property of a queue\nx.yaml: 1 error",
    );
    expect(await said({ "x.json": ONE_QUEUE.replace("{", '{"__proto__": {"enabled": false},') })).toBe(
      "x.json:1:3: error E_UNKNOWN: `__proto__` is not a property of a queue\nx.json: 1 error",
    );
  });
});

describe("several files are one configuration", () => {
  const functions = { transfer_functions: [{ name: "to_billing" }] };
  const parts = {
    "a.json": JSON.stringify({ ...functions, handoffs: [handoffOf("Billing")] }),
    "b.yaml": `handoffs:\n  - ${JSON.stringify(handoffOf("Sales"))}\ntopics:\n  - {name: Orders, handoff_scenarios: [Sales, Billing]}\n`,
  };

  it("lists follow each other, and what one file names may stand in another", async () => {
    expect(await said(parts)).toBe("a.json b.yaml: no problems");
    const at = folderOf(parts);
    const { out } = await handoff(["resolve", at("a.json"), at("b.yaml"), "--topic", "Orders", "--json"]);
    expect(JSON.parse(out).results.map((result: { handoff: string }) => result.handoff)).toEqual(["Sales", "Billing"]);
  });

  it("reports clashes with both places", async () => {
    const text = await said({ ...parts, "c.json": JSON.stringify({ handoffs: [handoffOf("Billing")] }, null, 1) });
    expect(text).toBe(
      "c.json:4:12: error E_DUP_NAME: is a second handoff named `Billing`; the first is at /handoffs/0/name; rename one\n" +
        "  the other: a.json:1:67\na.json b.yaml c.json: 1 error",
    );
  });

  it("finds problems in the file that they stand in", async () => {
    const wrong = JSON.stringify({ handoffs: [handoffOf("Sales"), { ...handoffOf("Orders"), destination: 1 }] });
    expect(await said({ "a.json": parts["a.json"], "b.json": wrong })).toMatch(
      /^b\.json:1:\d+: error E_TYPE: must be a list, got 1$/m,
    );
    expect(await said({ "a.json": parts["a.json"], "b.json": '{\n"handoffs": {}}' })).toMatch(
      /^b\.json:2:13: error E_MERGE_LIST: `handoffs` must be a list, to follow that of the files before$/m,
    );
    expect(await said({ "a.json": parts["a.json"], "b.json": '{\n"handofs": []}' })).toMatch(
      /^b\.json:2:1: error E_UNKNOWN/m,
    );
  });

  it("refuses a bare destination beside other files", async () => {
    expect(await said({ ...parts, "c.json": ONE_QUEUE })).toBe(
      "c.json:1:1: error E_MERGE_ROOT: is a list, that is a bare destination, which cannot be merged with other files; merged files are objects with " +
        "`handoffs`, `transfer_functions`, `topics` or `tasks`\na.json b.yaml c.json: 1 error",
    );
  });

  it("takes a folder for its files, in the order of names, links and folders within included", async () => {
    const at = folderOf({
      ...parts,
      "notes.txt": "no configuration",
      ".hidden.json": "neither",
      "a.expect.json": "{}",
    });
    mkdirSync(at("more"));
    writeFileSync(at("more/c.json"), JSON.stringify({ handoffs: [handoffOf("Orders")] }));
    mkdirSync(at("node_modules"));
    writeFileSync(at("node_modules/d.json"), "{");
    symlinkSync(at("a.json"), at("same.json"));
    const { out } = await handoff(["resolve", at(""), at("b.yaml"), "--json"]);
    const names = JSON.parse(out).results.map((result: { handoff: string }) => result.handoff);
    expect(names).toEqual(["Billing", "Sales", "Orders"]);
  });

  it("tells what is wrong with all of them", async () => {
    expect(
      await said({ "a.json": "[", "b.yaml": "a: 'x", "c.json": "[]" }, "a.json", "b.yaml", "c.json", "d.json"),
    ).toBe(
      "a.json:1:1: error E_JSON: expected `]` here: a list is not closed\n" +
        "b.yaml:1:6: error E_YAML: is the end of a text whose closing quote is lacking; write it\n" +
        "d.json: error E_READ: cannot be read: there is no such file\na.json b.yaml c.json d.json: 3 errors",
    );
  });
});
