import { describe, expect, it } from "vitest";
import { ConfigError, createEngine } from "../../src/index.ts";
import { configuration, now, queue, withQueue } from "./sample.ts";

function refusal(given: unknown): ConfigError {
  try {
    createEngine(given as never, { now });
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error("accepted");
}

describe("ConfigError", () => {
  it("says how many errors there are, and each on its line: place, code, message", () => {
    const error = refusal([queue({ enabled: 1, timezone: "America/New_Yrok" })]);
    expect(error.message).toBe(
      [
        "configuration refused, 2 errors:",
        "  /0/enabled E_TYPE: must be true or false, got 1",
        '  /0/timezone E_TZ: "America/New_Yrok" is not a time zone; use an IANA name; did you mean `America/New_York`?',
      ].join("\n"),
    );
    expect(error.name).toBe("ConfigError");
    expect(error).toBeInstanceOf(Error);
  });

  it("counts one error as one, and calls the whole document /", () => {
    expect(refusal(null).message).toBe(
      "configuration refused, 1 error:\n" +
        "  / E_ROOT: got null, expected a configuration object or a destination (an array of queues)",
    );
  });

  it("leaves warnings out of the text and keeps them in the problems", () => {
    const error = refusal(withQueue({ enabled: 1, timezone: "US/Eastern" }));
    expect(error.message).not.toContain("W_");
    expect(error.problems.map(({ code }) => code)).toEqual(["E_TYPE", "W_TZ_LINK"]);
  });

  it("shows at most 100 errors and says how many more there are; the problems are all there (row 29)", () => {
    const error = refusal(Array.from({ length: 250 }, () => queue({ enabled: 1 })));
    const lines = error.message.split("\n");
    expect(lines[0]).toBe("configuration refused, 250 errors:");
    expect(lines).toHaveLength(102);
    expect(lines[101]).toBe("  and 150 more");
    expect(error.problems).toHaveLength(250);
  });

  it("says nothing of more when there are exactly 100 (row 29)", () => {
    const lines = refusal(Array.from({ length: 100 }, () => queue({ enabled: 1 }))).message.split("\n");
    expect(lines).toHaveLength(101);
    expect(lines[100]).toContain("/99/enabled");
  });

  it("writes a key that a terminal would obey as text, and shortens a long one (rows 17 and 34)", () => {
    const error = refusal(withQueue({ "\u001b[2J\u202e": 1, ["k".repeat(10_000)]: 1 }));
    const [, first = "", second = ""] = error.message.split("\n");
    expect(first).toBe(
      "  /handoffs/0/destination/0/\\u{1b}[2J\\u{202e} E_UNKNOWN: `\\u{1b}[2J\\u{202e}` is not a property of a queue",
    );
    expect(second.length).toBeLessThan(400);
    expect(error.problems[0]?.pointer).toBe("/handoffs/0/destination/0/\u001b[2J\u202e");
  });

  it("gives at most 100 hints about names that are not known, and reports all of them", () => {
    const handoff_scenarios = Array.from({ length: 150 }, (_, i) => `Sales${i}`);
    const { problems } = refusal(configuration({ topics: [{ name: "Buying", handoff_scenarios }] }));
    expect(problems).toHaveLength(150);
    expect(problems.filter(({ message }) => message.includes("did you mean"))).toHaveLength(100);
  });
});
