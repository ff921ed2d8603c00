import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { createEngine } from "../../src/index.ts";
import { built, folderOf, handoff, NOW } from "./session.ts";

const SUPPORT = "examples/support.json";
const AT = ["--at", "2026-12-01T15:00:00Z"];
const BILLING = ["--handoff", "Billing Support"];

/** Runs what was built and what the sources say, which must be the same, and gives it. */
async function both(...args: string[]) {
  const result = built(args);
  expect(await handoff(args)).toEqual(result);
  return result;
}

describe("a bare file, and overview", () => {
  it("print what an agent gets", async () => {
    const bare = await both("examples/open-24-7.json", ...AT);
    expect(bare).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "",
        "out": "examples/open-24-7.json: 1 handoff, 1 queue, at 2026-12-01T15:00:00Z
      time zones: tz database VERSION (SOURCE)

      default  (handoff_default)

        channel  language  the agent gets              transfer function  changes next
        -------  --------  --------------------------  -----------------  -----------------
        voice    any       available: Billing Support  default_transfer   not in the window
        chat     any       available: Billing Support  default_transfer   not in the window
      ",
      }
    `);
    expect(await handoff(["overview", "examples/open-24-7.json", ...AT])).toEqual(bare);
  });

  it("tell that a configuration is refused", async () => {
    const at = folderOf({ "x.json": "[]" });
    const { code, out, err } = await both(at("x.json"), ...AT);
    expect([code, out, err.replaceAll(at("x.json"), "x.json")]).toMatchInlineSnapshot(`
      [
        1,
        "",
        "x.json:1:1: error E_EMPTY_LIST: is an empty list; a destination has at least one queue

      > 1 | []
          | ^^

      handoff: 1 error
      ",
      ]
    `);
  });

  it("tell a file that is none, and a command that is none", async () => {
    expect(await both("nowhere.json")).toMatchInlineSnapshot(`
      {
        "code": 1,
        "err": "nowhere.json: error E_READ: cannot be read: there is no such file

      handoff: 1 error
      ",
        "out": "",
      }
    `);
    expect(await both("valdate", "x.json")).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "handoff: unknown command 'valdate'
      (Did you mean validate?)
      ",
        "out": "",
      }
    `);
  });

  it("print JSON", async () => {
    const { code, out } = await handoff([SUPPORT, ...AT, "--json"]);
    expect(code).toBe(0);
    const { at, handoffs } = JSON.parse(out);
    expect(at).toBe("2026-12-01T15:00:00Z");
    expect(handoffs[0].answers[0]).toMatchObject({ channel: "voice", language: "en", queue: "Billing New York" });
  });
});

