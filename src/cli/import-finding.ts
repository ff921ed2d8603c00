import type { TextImportProblem } from "../import.ts";
import type { Finding } from "./finding.ts";
import type { Source } from "./source.ts";

/** A problem in a text that is no configuration, where it stands. */
export function textFinding({ code, message, value, start, end }: TextImportProblem, source: Source): Finding {
  const severity = code.startsWith("E") ? "error" : "warning";
  // A span of everything says no more than none.
  const span = start === 0 && end >= source.text.length && source.text.includes("\n") ? undefined : { start, end };
  return { code, severity, message, value, source, span, pointer: "", related: [] };
}
