import { describe, expect, it } from "vitest";
import { built, folderOf, handoff } from "./session.ts";

const QUEUE = `{
  "name": "Billing",
  "type": "Agent_queue",
  "enabled": true,
  "open_24": true,
  "timezone": "America/New_York",
  "transfer_function_name": "to_billing"
}`;

async function problemsIn(text: string | Uint8Array, name = "broken.json"): Promise<string> {
  const at = folderOf({ [name]: text });
  const { code, out, err } = await handoff(["validate", at(name)]);
  expect(err).toBe("");
  expect(code).toBe(1);
  return out.replaceAll(at(name), name);
}

describe("validate", () => {
  it("says that a sound configuration has no problems", async () => {
    const result = { code: 0, out: "examples/support.json: no problems\n", err: "" };
    expect(await handoff(["validate", "examples/support.json"])).toEqual(result);
    expect(built(["validate", "examples/support.json", "--at", "2026-12-01T15:00Z"])).toEqual(result);
  });

  it("shows where a problem is, the line, the rule and the fix", async () => {
    expect(await problemsIn(`[${QUEUE.replace("New_York", "Nwe_York")}]`)).toMatchInlineSnapshot(`
      "broken.json:6:15: error E_TZ: "America/Nwe_York" is not a time zone; use an IANA name; did you mean \`America/New_York\`?

        5 |   "open_24": true,
      > 6 |   "timezone": "America/Nwe_York",
          |               ^^^^^^^^^^^^^^^^^^
        7 |   "transfer_function_name": "to_billing"
        at /0/timezone

      broken.json: 1 error
      "
    `);
  });

  it("shows the key when the key is wrong, and the holder when something is lacking", async () => {
    const wrong = QUEUE.replace('"enabled": true', '"enabeld": true');
    expect(await problemsIn(`[${wrong}]`)).toMatchInlineSnapshot(`
      "broken.json:4:3: error E_UNKNOWN: \`enabeld\` is not a property of a queue; did you mean \`enabled\`?

        3 |   "type": "Agent_queue",
      > 4 |   "enabeld": true,
          |   ^^^^^^^^^
        5 |   "open_24": true,
        at /0/enabeld

      broken.json: 1 error
      "
    `);
  });

  it("finds keys that stand twice, also through escapes, beside all other problems, from top to bottom", async () => {
    const wrong = QUEUE.replace('"enabled": true,', '"enabled": true,\n  "\\u0065nabled": 1,').replace(
      '"Billing"',
      '""',
    );
    expect(await problemsIn(`[${wrong}]`)).toMatchInlineSnapshot(`
      "broken.json:2:11: error E_NAME: "" is not a name; use 1 to 200 characters that neither start nor end with white space

        1 | [{
      > 2 |   "name": "",
          |           ^^
        3 |   "type": "Agent_queue",
        at /0/name

      broken.json:5:3: error E_DUP_KEY: the key \`enabled\` stands twice in one object, and one of them would be lost; keep one

        4 |   "enabled": true,
      > 5 |   "\\u0065nabled": 1,
          |   ^^^^^^^^^^^^^^
        6 |   "open_24": true,
        first: broken.json:4:3

      broken.json:5:19: error E_TYPE: must be true or false, got 1

        4 |   "enabled": true,
      > 5 |   "\\u0065nabled": 1,
          |                   ^
        6 |   "open_24": true,
        at /0/enabled

      broken.json: 3 errors
      "
    `);
  });

  it("tells warnings, which refuse nothing but with --strict", async () => {
    const queue = QUEUE.replace("America/New_York", "US/Eastern");
    const at = folderOf({ "old.json": `[${queue}]` });
    const { code, out } = await handoff(["validate", at("old.json")]);
    expect(out.replaceAll(at("old.json"), "old.json")).toMatchInlineSnapshot(`
      "old.json:6:15: warning W_TZ_LINK: "US/Eastern" is a deprecated link; write \`America/New_York\`

        5 |   "open_24": true,
      > 6 |   "timezone": "US/Eastern",
          |               ^^^^^^^^^^^^
        7 |   "transfer_function_name": "to_billing"
        at /0/timezone

      old.json: 1 warning
      "
    `);
    expect(code).toBe(0);
    expect((await handoff(["validate", "--strict", at("old.json")])).code).toBe(1);
  });

  it("shows the part of a long line that is wrong", async () => {
    const line = `[${QUEUE.replace("New_York", "Nwe_York").replaceAll(/\n\s*/g, "")}]`;
    expect(await problemsIn(line)).toMatchInlineSnapshot(`
      "broken.json:1:87: error E_TZ: "America/Nwe_York" is not a time zone; use an IANA name; did you mean \`America/New_York\`?

      > 1 | …ueue","enabled": true,"open_24": true,"timezone": "America/Nwe_York","transfer_function_name": "to_b…
          |                                                    ^^^^^^^^^^^^^^^^^^
        at /0/timezone

      broken.json: 1 error
      "
    `);
  });

  it("keeps marks under wide characters and behind tabs", async () => {
    const wrong = QUEUE.replace('  "name": "Billing"', '\t"name": "会計", "enabeld": 1');
    expect(await problemsIn(`[${wrong}]`)).toMatchInlineSnapshot(`
      "broken.json:2:16: error E_UNKNOWN: \`enabeld\` is not a property of a queue; did you mean \`enabled\`?

        1 | [{
      > 2 |   "name": "会計", "enabeld": 1,
          |                   ^^^^^^^^^
        3 |   "type": "Agent_queue",
        at /0/enabeld

      broken.json: 1 error
      "
    `);
  });

  it("prints JSON for programs", async () => {
    const at = folderOf({ "broken.json": `[${QUEUE.replace("New_York", "Nwe_York")}]` });
    const { code, out } = await handoff(["validate", at("broken.json"), "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      ok: false,
      errors: 1,
      warnings: 0,
      problems: [
        {
          file: at("broken.json"),
          line: 6,
          column: 15,
          end_line: 6,
          end_column: 33,
          severity: "error",
          code: "E_TZ",
          message: '"America/Nwe_York" is not a time zone; use an IANA name; did you mean `America/New_York`?',
          pointer: "/0/timezone",
          value: '"America/Nwe_York"',
        },
      ],
    });
  });

  it("reads standard input, in the format that it looks like or is told", async () => {
    expect(built(["validate", "-"], { input: `[${QUEUE}]` })).toEqual({ code: 0, out: "-: no problems\n", err: "" });
    const yaml = "- name: Billing\n  type: Agent_queue\n  enabled: true\n  open_24: true\n";
    const rest = "  timezone: America/New_York\n  transfer_function_name: to_billing\n";
    expect((await handoff(["validate", "-"], { input: yaml + rest })).out).toBe("-: no problems\n");
    expect((await handoff(["validate", "-"], { input: yaml })).out).toMatchInlineSnapshot(`
      "<stdin>:1:3: error E_REQUIRED: lacks \`timezone\`, which every queue must have

      > 1 | - name: Billing
          |   ^^^^^^^^^^^^^
        2 |   type: Agent_queue
        at /0

      <stdin>:1:3: error E_REQUIRED: lacks \`transfer_function_name\`, which every queue must have

      > 1 | - name: Billing
          |   ^^^^^^^^^^^^^
        2 |   type: Agent_queue
        at /0

      -: 2 errors
      "
    `);
    expect((await handoff(["validate", "-", "--format", "json"], { input: yaml })).out).toMatchInlineSnapshot(`
      "<stdin>:1:1: error E_JSON: \`-\` is nothing that JSON has

      > 1 | - name: Billing
          | ^
        2 |   type: Agent_queue

      -: 1 error
      "
    `);
  });

  it("checks many files each for itself", async () => {
    const files = ["open-24-7", "business-hours", "full-configuration"].map((name) => `examples/${name}.json`);
    const { code, out } = await handoff(["validate", "--each", ...files], { now: Date.parse("2026-06-01T00:00:00Z") });
    expect(out).toBe(`${files.join(" ")}: no problems\n`);
    expect(code).toBe(0);
  });

  it("tells what cannot be read, and that the command line is wrong", async () => {
    expect(await handoff(["validate", "nowhere.json"])).toMatchInlineSnapshot(`
      {
        "code": 1,
        "err": "",
        "out": "nowhere.json: error E_READ: cannot be read: there is no such file

      nowhere.json: 1 error
      ",
      }
    `);
    expect(await handoff(["validate", "examples/support.json", "--at", "2026-02-30T00:00Z"])).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "handoff: \`--at 2026-02-30T00:00Z\` is no instant: write it with its offset, such as 2026-12-24T18:00:00-05:00 or 2026-12-24T23:00Z, or a civil time with --zone, such as 2026-12-24T18:00, or now, now+90m, now-2d
      ",
        "out": "",
      }
    `);
    expect(await handoff(["validate"])).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "handoff: missing required argument 'FILE'
      ",
        "out": "",
      }
    `);
    expect(await handoff(["validate", "--strcit", "x.json"])).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "handoff: unknown option '--strcit'
      (Did you mean --strict?)
      ",
        "out": "",
      }
    `);
  });

  it("has colours on a terminal alone", async () => {
    const at = folderOf({ "broken.json": "[]" });
    const plain = await handoff(["validate", at("broken.json")]);
    const coloured = await handoff(["validate", at("broken.json")], { colours: true });
    expect(plain.out).not.toContain("\u001b");
    expect(coloured.out).toContain("\u001b[31merror\u001b[39m");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours themselves.
    expect(coloured.out.replace(/\u001b\[\d+m/g, "")).toBe(plain.out);
  });
});