describe("resolve", () => {
  it("says yes with what an agent gets", async () => {
    expect(
      await both("resolve", "examples/business-hours.json", "--at", "2026-12-01 09:30", "--zone", "America/New_York"),
    ).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "",
        "out": "At 2026-12-01T14:30:00Z (Tue 2026-12-01 09:30 -05:00 America/New_York), any channel, any language

      default: available: Sales Queue
        offer handoff_default, which calls transfer_to_sales
        until Tue 2026-12-01 17:00 -05:00 America/New_York, then unavailable

      ",
      }
    `);
  });

  it("says no", async () => {
    expect(await both("resolve", SUPPORT, ...BILLING, "--language", "fr", ...AT)).toMatchInlineSnapshot(`
      {
        "code": 1,
        "err": "",
        "out": "At 2026-12-01T15:00:00Z, any channel, fr

      Billing Support: unavailable
        no change in the next 400 days
        | No billing agent is available. Say: "I apologize, our billing agents are not available right now." Tell the customer that billing agents work Monday to Friday during the day, and that nothing needs to be paid on a disputed charge until an agent has looked at it. Then ask whether you can help with anything else.

      ",
      }
    `);
  });

  it("gives both answers of a civil time that happens twice", async () => {
    const args = ["resolve", "examples/open-24-7.json", "--at", "2026-11-01T01:30", "--zone", "America/New_York"];
    expect(await handoff(args)).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "note: \`2026-11-01T01:30\` happens twice in America/New_York (a fold); for one answer add --fold first or --fold second
      ",
        "out": "At 2026-11-01T05:30:00Z (Sun 2026-11-01 01:30 -04:00 America/New_York), any channel, any language

      default: available: Billing Support
        offer handoff_default, which calls default_transfer
        no change in the next 400 days

      At 2026-11-01T06:30:00Z (Sun 2026-11-01 01:30 -05:00 America/New_York), any channel, any language

      default: available: Billing Support
        offer handoff_default, which calls default_transfer
        no change in the next 400 days

      ",
      }
    `);
    expect((await handoff([...args, "--fold", "second"])).out).toMatchInlineSnapshot(`
      "At 2026-11-01T06:30:00Z (Sun 2026-11-01 01:30 -05:00 America/New_York), any channel, any language

      default: available: Billing Support
        offer handoff_default, which calls default_transfer
        no change in the next 400 days

      "
    `);
  });

  it("follows a topic's order", async () => {
    const { code, out } = await handoff([
      "resolve",
      SUPPORT,
      "--topic",
      "Billing inquiry",
      "--language",
      "hi",
      "--channel",
      "chat",
      ...AT,
    ]);
    expect(code).toBe(1);
    expect(out.split("\n").filter((line) => !line.startsWith("  |"))).toMatchInlineSnapshot(`
      [
        "At 2026-12-01T15:00:00Z, chat, hi",
        "",
        "none of these is available",
        "",
        "Billing Support: unavailable",
        "  no change in the next 400 days",
        "",
        "General Support: unavailable",
        "  until Wed 2026-12-02 07:30 +05:30 Asia/Kolkata, then available: General Kolkata",
        "",
        "",
      ]
    `);
  });

  it("prints JSON", async () => {
    const { out } = await handoff(["resolve", "examples/open-24-7.json", "--json", ...AT]);
    expect(out).toMatchInlineSnapshot(`
      "{
        "available": true,
        "results": [
          {
            "at": "2026-12-01T15:00:00Z",
            "channel": null,
            "language": null,
            "available": true,
            "handoff": "default",
            "function_name": "handoff_default",
            "queue": "Billing Support",
            "transfer_function_name": "default_transfer",
            "instructions": "",
            "next": null
          }
        ]
      }
      "
    `);
  });

  it("names what is near to a name that there is not, and says that a channel or a tag is odd", async () => {
    expect(await handoff(["resolve", SUPPORT, "--handoff", "Biling Support", ...AT])).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "handoff: no handoff is named \`Biling Support\`; did you mean \`Billing Support\`?
      ",
        "out": "",
      }
    `);
    expect(
      (await handoff(["resolve", "examples/open-24-7.json", "--channel", "sms", "--language", "en_US", ...AT])).err,
    ).toMatchInlineSnapshot(`
      "note: \`sms\` is neither voice nor chat: only queues for all channels serve it
      note: \`en_US\` is no BCP 47 tag: only queues for all languages serve it; a tag is en or es-MX
      "
    `);
    expect((await handoff(["resolve", SUPPORT, "--topic", "x", "--task", "y"])).err).toMatchInlineSnapshot(`
      "handoff: give one of --handoff, --topic and --task
      "
    `);
  });
});

