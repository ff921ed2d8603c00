import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { reference } from "../../src/cli/reference.ts";
import { safeOutput, shown, shownJson, shownProse } from "../../src/cli/shown.ts";
import { built, folderOf, handoff } from "./session.ts";

/** All that a terminal could obey, and that a reader could mistake (faults, rows 34 and 35). */
const EVIL =
  "a\u001b[2Jb\u001b]52;c;x\u0007c\u0000d\r\ne\u0085f\u2028g\u007fh\u009bi\u202ej\u2066k\u200bl\u{e0041}m\ud800n";
/** What must not be written, as code points. */
function isObeyed(c: number): boolean {
  const isControl = (c < 32 && c !== 10) || (c > 126 && c < 160);
  const isMark = (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c === 0x200b || c === 0xe0041;
  return isControl || isMark || (c >= 0xd800 && c <= 0xdfff);
}

const obeyedIn = (text: string) => [...text].filter((c) => isObeyed(c.codePointAt(0) as number));

const queue = (name: string) => ({
  name,
  type: "Agent_queue",
  enabled: true,
  open_24: true,
  timezone: "America/New_York",
  transfer_function_name: "transfer",
});

describe("what is written", () => {
  it("holds no control character, whatever a configuration, a file's name or the command line holds", async () => {
    const at = folderOf({
      "evil.json": JSON.stringify([{ ...queue(EVIL), [EVIL]: 1, timezone: EVIL, weekly_hours: { [EVIL]: EVIL } }]),
      "keys.json": `{"${EVIL}": 1, "${EVIL}": 2}`,
      "evil.yaml": JSON.stringify([{ ...queue(EVIL), [EVIL]: [EVIL] }]),
      "tabs.json": `[\t\r\n\t${JSON.stringify(queue("x")).replace('"x"', '"x')}`,
    });
    for (const colours of [false, true]) {
      for (const args of [
        ["validate", at("evil.json")],
        ["validate", at("evil.json"), "--json"],
        ["validate", at("keys.json")],
        ["validate", at("evil.yaml")],
        ["validate", at("tabs.json")],
        ["validate", EVIL],
        [EVIL],
        [`--${EVIL}`],
        ["resolve", "examples/open-24-7.json", "--at", EVIL],
        ["resolve", "examples/open-24-7.json", "--zone", EVIL],
        ["resolve", "examples/open-24-7.json", "--handoff", EVIL],
        ["resolve", "examples/open-24-7.json", "--channel", EVIL, "--language", EVIL],
        ["explain", "examples/full-configuration.json", "--channel", EVIL],
        ["explain", "examples/full-configuration.json", "--language", EVIL],
        ["coverage", "examples/open-24-7.json", "--require", EVIL],
        ["compile", "examples/open-24-7.json", "-o", `nowhere/${EVIL}`],
        ["inspect", EVIL],
      ]) {
        const { out, err } = await handoff(args, { colours });
        // biome-ignore lint/suspicious/noControlCharactersInRegex: our own colours.
        const text = (out + err).replace(colours ? /\u001b\[\d+m/g : "", "");
        expect(obeyedIn(text), JSON.stringify(args)).toEqual([]);
        expect(text.length).toBeGreaterThan(10);
      }
    }
  });

  it("keeps instructions of several lines, and what they may hold is harmless", async () => {
    const configuration = {
      transfer_functions: [{ name: "transfer" }],
      handoffs: [
        {
          name: "Support",
          description: "",
          agent_available_instructions: "one\r\ntwo\tcolumns\rthree\u202efour",
          agent_unavailable_instructions: "",
          destination: [queue("Support")],
        },
      ],
    };
    const at = folderOf({ "x.json": JSON.stringify(configuration) });
    const { code, out } = await handoff(["resolve", at("x.json")]);
    expect(code).toBe(0);
    expect(out).toContain("  | one\n  | two    columns\\u{d}three\\u{202e}four\n");
    const json = await handoff(["resolve", at("x.json"), "--json"]);
    expect(obeyedIn(json.out)).toEqual([]);
    expect(JSON.parse(json.out).results[0].instructions).toBe("one\r\ntwo\tcolumns\rthree\u202efour");
  });

  it("is escaped in one way each", () => {
    expect(shown("a\u001b[31mb\u202e\ud800")).toBe("a\\u{1b}[31mb\\u{202e}\\u{d800}");
    expect(shownProse("a\r\nb\tc")).toBe("a\nb    c");
    expect(JSON.parse(shownJson({ [EVIL]: EVIL }))).toEqual({ [EVIL]: EVIL });
    expect(safeOutput("\u001b[31mred\u001b[39m\u001b[2J\n", true)).toBe("\u001b[31mred\u001b[39m\\u{1b}[2J\n");
    expect(safeOutput("\u001b[31mred\u001b[39m", false)).toBe("\\u{1b}[31mred\\u{1b}[39m");
  });
});

describe("the reference", () => {
  it("docs/cli.md is what `npm run generate:cli` writes", async () => {
    expect(readFileSync("docs/cli.md", "utf8")).toBe(await reference());
  });

  it("every example of the help runs", async () => {
    const at = folderOf({});
    const files: { readonly [name: string]: () => string | Uint8Array } = {
      "support.json": () => readFileSync("examples/support.json"),
      "edited.json": () => readFileSync("examples/support.json"),
      "old.json": () => readFileSync("examples/support.json"),
      "us.ics": () => "BEGIN:VCALENDAR\nEND:VCALENDAR\n",
      "page.json": () => '{ "dayOfWeek": "Monday", "opens": "09:00", "closes": "17:00" }',
      "support.expect.yaml": () => "requirements:\n  - voice,en,mon 09:00-10:00 America/New_York\n",
    };
    for (const [name, content] of Object.entries(files)) writeFileSync(at(name), content());
    const definitions = await Promise.all(COMMANDS.map(({ load }) => load()));
    const parts = await Promise.all(definitions.flatMap((one) => one.parts ?? []).map(({ load }) => load()));
    for (const { examples } of [...definitions, ...parts]) {
      for (const [line] of examples) {
        if (/[*]|\/ |> |init support\.yaml/.test(line)) continue;
        const [command, input] = line.split(" < ");
        const words = [...(command as string).matchAll(/"([^"]*)"|(\S+)/g)].map(
          ([, quoted, plain]) => quoted ?? plain ?? "",
        );
        const args = words.map((word) => (/^[\w.]+\.(json|yaml|snapshot|svg|ics|sql)$/.test(word) ? at(word) : word));
        if (args[0] === "init" && args.length === 1) args.push(at("handoff.jsonc"));
        const result = await handoff(args, input === undefined ? {} : { input: "transfer_functions: []" });
        expect([0, 1], `${line}\n${result.err}`).toContain(result.code);
        expect(result.err, line).not.toContain("unexpected");
      }
    }
  });
});

describe("completion", () => {
  const script = async (shell: string) => (await handoff(["completion", shell])).out;

  it("offers commands, options and their values in bash", async () => {
    const at = folderOf({ handoff: await script("bash") });
    const offered = (...words: string[]) => {
      const line = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _handoff; printf '%s\\n' "\${COMPREPLY[@]}"`;
      const out = execFileSync("bash", ["-c", line, "bash", at("handoff"), "handoff", ...words], { encoding: "utf8" });
      return out.trim().split("\n");
    };
    expect(offered("va")).toEqual(["validate"]);
    expect(offered("validate", "--s")).toEqual(["--strict"]);
    expect(offered("validate", "x.json", "--format", "")).toEqual(["json", "jsonc", "yaml"]);
    expect(offered("completion", "")).toEqual(["bash", "zsh", "fish"]);
    // Nothing of ours: the shell then offers files.
    expect(offered("validate", "sup")).toEqual([""]);
  });

  it.each(["bash", "zsh", "fish"])("knows every command and option, and is sound, in %s", async (shell) => {
    const text = await script(shell);
    expect(built(["completion", shell])).toEqual({ code: 0, out: text, err: "" });
    for (const { name } of COMMANDS) expect(text).toContain(name);
    expect(text).toContain(shell === "fish" ? "-l strict" : "--strict");
    const at = folderOf({ script: text });
    const { error, status, stderr } = spawnSync(shell, ["-n", at("script")], { encoding: "utf8" });
    // A machine need not have the shell.
    if (error === undefined) expect([status, stderr]).toEqual([0, ""]);
  });

  it("refuses a shell that it does not know", async () => {
    expect((await handoff(["completion", "tcsh"])).err).toBe(
      "handoff: command-argument value 'tcsh' is invalid for argument 'SHELL'. Allowed choices are bash, zsh, fish.\n",
    );
  });
});
