import type { Problem, ProblemCode, ZoneSource } from "../../src/index.ts";

/** A configuration and all that is said about it, word for word. */
export interface ProblemCase {
  readonly name: string;
  readonly given: unknown;
  readonly zones?: ZoneSource;
  readonly problems: readonly Problem[];
}

export function error(code: ProblemCode & `E_${string}`, pointer: string, message: string, value: string): Problem {
  return { code, severity: "error", pointer, message, value };
}

export function warning(code: ProblemCode & `W_${string}`, pointer: string, message: string, value: string): Problem {
  return { code, severity: "warning", pointer, message, value };
}
