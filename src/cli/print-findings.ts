import { codeFrame } from "./code-frame.ts";
import type { Finding, Place } from "./finding.ts";
import { Lines } from "./lines.ts";
import { type Paint, paint } from "./paint.ts";
import { shown } from "./shown.ts";
import type { Source } from "./source.ts";
import { STDIN } from "./source.ts";

/** So many come with the lines they are about; the rest take one line each. */
const MOST_FRAMES = 100;

/** File by file, from top to bottom. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const sources = new Map([...new Set(findings.map(({ source }) => source))].map((source, i) => [source, i]));
  const place = ({ source }: Finding) => sources.get(source) ?? 0;
  return [...findings].sort((a, b) => place(a) - place(b) || (a.span?.start ?? -1) - (b.span?.start ?? -1));
}

/** Findings for a reader. */
export function findingsText(findings: readonly Finding[], colours: boolean): string {
  const p = paint(colours);
  const texts = new Texts();
  return findings.map((finding, i) => findingText(finding, texts, p, i < MOST_FRAMES)).join("");
}

function findingText(finding: Finding, texts: Texts, p: Paint, hasFrame: boolean): string {
  const { code, severity, message, source, span, related, pointer } = finding;
  const label = severity === "error" ? p.bad("error") : p.warn("warning");
  const head = `${p.strong(texts.place(finding))}: ${label} ${code}: ${message}\n`;
  if (!hasFrame) return head;
  const frame = span === undefined ? "" : `\n${codeFrame(texts.lines(source), span, p)}`;
  const others = related.map((place) => `  ${p.note(place.says)}: ${texts.place(place)}\n`).join("");
  const where = pointer === "" ? "" : `  ${p.soft(`at ${shown(pointer)}`)}\n`;
  return `${head}${frame}${others}${where}\n`;
}

/** `2 errors, 1 warning`; undefined when there is neither. */
export function countText(findings: readonly Finding[]): string | undefined {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = findings.length - errors;
  const parts = [counted(errors, "error"), counted(warnings, "warning")].filter((_, i) => [errors, warnings][i] !== 0);
  return parts.length === 0 ? undefined : parts.join(", ");
}

/** `1 error`, `2,000 errors`. */
export function counted(count: number, noun: string, plural = "s"): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : plural}`;
}

/** Findings for a program. */
export function findingsJson(findings: readonly Finding[]): readonly object[] {
  const texts = new Texts();
  return findings.map((finding) => ({
    ...texts.jsonPlace(finding),
    severity: finding.severity,
    code: finding.code,
    message: finding.message,
    pointer: finding.pointer,
    ...(finding.value === undefined ? {} : { value: finding.value }),
    ...(finding.related.length === 0
      ? {}
      : { related: finding.related.map((place) => ({ ...texts.jsonPlace(place), says: place.says })) }),
  }));
}

/** `support.json:12:5`. */
export function placeText(place: Place): string {
  return new Texts().place(place);
}

/** Lines of each source are found once. */
class Texts {
  readonly #lines = new Map<Source, Lines>();

  lines(source: Source): Lines {
    const known = this.#lines.get(source);
    if (known !== undefined) return known;
    const lines = new Lines(source.text);
    this.#lines.set(source, lines);
    return lines;
  }

  /** `support.json:12:5`. */
  place({ source, span }: Place): string {
    const name = shown(source.name === STDIN ? "<stdin>" : source.name);
    if (span === undefined) return name;
    const { line, column } = this.lines(source).position(span.start);
    return `${name}:${line}:${column}`;
  }

  jsonPlace({ source, span }: Place): object {
    if (span === undefined) return { file: source.name };
    const start = this.lines(source).position(span.start);
    const end = this.lines(source).position(span.end);
    return { file: source.name, ...start, end_line: end.line, end_column: end.column };
  }
}
