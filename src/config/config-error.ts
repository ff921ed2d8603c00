import type { Problem } from "./problem.ts";
import { escapeUnseen } from "./quote.ts";

/** Above this many the message says how many more there are; `problems` holds them all. */
const MOST_SHOWN = 100;
const LONGEST_POINTER = 200;

/** A configuration that was refused, with every problem it has (warnings included). */
export class ConfigError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(describe(problems.filter(({ severity }) => severity === "error")));
    this.name = "ConfigError";
    this.problems = problems;
  }
}

function describe(errors: readonly Problem[]): string {
  const lines = errors
    .slice(0, MOST_SHOWN)
    .map(({ code, pointer, message }) => `  ${shownPointer(pointer)} ${code}: ${message}`);
  if (errors.length > MOST_SHOWN) lines.push(`  and ${errors.length - MOST_SHOWN} more`);
  return `configuration refused, ${errors.length} ${errors.length === 1 ? "error" : "errors"}:\n${lines.join("\n")}`;
}

/** Keys are the operator's text: what a terminal could obey stays out of the message. */
function shownPointer(pointer: string): string {
  const short = pointer.length > LONGEST_POINTER ? `${pointer.slice(0, LONGEST_POINTER)}…` : pointer;
  return pointer === "" ? "/" : escapeUnseen(short);
}
