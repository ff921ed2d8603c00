import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runtimeZones } from "../../src/index.ts";
import { built, folderOf, handoff } from "./session.ts";

const SUPPORT = "examples/support.json";
const TECHNICAL = ["hours", SUPPORT, "--handoff", "Technical Support", "--channel", "voice", "--language", "en"];
const FOLD = ["--at", "2026-11-01 12:00", "--zone", "America/Chicago"];
const GAP = ["--at", "2027-03-14 12:00", "--zone", "America/Chicago"];

/** Open through the night, at times that no quarter of an hour is. */
const NIGHT = JSON.stringify([
  {
    name: "Night <&> 夜",
    type: "Agent_queue",
    enabled: true,
    open_24: false,
    weekly_hours: { sat: [{ start: "22:10", end: "06:05" }], sun: [{ start: "12:00", end: "12:20" }] },
    date_exceptions: { "2026-10-30": { closed: true } },
    timezone: "America/New_York",
    transfer_function_name: "transfer",
  },
]);

const spansOf = (timezone: string, from: string, to: string) =>
  runtimeZones().spans(timezone, Date.parse(from) / 60_000, Date.parse(to) / 60_000);

describe("hours in the terminal", () => {
  it("the weeks of these tests have a fold and a gap", () => {
    expect(spansOf("America/Chicago", "2026-10-26T05:00Z", "2026-11-02T06:00Z").offsets).toEqual([-300, -360]);
    expect(spansOf("America/Chicago", "2027-03-08T06:00Z", "2027-03-15T05:00Z").offsets).toEqual([-360, -300]);
  });

  it("shows the week of a fold in 80 columns", async () => {
    const result = built([...TECHNICAL, "--no-queues", ...FOLD]);
    expect(result).toEqual(await handoff([...TECHNICAL, "--no-queues", ...FOLD]));
    expect(result.code).toBe(0);
    expect(result.out).toMatchInlineSnapshot(`
      "Technical Support: which queue serves (voice, en)
      A Technical Chicago   B Technical Chicago night   C Technical Paris
      D Technical Toronto   E Technical Sydney pilot
      clock of America/Chicago, 2026

                           00    03    06    09    12    15    18    21    24
                           |-----|-----|-----|-----|-----|-----|-----|-----|
      Mon 26 Oct    -05:00 BBBBBBBBBBBBAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABBBB  24:00
      Tue 27 Oct    -05:00 BBBBBBBBBBBBAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABBBB  24:00
      Wed 28 Oct    -05:00 BBBBBBBBBBBBAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABBBB  24:00
      Thu 29 Oct    -05:00 BBBBBBBBBBBBAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABBBB  24:00
      Fri 30 Oct    -05:00 BBBBBBBBBBBBAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABBBB  24:00
      Sat 31 Oct    -05:00 BBBBBBBB····:···AAAAAAAAAAAAAAAAAAAAAAAA··:·····  16:00
      Sun 01 Nov FT -05:00 :·~~                                              00:00
                    -06:00   ~~··:·····:···AAAAAAAAAAAAAAAAAAAAAAAABBBBBBBB  16:00
                                                   ^ 12:00 -06:00
      UTC at -05:00        05    08    11    14    17    20    23    02    05
      UTC at -06:00        06    09    12    15    18    21    00    03    06

      Sun 01 Nov F fold: 01:00-02:00 is shown twice, from -05:00 to -06:00 at
                   2026-11-01T07:00:00Z
      Sun 01 Nov T America/Toronto goes from -04:00 to -05:00 at 2026-11-01T06:00:00Z

      A  this queue serves (a: for a part of the cell)
      ·  closed
      ~  fold: closed; the clock shows this time twice, once a line
      "
    `);
  });

  it("shows the week of a gap in 160 columns, with the hours in words", async () => {
    const { out } = await handoff([...TECHNICAL, "--no-queues", ...GAP], { columns: 160 });
    expect(out).toMatchInlineSnapshot(`
      "Technical Support: which queue serves (voice, en)
      A Technical Chicago   B Technical Chicago night   C Technical Paris   D Technical Toronto   E Technical Sydney pilot
      clock of America/Chicago, 2027

                           00          03          06          09          12          15          18          21          24
                           |-----------|-----------|-----------|-----------|-----------|-----------|-----------|-----------|
      Mon 08 Mar    -06:00 BBBBBBBBBBBBBBBBBBBBBBBBAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABBBBBBBB  24:00
      Tue 09 Mar    -06:00 BBBBBBBBBBBBBBBBBBBBBBBBAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABBBBBBBB  24:00
      Wed 10 Mar    -06:00 BBBBBBBBBBBBBBBBBBBBBBBBAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABBBBBBBB  24:00
      Thu 11 Mar    -06:00 BBBBBBBBBBBBBBBBBBBBBBBBAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABBBBBBBB  24:00
      Fri 12 Mar    -06:00 BBBBBBBBBBBBBBBBBBBBBBBBAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABBBBBBBB  24:00
      Sat 13 Mar    -06:00 BBBBBBBBBBBBBBBB········:·······AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA····:···········  16:00
      Sun 14 Mar GT -05:00 :·······××××:···········:·······AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABBBBBBBBBBBBBBBB  16:00
                                                                           ^ 12:00 -05:00
      UTC at -06:00        06          09          12          15          18          21          00          03          06
      UTC at -05:00        05          08          11          14          17          20          23          02          05

      Sun 14 Mar G gap: 02:00-03:00 is skipped, from -06:00 to -05:00 at 2027-03-14T08:00:00Z
      Sun 14 Mar T America/Toronto goes from -05:00 to -04:00 at 2027-03-14T07:00:00Z

      A  this queue serves (a: for a part of the cell)
      ·  closed
      ×  gap: the clock skips this time
      "
    `);
  });

  it("shows parts of cells, exceptions, and a night that is open through a fold twice", async () => {
    const at = folderOf({ "night.json": NIGHT });
    const { out } = await handoff(["hours", at("night.json"), "--at", "2026-11-01T12:00Z"]);
    expect(out).toMatchInlineSnapshot(`
      "default: which queue serves (any channel, any language)
      A Night <&> 夜
      clock of America/New_York, 2026

                          00    03    06    09    12    15    18    21    24
                          |-----|-----|-----|-----|-----|-----|-----|-----|
      Mon 26 Oct   -04:00 :·····:·····:·····:·····:·····:·····:·····:·····  00:00
      Tue 27 Oct   -04:00 :·····:·····:·····:·····:·····:·····:·····:·····  00:00
      Wed 28 Oct   -04:00 :·····:·····:·····:·····:·····:·····:·····:·····  00:00
      Thu 29 Oct   -04:00 :·····:·····:·····:·····:·····:·····:·····:·····  00:00
      Fri 30 Oct E -04:00 :·····:·····:·····:·····:·····:·····:·····:·····  00:00
      Sat 31 Oct   -04:00 :·····:·····:·····:·····:·····:·····:·····:·aAAA  01:50
      Sun 01 Nov F -04:00 AAAA                                              02:00
                   -05:00   AAAAAAAAAAa·····:·····a·····:·····:·····:·····  05:25
                                        ^ 07:00 -05:00
      UTC at -04:00       04    07    10    13    16    19    22    01    04
      UTC at -05:00       05    08    11    14    17    20    23    02    05

      Fri 30 Oct E Night <&> 夜: exception of 2026-10-30: closed
      Sun 01 Nov F fold: 01:00-02:00 is shown twice, from -04:00 to -05:00 at
                   2026-11-01T06:00:00Z

      Night <&> 夜
      clock of America/New_York, 2026

                          00    03    06    09    12    15    18    21    24
                          |-----|-----|-----|-----|-----|-----|-----|-----|
      Mon 26 Oct   -04:00 :·····:·····:·····:·····:·····:·····:·····:·····  00:00
      Tue 27 Oct   -04:00 :·····:·····:·····:·····:·····:·····:·····:·····  00:00
      Wed 28 Oct   -04:00 :·····:·····:·····:·····:·····:·····:·····:·····  00:00
      Thu 29 Oct   -04:00 :·····:·····:·····:·····:·····:·····:·····:·····  00:00
      Fri 30 Oct E -04:00 :·····:·····:·····:·····:·····:·····:·····:·····  00:00
      Sat 31 Oct   -04:00 :·····:·····:·····:·····:·····:·····:·····:·▐███  01:50
      Sun 01 Nov F -04:00 ████                                              02:00
                   -05:00   ██████████▌·····:·····▌·····:·····:·····:·····  05:25
                                        ^ 07:00 -05:00
      UTC at -04:00       04    07    10    13    16    19    22    01    04
      UTC at -05:00       05    08    11    14    17    20    23    02    05

      Fri 30 Oct E Night <&> 夜: exception of 2026-10-30: closed
      Sun 01 Nov F fold: 01:00-02:00 is shown twice, from -04:00 to -05:00 at
                   2026-11-01T06:00:00Z

      A  this queue serves (a: for a part of the cell)
      █  open (▌▐▒: for a part of the cell)
      ·  closed
      ~  fold: closed; the clock shows this time twice, once a line
      "
    `);
  });

  it("shows a date that the zone skips", async () => {
    const at = folderOf({ "apia.json": NIGHT.replace("America/New_York", "Pacific/Apia") });
    const args = ["hours", at("apia.json"), "--at", "2011-12-29 12:00", "--zone", "Pacific/Apia", "--no-queues"];
    expect((await handoff(args)).out.split("\n").slice(5, 12)).toMatchInlineSnapshot(`
      [
        "                    |-----|-----|-----|-----|-----|-----|-----|-----|",
        "Mon 26 Dec   -10:00 :·····:·····:·····:·····:·····:·····:·····:·····  00:00",
        "Tue 27 Dec   -10:00 :·····:·····:·····:·····:·····:·····:·····:·····  00:00",
        "Wed 28 Dec   -10:00 :·····:·····:·····:·····:·····:·····:·····:·····  00:00",
        "Thu 29 Dec   -10:00 :·····:·····:·····:·····:·····:·····:·····:·····  00:00",
        "                                            ^ 12:00 -10:00",
        "Fri 30 Dec G        ××××××××××××××××××××××××××××××××××××××××××××××××  00:00",
      ]
    `);
  });

  it("keeps within the terminal's columns, in every width from 80 on", async () => {
    for (const columns of [80, 97, 120, 160, 250]) {
      const { out } = await handoff([...TECHNICAL, ...FOLD], { columns });
      const lines = out.split("\n");
      expect(lines.length).toBeGreaterThan(50);
      expect(lines.filter((line) => line.length > columns)).toEqual([]);
    }
  });

  it("says the same without colours", async () => {
    const args = [...TECHNICAL, ...GAP];
    const coloured = await handoff(args, { colours: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours themselves.
    expect(coloured.out.replace(/\u001b\[\d+m/g, "")).toBe((await handoff(args)).out);
  });

  it("shows a month, and prints JSON", async () => {
    const { out } = await handoff([...TECHNICAL, ...FOLD, "--month", "--no-queues"]);
    expect(out.split("\n").filter((line) => /^\w{3} \d\d Nov +[FT]* +-0[56]:00 /.test(line))).toHaveLength(30);
    const json = await handoff([...TECHNICAL, ...FOLD, "--json"]);
    const [whole] = JSON.parse(json.out).hours;
    expect(whole).toMatchObject({
      handoff: "Technical Support",
      timezone: "America/Chicago",
      from: "2026-10-26T05:00:00Z",
    });
    expect(whole.queues).toHaveLength(5);
  });
});

describe("hours as a picture", () => {
  const picture = async (args: readonly string[]) => {
    const at = folderOf({});
    const { code, out, err } = await handoff([...args, "--svg", at("x.svg")]);
    expect([code, out, err]).toEqual([0, `${at("x.svg")}\n`, ""]);
    return readFileSync(at("x.svg"), "utf8");
  };

  it("is well-formed, whatever names hold, and has both colour schemes", async () => {
    const at = folderOf({ "night.json": NIGHT });
    const svg = await picture(["hours", at("night.json"), "--at", "2026-11-01T12:00Z"]);
    expect(svg).toContain("A  Night &lt;&amp;&gt; 夜 (clock of America/New_York)");
    expect(svg).toContain("@media (prefers-color-scheme: dark)");
    const open: string[] = [];
    for (const [, closing, name, , empty] of svg.matchAll(/<(\/?)([\w-]+)((?: [\w:-]+="[^"<]*")*)(\/?)>/g)) {
      if (closing) expect(open.pop()).toBe(name);
      else if (!empty) open.push(name as string);
    }
    expect(open).toEqual([]);
    expect(svg.replace(/<\/?[\w-]+(?: [\w:-]+="[^"<]*")*\/?>/g, "")).not.toMatch(/[<>]/);
  });

  it("marks a fold by two lines, a gap by a hole, exceptions and transitions", async () => {
    const fold = await picture([...TECHNICAL, ...FOLD]);
    expect(fold).toContain('class="fold"');
    expect(fold).toContain("UTC at -05:00");
    expect(fold).toContain("UTC at -06:00");
    expect(fold).toContain('class="transition"');
    expect(await picture([...TECHNICAL, ...GAP])).toContain('class="gap"');
    const christmas = ["--at", "2026-12-24T12:00Z"];
    expect(await picture([...TECHNICAL, ...christmas])).toContain('class="exception"');
  });

  it("has room for all that is said of a date", async () => {
    const [queue] = JSON.parse(NIGHT);
    const dates = { "2027-03-14": { closed: true } };
    const at = folderOf({ "night.json": JSON.stringify([{ ...queue, date_exceptions: dates }]) });
    const svg = await picture(["hours", at("night.json"), "--at", "2027-03-14T12:00Z"]);
    expect(svg).toContain(">gap 02:00-03:00; exception: closed; evening before cut off</text>");
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 11\d\d/);
  });

  it("tells all of a date in its tooltip, a line each", async () => {
    const svg = await picture([...TECHNICAL, ...FOLD]);
    const tooltips = [...svg.matchAll(/<g><title>([^<]*)<\/title>/g)].map(([, text = ""]) => text.split("\n"));
    expect(tooltips).toContainEqual([
      "fold: 01:00-02:00 is shown twice, from -05:00 to -06:00 at 2026-11-01T07:00:00Z",
      "America/Toronto goes from -04:00 to -05:00 at 2026-11-01T06:00:00Z",
    ]);
    expect(svg).not.toContain("\\u{a}");
  });

  it("the one in the documentation is up to date", async () => {
    const svg = await picture([...TECHNICAL, "--no-queues", ...FOLD]);
    expect(svg).toBe(readFileSync("docs/pictures/week.svg", "utf8"));
  });

  it("is of one handoff, and tells where it cannot be written", async () => {
    expect(await handoff(["hours", SUPPORT, "--svg", "x.svg"])).toEqual({
      code: 2,
      out: "",
      err: "handoff: a picture is of one handoff: say which with --handoff\n",
    });
    expect((await handoff([...TECHNICAL, "--svg", "nowhere/x.svg"])).err).toBe(
      "handoff: nowhere/x.svg cannot be written: there is no such folder\n",
    );
    expect((await handoff([...TECHNICAL, "--json", "--svg", "x.svg"])).err).toBe(
      "handoff: give one of --json and --svg\n",
    );
  });
});
