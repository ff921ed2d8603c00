import { describe, expect, it } from "vitest";
import { pointerKeys, pointersAbove } from "../../src/config/pointer.ts";
import { ConfigError, createEngine, type Problem, validate } from "../../src/index.ts";
import { holds } from "../properties/holds.ts";
import { SEED } from "../properties/seed.ts";
import { now } from "./sample.ts";
import { at, type Json, mutated, NOWHERE, places, spliced, support, text } from "./spliced-configuration.ts";

function checkProblem(root: Json, { code, severity, pointer, message, value }: Problem): void {
  const where = `${code} at ${JSON.stringify(pointer)}: ${JSON.stringify(message)}`;
  expect(at(root, pointer), where).not.toBe(NOWHERE);
  expect(pointersAbove(pointer), where).toContain("");
  expect(severity, where).toBe(code.startsWith("E_") ? "error" : "warning");
  for (const shown of [message, value]) {
    expect(shown, where).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u);
    expect(shown.isWellFormed(), where).toBe(true);
    expect(shown.length, where).toBeLessThan(1_200);
  }
}

const before = JSON.stringify(Reflect.ownKeys(Object.prototype));
const engine = createEngine(support as never, { now });
const served = JSON.stringify([engine.resolve("Billing Support"), engine.resolve("Technical Support")]);

describe(`a configuration that is spliced at random (FC_SEED=${SEED})`, () => {
  it("is validated without an exception, and each problem leads to its place, in clean text", () => {
    holds(mutated, 2_000, (given) => {
      const problems = validate(given, { now });
      for (const problem of problems) checkProblem(given, problem);
      const said = problems.map((problem) => JSON.stringify(problem));
      expect(said.filter((one, i) => said.indexOf(one) !== i).join("\n")).toBe("");
      expect(JSON.stringify(Reflect.ownKeys(Object.prototype))).toBe(before);
    });
  });

  it("is refused exactly when it has an error; a refused one leaves what serves and says why (row 119)", () => {
    let refused = 0;
    holds(mutated, 600, (given) => {
      const problems = validate(given, { now });
      const isWrong = problems.some(({ severity }) => severity === "error");
      if (!isWrong) {
        expect(() => createEngine(given as never, { now })).not.toThrow();
        return;
      }
      refused++;
      expect(() => createEngine(given as never, { now })).toThrow(ConfigError);
      expect(() => engine.replace(given as never)).toThrow(ConfigError);
      const status = engine.status();
      const errors = (all: readonly Problem[] = []) => all.filter(({ severity }) => severity === "error");
      expect(errors(status.refused?.problems)).toEqual(errors(problems));
      expect(status.revision).toBe(1);
      expect(JSON.stringify([engine.resolve("Billing Support"), engine.resolve("Technical Support")])).toBe(served);
    });
    expect(refused).toBeGreaterThan(100);
  });
});

describe("a configuration of which one part is gone (row 20)", () => {
  it.each(places.filter((pointer) => !/\/\d+$/.test(pointer)))("%s: what is said leads to its place", (pointer) => {
    const given = spliced(support, pointerKeys(pointer), undefined);
    for (const problem of validate(given, { now })) checkProblem(given, problem);
  });
});

describe("a document that is cut off and closed again (row 3)", () => {
  it("is refused, or is a configuration, and never more than that", () => {
    for (let end = 0; end < text.length; end += 97) {
      const given = closed(text.slice(0, end));
      if (given === undefined) continue;
      const problems = validate(given, { now });
      for (const problem of problems) checkProblem(given, problem);
      const create = () => createEngine(given as never, { now });
      if (problems.some(({ severity }) => severity === "error")) expect(create).toThrow(ConfigError);
      else expect(create).not.toThrow();
    }
  });
});

/** What a lenient reader would make of a cut document: open strings, lists and objects end where the text does. */
function closed(cut: string): Json | undefined {
  const open: string[] = [];
  let inside = false;
  for (let i = 0; i < cut.length; i++) {
    const c = cut[i] as string;
    if (inside && c === "\\") i++;
    else if (c === '"') inside = !inside;
    else if (!inside && (c === "{" || c === "[")) open.push(c === "{" ? "}" : "]");
    else if (!inside && (c === "}" || c === "]")) open.pop();
  }
  try {
    return JSON.parse(`${cut}${inside ? '"' : ""}`.replace(/[,:\s]+$/, "") + open.reverse().join(""));
  } catch {
    return undefined;
  }
}
