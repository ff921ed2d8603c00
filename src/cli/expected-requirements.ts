import type { Engine } from "../index.ts";
import { type Expectations, expectationProblems, parseRequirement, type Requirement } from "../report.ts";
import { expectationFindings, loadExpectations } from "./expectations-file.ts";
import { Refused } from "./finding.ts";
import type { Terminal } from "./terminal.ts";
import { ZONES } from "./zone-law.ts";

/** The requirements of a file of expectations. Throws Refused with every problem of the file. */
export async function readExpectedRequirements(
  file: string,
  engine: Engine,
  terminal: Terminal,
): Promise<readonly Requirement[]> {
  const loaded = await loadExpectations(file, terminal);
  const { value } = loaded.document;
  const problems = expectationProblems(engine, value);
  if (problems.length > 0) throw new Refused(expectationFindings(problems, loaded));
  const { requirements = [] } = value as Expectations;
  return requirements.flatMap((given) => {
    const [text, handoff] = typeof given === "string" ? [given, undefined] : [given.require, given.handoff];
    const { requirement } = parseRequirement(text, ZONES);
    return requirement === undefined ? [] : [{ ...requirement, ...(handoff !== undefined && { handoff }) }];
  });
}
