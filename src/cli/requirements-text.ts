import { parseRequirement, type Requirement, type RequirementResult } from "../report.ts";
import { UsageError } from "./failure.ts";
import type { Paint } from "./paint.ts";
import { counted } from "./print-findings.ts";
import { shown } from "./shown.ts";
import { lengthText, stretchJson, stretchText } from "./stretch-text.ts";
import { instantText } from "./wall-clock.ts";
import { ZONES } from "./zone-law.ts";

/** Reads `--require`. Throws a UsageError that marks what is wrong in the text. */
export function readRequirement(text: string): Requirement {
  const { requirement, problems } = parseRequirement(text, ZONES);
  if (requirement !== undefined) return requirement;
  const marks = problems.map(({ start, end, message }) => {
    const mark = " ".repeat(start) + "^".repeat(Math.max(1, end - start));
    return `  ${shown(text)}\n  ${mark}\n  ${message}`;
  });
  throw new UsageError(`--require cannot be read:\n${marks.join("\n")}`);
}

/** Each requirement, and every stretch that breaks it. */
export function requirementsText(results: readonly RequirementResult[], p: Paint): string {
  return results.map((result) => resultText(result, p)).join("");
}

function resultText(
  { text, handoff, met, requiredMinutes, brokenMinutes, broken, requirement }: RequirementResult,
  p: Paint,
) {
  const head = `${met ? p.good("met") : p.bad("broken")}  ${shown(handoff)}: ${shown(text)}`;
  if (met) return `${head} (${lengthText(requiredMinutes)})\n`;
  const { timezone } = requirement;
  const lines = broken.map((stretch) => {
    const utc = `${instantText(stretch.start)}/${instantText(stretch.end)}`;
    return `    ${stretchText(stretch, timezone)}  ${p.soft(utc)}\n`;
  });
  const how = `${lengthText(brokenMinutes)} of ${lengthText(requiredMinutes)}, in ${counted(broken.length, "stretch", "es")}`;
  return `${head}\n  nobody serves for ${how}; by the clock of ${timezone}:\n${lines.join("")}`;
}

export function requirementJson({
  text,
  broken,
  requiredMinutes,
  brokenMinutes,
  handoff,
  met,
}: RequirementResult): object {
  const minutes = { required_minutes: requiredMinutes, broken_minutes: brokenMinutes };
  return { requirement: text, handoff, met, ...minutes, broken: broken.map(stretchJson) };
}
