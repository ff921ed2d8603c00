import { nearest } from "./nearest.ts";
import { pointerTo } from "./pointer.ts";
import { didYouMean, NO_PROBLEMS, PHRASES, type Problem, problem } from "./problem.ts";
import { quoteName } from "./quote.ts";

/** What instructions may leave open for a briefing to fill in. */
const PLACEHOLDERS = ["next_open", "closes_at", "hours_today", "queue"] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

const BRACED = /\{\{([^{}]*)\}\}/g;

/** What was meant as a name, rightly or wrongly spelt. Anything else between two braces is text like any other. */
const NAME = /^[\p{L}_][\p{L}\p{N}\s_.-]*$/u;

/** The text with its placeholders filled in, once: what is filled in is not read again. */
export function fillPlaceholders(text: string, values: (name: Placeholder) => string): string {
  return text.replace(BRACED, (written, inside: string) => {
    const name = PLACEHOLDERS.find((known) => known === inside.trim());
    return name === undefined ? written : values(name);
  });
}

/** Names between two braces that no briefing can fill in. */
export function placeholderProblems(at: () => string, field: string, text: string): readonly Problem[] {
  if (!text.includes("{{")) return NO_PROBLEMS;
  const unknown = namesIn(text).filter((name) => !PLACEHOLDERS.some((known) => known === name));
  return unknown.map((name) => {
    const near = nearest(name, PLACEHOLDERS).map(braced);
    const hint = near.length > 0 ? didYouMean(near) : PHRASES.somePlaceholder(PLACEHOLDERS.map(braced).join(", "));
    return problem("E_PLACEHOLDER", pointerTo(at(), field), `{{${name}}}`, braced(name), hint);
  });
}

/** Placeholders in a text that is given to the agent as it is. */
export function strayPlaceholderProblems(at: () => string, field: string, text: string): readonly Problem[] {
  if (!text.includes("{{")) return NO_PROBLEMS;
  const stray = namesIn(text).filter((name) => PLACEHOLDERS.some((known) => known === name));
  return stray.map((name) => problem("W_PLACEHOLDER", pointerTo(at(), field), `{{${name}}}`, braced(name)));
}

function namesIn(text: string): readonly string[] {
  const names = Array.from(text.matchAll(BRACED), ([, inside = ""]) => inside.trim());
  return [...new Set(names.filter((name) => NAME.test(name)))];
}

function braced(name: string): string {
  return quoteName(`{{${name}}}`);
}