describe("explain", () => {
  it("tells every queue's verdict and the rule", async () => {
    expect(
      await both("explain", SUPPORT, ...BILLING, "--channel", "voice", "--language", "en", ...AT),
    ).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "",
        "out": "At 2026-12-01T15:00:00Z, voice, en

      Billing Support: available: Billing New York

        #  queue                verdict   its clock                                        because
        -  -------------------  --------  -----------------------------------------------  ----------------------
        1  Billing New York     chosen    Tue 2026-12-01 10:00 -05:00 America/New_York     tue: 08:00-12:30
        2  Billing Madrid       language  Tue 2026-12-01 16:00 +01:00 Europe/Madrid        serves es, not en
        3  Billing Mexico City  language  Tue 2026-12-01 09:00 -06:00 America/Mexico_City  serves es, not en
        4  Billing Manila       channel   Tue 2026-12-01 23:00 +08:00 Asia/Manila          serves chat, not voice

      time zones: tz database VERSION (SOURCE)
      ",
      }
    `);
    const christmas = ["--at", "2026-12-25 10:00", "--zone", "America/New_York"];
    expect((await handoff(["explain", SUPPORT, ...BILLING, ...christmas])).out).toMatchInlineSnapshot(`
      "At 2026-12-25T15:00:00Z (Fri 2026-12-25 10:00 -05:00 America/New_York), any channel, any language

      Billing Support: unavailable

        #  queue                verdict  its clock                                        because
        -  -------------------  -------  -----------------------------------------------  ----------------------------
        1  Billing New York     closed   Fri 2026-12-25 10:00 -05:00 America/New_York     exception 2026-12-25: closed
        2  Billing Madrid       closed   Fri 2026-12-25 16:00 +01:00 Europe/Madrid        exception 2026-12-25: closed
        3  Billing Mexico City  closed   Fri 2026-12-25 09:00 -06:00 America/Mexico_City  exception 2026-12-25: closed
        4  Billing Manila       closed   Fri 2026-12-25 23:00 +08:00 Asia/Manila          exception 2026-12-25: closed

      time zones: tz database VERSION (SOURCE)
      "
    `);
  });

  it("takes a line for each cell where a terminal is too narrow for the table", async () => {
    const args = ["explain", SUPPORT, ...BILLING, "--language", "en", ...AT];
    const { out } = await handoff(args, { wrapsAt: 80 });
    expect(out.split("\n").slice(3, 15)).toMatchInlineSnapshot(`
      [
        "",
        "  #          1",
        "  queue      Billing New York",
        "  verdict    chosen",
        "  its clock  Tue 2026-12-01 10:00 -05:00 America/New_York",
        "  because    tue: 08:00-12:30",
        "",
        "  #          2",
        "  queue      Billing Madrid",
        "  verdict    language",
        "  its clock  Tue 2026-12-01 16:00 +01:00 Europe/Madrid",
        "  because    serves es, not en",
      ]
    `);
    expect((await handoff(args, { wrapsAt: 160 })).out).toBe((await handoff(args)).out);
  });

  it("prints JSON", async () => {
    const { out, code } = await handoff(["explain", SUPPORT, ...BILLING, "--json", ...AT]);
    expect(code).toBe(0);
    const [{ at, queues }] = JSON.parse(out).results;
    expect([at, queues[0].verdict, queues[0].rule.kind]).toEqual(["2026-12-01T15:00:00Z", "chosen", "weekly_hours"]);
  });
});

describe("next", () => {
  it("tells when the answer changes", async () => {
    expect(await both("next", SUPPORT, ...BILLING, "--channel", "voice", "-n", "4", ...AT)).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "",
        "out": "From 2026-12-01T15:00:00Z, voice, any language

      Billing Support: available: Billing New York

        when                                             UTC                   from then on
        -----------------------------------------------  --------------------  ------------------------------
        Tue 2026-12-01 12:30 -05:00 America/New_York     2026-12-01T17:30:00Z  available: Billing Madrid
        Tue 2026-12-01 13:30 -05:00 America/New_York     2026-12-01T18:30:00Z  available: Billing New York
        Tue 2026-12-01 18:00 -05:00 America/New_York     2026-12-01T23:00:00Z  available: Billing Mexico City
        Tue 2026-12-01 19:00 -06:00 America/Mexico_City  2026-12-02T01:00:00Z  unavailable
      ",
      }
    `);
  });

  it("says no where it never does", async () => {
    expect(await both("next", "examples/open-24-7.json", ...AT)).toMatchInlineSnapshot(`
      {
        "code": 1,
        "err": "",
        "out": "From 2026-12-01T15:00:00Z, any channel, any language

      default: available: Billing Support
        no change in the next 400 days
      ",
      }
    `);
  });

  it("prints JSON", async () => {
    const { out } = await handoff(["next", "examples/business-hours.json", "--json", ...AT]);
    expect(JSON.parse(out)).toMatchObject({
      changes: true,
      results: [{ now: { available: true }, changes: [{ at: "2026-12-01T22:00:00Z" }] }],
    });
  });

  it("refuses a count that is none", async () => {
    expect((await handoff(["next", SUPPORT, "-n", "0"])).err).toMatchInlineSnapshot(`
      "handoff: option '-n, --count <number>' argument '0' is invalid. It is a whole number from 1 to 10000.
      "
    `);
  });
});

