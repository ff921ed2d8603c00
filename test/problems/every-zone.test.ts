import { describe, expect, it } from "vitest";
import { validate } from "../../src/index.ts";
import { ianaNames } from "../../src/time/iana.ts";
import { mondayQueue, now } from "./sample.ts";

const known = [...ianaNames().values()];
const said = (timezone: string): readonly string[] =>
  validate([mondayQueue({ timezone })], { now }).map(({ code }) => code);

describe("each name of the tz database", () => {
  it.each(["current", "deprecated", "legacy"] as const)("that is %s", (status) => {
    const names = known.filter((name) => name.status === status).map(({ name }) => name);
    // The runtime's own data may be older than the list of names.
    const codes = new Set(names.flatMap(said).filter((code) => code !== "E_TZ_NEWER"));
    const expected = { current: ["W_TZ_ETC"], deprecated: ["W_TZ_LINK"], legacy: ["W_TZ_LEGACY"] };
    expect([...codes]).toEqual(expected[status]);
    expect(names.length).toBeGreaterThan(10);
  });

  it("is advised against only in favour of one that is not (row 55)", () => {
    const instead = new Set(known.flatMap((name) => name.instead ?? []));
    const status = new Map(known.map((name) => [name.name, name.status]));
    expect([...instead].filter((name) => status.get(name) !== "current")).toEqual([]);
  });

  it("is refused in other capitals, and its own are named (row 54)", () => {
    for (const { name } of known) {
      for (const other of [name.toLowerCase(), name.toUpperCase()]) {
        if (other === name) continue;
        const [problem] = validate([mondayQueue({ timezone: other })], { now });
        expect(problem?.code, other).toMatch(/^E_TZ_(CASE|OFFSET|NOT_IANA)$/);
        if (problem?.code === "E_TZ_CASE") expect(problem.message).toContain(`write \`${name}\``);
      }
    }
  });

  it("is refused with anything before or after it", () => {
    for (const { name } of known) {
      for (const other of [`${name} `, ` ${name}`, `${name}\n`, `${name}\0`, `right/${name}`]) {
        expect(said(other)[0], JSON.stringify(other)).toBe("E_TZ");
      }
    }
  });
});
