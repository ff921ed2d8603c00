import { spawnSync } from "node:child_process";
import { closeSync, lstatSync, openSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { describe, expect, it, onTestFinished } from "vitest";
import { built, folderOf } from "./session.ts";

const SUPPORT = readFileSync("examples/support.json");
const AT = ["--at", "2026-12-01T15:00Z"];
const CALENDAR = `BEGIN:VCALENDAR
BEGIN:VEVENT
UID:christmas
SUMMARY:Christmas Day
DTSTART;VALUE=DATE:20271225
END:VEVENT
END:VCALENDAR
`;
const IMPORT = ["import", "holidays", "days.ics", "--years", "2027", "--write"];

/** Each way in which the command writes a file, into `out`. */
const WRITERS: readonly (readonly string[])[] = [
  ["export", "support.json", "--to", "sql", "--days", "3", ...AT, "-o", "out"],
  ["hours", "support.json", "--handoff", "Billing Support", ...AT, "--svg", "out"],
  ["compile", "support.json", ...AT, "-o", "out"],
];

function place(): { readonly at: (name: string) => string; readonly cwd: string } {
  const at = folderOf({ "support.json": SUPPORT, "days.ics": CALENDAR, out: "what was there" });
  return { at, cwd: at("") };
}

describe("a file that is written", () => {
  it.each(WRITERS)("%s writes through a link, and leaves nothing else behind", (...args) => {
    const { at, cwd } = place();
    symlinkSync("out", at("link"));
    const { code, err } = built([...args.slice(0, -1), "link"], { cwd });
    expect([code, err]).toEqual([0, ""]);
    expect(lstatSync(at("link")).isSymbolicLink()).toBe(true);
    expect(readFileSync(at("out"), "utf8")).not.toBe("what was there");
    expect(readdirSync(cwd).sort()).toEqual(["days.ics", "link", "out", "support.json"]);
  });

  it("is standard output for -, and never a file of that name", () => {
    const { cwd } = place();
    const [sql, svg, snapshot] = WRITERS.map((args) => built([...args.slice(0, -1), "-"], { cwd }));
    expect(sql).toMatchObject({ code: 0, out: expect.stringMatching(/^BEGIN;\n/), err: "" });
    expect(svg).toMatchObject({ code: 0, out: expect.stringMatching(/^<svg [\s\S]*<\/svg>\n$/), err: "" });
    expect(snapshot).toEqual({ code: 2, out: "", err: "handoff: a snapshot goes into a file: name it with -o\n" });
    expect(readdirSync(cwd).sort()).toEqual(["days.ics", "out", "support.json"]);
  });

  it("stays as it was when what should be written cannot be made", () => {
    const { at, cwd } = place();
    const args = ["export", "support.json", "--to", "sql", "--prefix", "a;b", ...AT, "-o", "out"];
    expect(built(args, { cwd })).toEqual({
      code: 2,
      out: "",
      err: "handoff: `prefix` must be a plain identifier, with that of a schema before it at most\n",
    });
    expect(readFileSync(at("out"), "utf8")).toBe("what was there");
    expect(readdirSync(cwd).sort()).toEqual(["days.ics", "out", "support.json"]);
  });

  it.runIf(process.platform === "linux").each(WRITERS)("%s says why there is no room", (...args) => {
    const { cwd } = place();
    const { code, err } = built([...args.slice(0, -1), "/dev/full"], { cwd });
    expect([code, err]).toEqual([1, "handoff: /dev/full cannot be written: there is no room left\n"]);
  });

  it.runIf(process.platform === "linux")("is standard output as well", () => {
    const stdout = openSync("/dev/full", "w");
    onTestFinished(() => closeSync(stdout));
    const args = ["dist/cli.js", "export", "examples/support.json", "--to", "sql", ...AT];
    const { status, stderr } = spawnSync(process.execPath, args, {
      stdio: ["ignore", stdout, "pipe"],
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([
      1,
      "handoff: standard output cannot be written: ENOSPC: no space left on device, write\n",
    ]);
  });

  it("stays a link when holidays are written into it, and is not touched when they are there already", () => {
    const { at, cwd } = place();
    symlinkSync("support.json", at("link.json"));
    const args = [...IMPORT, "--into", "link.json"];
    expect(built(args, { cwd }).out).toContain("\nlink.json: written\n");
    expect(lstatSync(at("link.json")).isSymbolicLink()).toBe(true);
    expect(readFileSync(at("support.json"))).not.toEqual(SUPPORT);
    const before = lstatSync(at("support.json")).ino;
    expect(built(args, { cwd })).toMatchObject({ code: 0, out: expect.stringContaining("\nNothing to write\n") });
    expect(JSON.parse(built([...args, "--json"], { cwd }).out)).toMatchObject({ ok: true, written: false });
    expect(lstatSync(at("support.json")).ino).toBe(before);
  });
});