describe("compile and inspect", () => {
  it("write a snapshot and tell what it is", async () => {
    const at = folderOf({ "other.json": readFileSync("examples/open-24-7.json") });
    const [first, second] = [at("1.snapshot"), at("2.snapshot")];
    const compiled = built(["compile", SUPPORT, "-o", first, ...AT]);
    expect(compiled.code).toBe(0);
    expect((await handoff(["compile", SUPPORT, "-o", second, ...AT])).out).toBe(compiled.out.replace(first, second));
    expect(readFileSync(first).equals(readFileSync(second))).toBe(true);
    expect(
      compiled.out.replace(first, "1.snapshot").replace(/^.* bytes,/, "1.snapshot: N bytes,"),
    ).toMatchInlineSnapshot(`
      "1.snapshot: N bytes, 3 handoffs
        answers from   2026-11-24T00:00:00Z
        up to          2028-01-06T00:00:00Z
        time zones     tz database VERSION (SOURCE)
        configuration  207d1b6775b921d8
      "
    `);
    expect(readdirSync(at("")).sort()).toEqual(["1.snapshot", "2.snapshot", "other.json"]);
    const matched = await both("inspect", first, "--matches", SUPPORT, "--names");
    expect(matched.code).toBe(0);
    expect(matched.out.split("\n").slice(-5)).toMatchInlineSnapshot(`
      [
        "  Billing Support",
        "  Technical Support",
        "  General Support",
        "made from examples/support.json",
        "",
      ]
    `);
    const unmatched = await handoff(["inspect", first, "--matches", at("other.json")]);
    expect([unmatched.code, unmatched.out.split("\n").at(-2)?.replace(at(""), "")]).toEqual([
      1,
      "made from another configuration than /other.json",
    ]);
  });

  it("warn of a snapshot that was made by other time-zone data than the machine's", async () => {
    const spans = (_: string, from: number, to: number) => ({ from, to, starts: [from], offsets: [60] });
    const zones = { name: "made up", version: "1999a", has: () => true, names: () => [], spans };
    const configuration = JSON.parse(readFileSync("examples/open-24-7.json", "utf8"));
    const at = folderOf({ "x.snapshot": createEngine(configuration, { now: () => NOW, zones }).snapshot() });
    const { code, out } = await handoff(["inspect", at("x.snapshot")]);
    expect(code).toBe(0);
    expect(out.split("\n").at(-2)).toMatch(/^warning: .*America\/New_York/);
    const json = JSON.parse((await handoff(["inspect", at("x.snapshot"), "--json"])).out);
    expect(json.zones).toEqual({ name: "made up", version: "1999a" });
    expect(json.warning).toContain("America/New_York");
  });

  it("tell what was closed by hand when the snapshot was made", async () => {
    const engine = createEngine(JSON.parse(readFileSync(SUPPORT, "utf8")), { now: () => NOW });
    engine.close({ handoff: "Billing Support", queue: 0 }, { reason: "fire alarm", until: NOW + 3_600_000 });
    engine.close("everything", { reason: "power cut", message: "Nobody is there." });
    const at = folderOf({ "1.snapshot": engine.snapshot() });
    const told = (await handoff(["inspect", at("1.snapshot")])).out.split("\n").slice(5);
    expect(told).toMatchInlineSnapshot(`
      [
        "  closed by hand handoff Billing Support, queue 0, since 2026-12-01T15:00:00Z, until 2026-12-01T16:00:00Z: fire alarm",
        "  closed by hand everything, since 2026-12-01T15:00:00Z, for good: power cut",
        "",
      ]
    `);
    const { closures } = JSON.parse((await handoff(["inspect", at("1.snapshot"), "--json"])).out);
    expect(closures).toMatchInlineSnapshot(`
      [
        {
          "reason": "fire alarm",
          "scope": {
            "handoff": "Billing Support",
            "queue": 0,
          },
          "since": "2026-12-01T15:00:00Z",
          "until": "2026-12-01T16:00:00Z",
        },
        {
          "message": "Nobody is there.",
          "reason": "power cut",
          "scope": {},
          "since": "2026-12-01T15:00:00Z",
          "until": null,
        },
      ]
    `);
  });

  it("tell what is no snapshot, and where nothing can be written", async () => {
    expect(await both("inspect", SUPPORT)).toMatchInlineSnapshot(`
      {
        "code": 1,
        "err": "handoff: examples/support.json is no sound snapshot: E_SNAPSHOT_MAGIC: not a snapshot: it does not begin with \`HANDOFF\`
      ",
        "out": "",
      }
    `);
    expect((await handoff(["inspect", "nowhere"])).code).toBe(1);
    expect((await handoff(["compile", SUPPORT])).err).toBe(
      "handoff: required option '-o, --output <file>' not specified\n",
    );
    expect((await handoff(["compile", SUPPORT, "-o", "nowhere/x"])).err).toMatch(
      /^handoff: nowhere\/x cannot be written: there is no such folder\n$/,
    );
  });
});

