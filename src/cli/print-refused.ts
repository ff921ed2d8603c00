import type { Finding } from "./finding.ts";
import { paint } from "./paint.ts";
import { countText, findingsJson, findingsText } from "./print-findings.ts";
import { shownJson } from "./shown.ts";
import type { Terminal } from "./terminal.ts";

/** Why a command does not go on: as `validate` says it. For a program to standard output, as all that it reads. */
export function printRefused(findings: readonly Finding[], json: boolean, terminal: Terminal): void {
  if (json) {
    terminal.out(`${shownJson({ ok: false, problems: findingsJson(findings) })}\n`);
    return;
  }
  const { err } = terminal.colours;
  terminal.err(findingsText(findings, err));
  terminal.err(`handoff: ${paint(err).bad(countText(findings) ?? "refused")}\n`);
}
