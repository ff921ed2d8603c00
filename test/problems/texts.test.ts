import { describe, expect, it } from "vitest";
import { PROBLEM_TEXTS } from "../../src/config/problem.ts";
import { ConfigError, createEngine, type EngineOptions, validate } from "../../src/index.ts";
import { hoursCases } from "./hours-cases.ts";
import { instructionCases } from "./instruction-cases.ts";
import { languageCases } from "./language-cases.ts";
import { nameCases } from "./name-cases.ts";
import { parameterCases } from "./parameter-cases.ts";
import type { ProblemCase } from "./problem-case.ts";
import { now } from "./sample.ts";
import { structureCases } from "./structure-cases.ts";
import { warningCases } from "./warning-cases.ts";
import { zoneCases } from "./zone-cases.ts";

const tables: { readonly [title: string]: readonly ProblemCase[] } = {
  structure: structureCases,
  names: nameCases,
  hours: hoursCases,
  zones: zoneCases,
  languages: languageCases,
  instructions: instructionCases,
  parameters: parameterCases,
  warnings: warningCases,
};

const optionsOf = ({ zones }: ProblemCase): EngineOptions => ({ now, ...(zones && { zones }) });

describe.each(Object.entries(tables))("problems of %s, word for word", (_, cases) => {
  it.each(cases)("$name", (given) => {
    expect(validate(given.given, optionsOf(given))).toEqual(given.problems);
  });

  it("have cases of different names", () => {
    const names = cases.map(({ name }) => name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });
});

const all = Object.values(tables).flat();

describe("every code", () => {
  const said = new Set(all.flatMap(({ problems }) => problems.map(({ code }) => code)));

  it("of the texts is asserted, and no other", () => {
    expect([...said].sort()).toEqual(Object.keys(PROBLEM_TEXTS).sort());
  });
});

describe("createEngine", () => {
  it("refuses every case with an error, with the same problems, and no other (row 119)", () => {
    for (const given of all) {
      const errors = given.problems.filter(({ severity }) => severity === "error");
      const create = () => createEngine(given.given as never, optionsOf(given));
      if (errors.length === 0) expect(create, given.name).not.toThrow();
      else expect(create, given.name).toThrow(ConfigError);
    }
  });
});