describe("coverage", () => {
  const file = "examples/full-configuration.json";

  it("tells who is served when, and what is unusual", async () => {
    expect(await both("coverage", file, "--days", "28", "--at", "2026-12-07T08:00:00Z")).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "",
        "out": "from 2026-12-07T08:00:00Z to 2027-01-04T08:00:00Z

      default, the week of America/Los_Angeles

        voice, chat or no channel given, en, es or no language given: served for 164 h, 24.4 %
          100.0 %  Premium Support, 164 h
          never served
            mon      00:00-09:00, 12:00-13:00, 17:00-24:00
            tue-fri  00:00-09:00, 17:00-24:00
            sat      00:00-10:00, 14:00-24:00
            sun      00:00-24:00
          not served on some weeks
            fri      09:00-17:00  1 of 4 times

        voice, chat or no channel given, any other language; another channel, every language: served for 0 h, 0.0 %
          never served
            mon-sun  00:00-24:00

        unusual days
          Fri 2026-12-25  Premium Support: exception closed, 0 h instead of 8 h
      ",
      }
    `);
  });

  it("lists every stretch that breaks a requirement", async () => {
    const args = ["coverage", file, "--brief", "--days", "28", "--at", "2026-12-07T08:00:00Z"];
    const policy = ["--require", "voice,en,fri 09:00-17:00 America/Los_Angeles"];
    expect(await both(...args, ...policy)).toMatchInlineSnapshot(`
      {
        "code": 1,
        "err": "",
        "out": "from 2026-12-07T08:00:00Z to 2027-01-04T08:00:00Z

      broken  default: voice,en,fri 09:00-17:00 America/Los_Angeles
        nobody serves for 8 h of 32 h, in 1 stretch; by the clock of America/Los_Angeles:
          Fri 2026-12-25 09:00 to 17:00 -08:00  2026-12-25T17:00:00Z/2026-12-26T01:00:00Z
      ",
      }
    `);
    expect(await handoff([...args, `${policy[0]}=${policy[1]} except 2026-12-25`])).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "",
        "out": "from 2026-12-07T08:00:00Z to 2027-01-04T08:00:00Z

      met  default: voice,en,fri 09:00-17:00 America/Los_Angeles except 2026-12-25 (24 h)
      ",
      }
    `);
  });

  it("marks what cannot be read in a requirement", async () => {
    expect(await handoff(["coverage", file, "--require", "voce,en,mon 8:00-9:00 UTC"])).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "handoff: --require cannot be read:
        voce,en,mon 8:00-9:00 UTC
        ^^^^
        "voce" is not a channel; write \`voice\`, \`chat\`, or \`any\` for a request that names none
        voce,en,mon 8:00-9:00 UTC
                    ^^^^^^^^^
        "8:00-9:00" is not a civil time range; write HH:MM-HH:MM, 00:00 to 23:59, the end up to 24:00, with \`,\` between several
      ",
        "out": "",
      }
    `);
  });

  it("holds the requirements beside the configuration, and prints JSON", async () => {
    const at = folderOf({
      "team.json": readFileSync(file),
      "team.expect.yaml": "requirements:\n  - voice,en,fri 09:00-17:00 America/Los_Angeles\n",
    });
    const args = ["coverage", at("team.json"), "--days", "28", "--at", "2026-12-07T08:00:00Z", "--json"];
    const { code, out } = await handoff(args);
    expect(code).toBe(1);
    expect(JSON.parse(out).requirements).toEqual([
      {
        requirement: "voice,en,fri 09:00-17:00 America/Los_Angeles",
        handoff: "default",
        met: false,
        required_minutes: 1920,
        broken_minutes: 480,
        broken: [{ start: "2026-12-25T17:00:00Z", end: "2026-12-26T01:00:00Z" }],
      },
    ]);
    expect((await handoff([...args, "--no-expect"])).code).toBe(0);
  });
});

describe("test", () => {
  const expectations = (queue: string) => `cases:
  - name: callers reach sales on Tuesday morning
    expect:
      - { at: "2026-12-01T09:00[America/New_York]", channel: voice, queue: Sales Queue }
      - { at: "2026-12-01T22:00:00Z", queue: ${queue} }
`;

  it("passes, and explains what fails", async () => {
    const at = folderOf({
      "sales.json": readFileSync("examples/business-hours.json"),
      "sales.expect.yaml": expectations("null"),
    });
    const file = at("sales.expect.yaml");
    const good = await both("test", file);
    expect([good.code, good.out.replace(file, "sales.expect.yaml")]).toMatchInlineSnapshot(`
      [
        0,
        "sales.expect.yaml
        ok    callers reach sales on Tuesday morning

      1 passed, 0 failed
      ",
      ]
    `);
    const bad = folderOf({ "x.yaml": expectations("Sales Queue") });
    const { code, out } = await handoff(["test", bad("x.yaml"), "--of", at("sales.json")]);
    expect([code, out.replace(bad("x.yaml"), "x.yaml")]).toMatchInlineSnapshot(`
      [
        1,
        "x.yaml
        FAIL  callers reach sales on Tuesday morning
              2026-12-01T22:00:00Z, any channel, any language: expected Sales Queue, got unavailable
                Sales Queue: closed, Tue 2026-12-01 17:00 -05:00, tue: only 09:00-17:00

      0 passed, 1 failed
      ",
      ]
    `);
  });

  it("is not passed by a file that expects nothing", async () => {
    const at = folderOf({ "nothing.expect.json": '{"cases": []}' });
    expect(built(["test", at("nothing.expect.json"), "--of", SUPPORT])).toMatchObject({ code: 1, err: "" });
    const { code, out } = await handoff(["test", at("nothing.expect.json"), "--of", SUPPORT]);
    expect([code, out.split("\n").at(-2)]).toEqual([1, "0 passed, 0 failed: nothing is expected"]);
  });

  it("runs the project's vectors", async () => {
    const files = readdirSync("test/vectors").filter((name) => !name.includes("schema"));
    const { code, out } = await handoff(["test", ...files.map((name) => `test/vectors/${name}`), "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true, failed: 0 });
  });

  it("shows problems of the expectations where they stand, and asks for a configuration", async () => {
    const at = folderOf({ "x.yaml": expectations("null").replace("queue: Sales", "queu: Sales") });
    const { code, err } = await handoff(["test", at("x.yaml"), "--of", "examples/business-hours.json"]);
    expect([code, err.replaceAll(at("x.yaml"), "x.yaml")]).toMatchInlineSnapshot(`
      [
        1,
        "x.yaml:4:69: error E_EXPECT_UNKNOWN: \`queu\` is not a property of an expectation; did you mean \`queue\`?

        3 |     expect:
      > 4 |       - { at: "2026-12-01T09:00[America/New_York]", channel: voice, queu: Sales Queue }
          |                                                                     ^^^^
        5 |       - { at: "2026-12-01T22:00:00Z", queue: null }
        at /cases/0/expect/0/queu

      x.yaml:4:9: error E_EXPECT_REQUIRED: lacks \`queue\`, which every expectation must have

        3 |     expect:
      > 4 |       - { at: "2026-12-01T09:00[America/New_York]", channel: voice, queu: Sales Queue }
          |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        5 |       - { at: "2026-12-01T22:00:00Z", queue: null }
        at /cases/0/expect/0

      handoff: 2 errors
      ",
      ]
    `);
    const alone = await handoff(["test", at("x.yaml")]);
    expect([alone.code, alone.err.replaceAll(at("x.yaml"), "x.yaml")]).toMatchInlineSnapshot(`
      [
        2,
        "handoff: x.yaml is about a configuration: say which with --of, or lay it beside under the same name
      ",
      ]
    `);
  });

  it("tells a file that holds no expectations", async () => {
    const { code, err } = await handoff(["test", "examples/open-24-7.json"]);
    expect([code, err.split("\n")[0]]).toMatchInlineSnapshot(`
      [
        1,
        "examples/open-24-7.json:1:1: error E_EXPECT_TYPE: must be an object, got [{"…":"…"}]",
      ]
    `);
    expect((await handoff(["test", SUPPORT])).err).toContain(
      "E_EXPECT_UNKNOWN: `handoffs` is not a property of expectations",
    );
  });
});

describe("diff", () => {
  const sales = () => JSON.parse(readFileSync("examples/business-hours.json", "utf8"));

  it("says that only the text moved", async () => {
    const at = folderOf({ "same.json": JSON.stringify(sales(), null, 4) });
    expect(await both("diff", "examples/business-hours.json", at("same.json"), ...AT)).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "",
        "out": "from 2026-12-01T15:00:00Z to 2028-01-05T15:00:00Z

      no change in meaning
      ",
      }
    `);
  });

  it("tells what changes in meaning", async () => {
    const [queue] = sales();
    queue.weekly_hours.fri = [{ start: "10:00", end: "17:00" }];
    queue.date_exceptions = { "2026-12-24": { intervals: [{ start: "09:00", end: "20:00" }] } };
    queue.transfer_function_name = "transfer_to_sales_desk";
    const at = folderOf({ "new.json": JSON.stringify([queue]) });
    const args = ["diff", "examples/business-hours.json", at("new.json"), "--days", "42", ...AT];
    expect(await both(...args)).toMatchInlineSnapshot(`
      {
        "code": 1,
        "err": "",
        "out": "from 2026-12-01T15:00:00Z to 2027-01-12T15:00:00Z

      default
        every request: 3 h gained, 6 h lost
          - fri 09:00-10:00 America/New_York (6 times, 2026-12-04 to 2027-01-08): Sales Queue -> unavailable
          + Thu 2026-12-24 17:00 to 20:00 -05:00 America/New_York: unavailable -> Sales Queue

      words
        queue Sales Queue of default, transfer_function_name: "transfer_to_sales" -> "transfer_to_sales_desk"
        transfer function transfer_to_sales_desk, added
        transfer function transfer_to_sales, removed
      ",
      }
    `);
    const { out } = await handoff([...args, "--json"]);
    expect(JSON.parse(out)).toMatchObject({
      same: false,
      same_hours: false,
      handoffs: [{ changes: [{ gained_minutes: 180, lost_minutes: 360 }] }],
    });
  });
});

describe("init", () => {
  it.each(["open-24-7", "business-hours", "full"])(
    "writes %s with remarks, which have no problems in either format",
    async (example) => {
      const at = folderOf({});
      const files = ["x.jsonc", "x.yaml"].map(at) as [string, string];
      for (const file of files) expect((await handoff(["init", file, "--example", example])).code).toBe(0);
      for (const file of files)
        expect(await handoff(["validate", "--strict", file])).toEqual({
          code: 0,
          out: `${file}: no problems\n`,
          err: "",
        });
      const [jsonc, yaml] = files;
      expect((await handoff(["diff", jsonc, yaml])).code).toBe(0);
      const [first, second] = await Promise.all(files.map((file) => handoff([file, ...AT, "--json"])));
      expect(first?.out).toBe(second?.out);
    },
  );

  it("is the seed's example, with dates that are ahead", async () => {
    const { out } = await both("init", "-", "--example", "business-hours");
    expect(out).toMatchInlineSnapshot(`
      "{
        // Editors complete keys and mark mistakes by this schema.
        "$schema": "./node_modules/handoff-engine/schemas/configuration.schema.json",
        // The system transfer functions that exist. A queue can only use one of these.
        "transfer_functions": [
          {
            "name": "transfer_to_sales",
            "purpose": "Transfers the conversation to the contact center."
          }
        ],
        // Each handoff says where a conversation may go, and what to say when it cannot.
        "handoffs": [
          {
            // Agents see it as the function handoff_sales_queue.
            "name": "Sales Queue",
            // When an agent should think of it.
            "description": "Use when the customer asks for a person.",
            // What the agent is told while a queue is open.
            "agent_available_instructions": "Ask whether the customer wants to be connected now.\\nAfter a yes, call handoff_sales_queue.",
            // And while none is.
            "agent_unavailable_instructions": "Say that nobody is available at this time, and ask whether you can help with anything else.",
            // Queues in order of preference: the first that is open is chosen.
            "destination": [
              {
                "name": "Sales Queue",
                "type": "Agent_queue",
                "enabled": true,
                // IANA name: its clock is the one that hours are read on, summer time included.
                "timezone": "America/New_York",
                "transfer_function_name": "transfer_to_sales",
                "open_24": false,
                // Times on the clock of the time zone; the end is no longer open. A weekday that is not listed is closed.
                // An end before the start is a night shift: 22:00 to 06:00.
                "weekly_hours": {
                  "mon": [{ "start": "09:00", "end": "17:00" }],
                  "tue": [{ "start": "09:00", "end": "17:00" }],
                  "wed": [{ "start": "09:00", "end": "17:00" }],
                  "thu": [{ "start": "09:00", "end": "17:00" }],
                  "fri": [{ "start": "09:00", "end": "17:00" }]
                }
              }
            ]
          }
        ]
      }
      "
    `);
    const late = await handoff(["init", "-"], { now: Date.parse("2026-12-26T00:00:00Z") });
    expect(late.out).toContain('"2027-12-25": { "closed": true }');
  });

  it("leaves files alone", async () => {
    const at = folderOf({ "x.yaml": "mine" });
    expect((await handoff(["init", at("x.yaml")])).err).toBe(
      `handoff: ${at("x.yaml")} exists; --force writes over it\n`,
    );
    expect(readFileSync(at("x.yaml"), "utf8")).toBe("mine");
    expect((await handoff(["init", at("x.yaml"), "--force", "--timezone", "Europe/Madrid"])).code).toBe(0);
    expect((await handoff(["init", at("y.json")])).err).toBe(
      "handoff: JSON has no remarks: name the file .jsonc or .yaml\n",
    );
    expect((await handoff(["init", at("y.yaml"), "--timezone", "Europe/Madird"])).err).toMatch(
      /^handoff: --timezone: "Europe\/Madird" is not a time zone.*Europe\/Madrid/,
    );
  });
});

describe("help", () => {
  it("has a summary, examples and what it is about for every command", async () => {
    const { out, code } = await both("--help");
    expect(code).toBe(0);
    for (const { name, summary } of COMMANDS) {
      expect(out.replace(/\s+/g, " ")).toContain(`${name} ${summary}`);
      const help = await handoff(["help", name]);
      expect(help.code).toBe(0);
      expect(help.out).toMatch(/^Usage: handoff /);
      expect(help.out).toMatch(/\nExamples:\n {2}# .+\n {2}handoff /);
      expect(await handoff([name, "--help"])).toEqual(help);
    }
  });

  it("is printed for no arguments, with the exit code of a wrong command line", async () => {
    const { code, out, err } = await both();
    expect([code, out, err]).toEqual([2, "", (await handoff(["--help"])).out]);
  });

  it("the version is the package's", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(await both("--version")).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });
});

it("the time of the tests is on an ordinary day", () => {
  expect(new Date(NOW).toISOString()).toBe("2026-12-01T15:00:00.000Z");
});
