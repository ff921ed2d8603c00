import type { Problem } from "../index.ts";
import type { Source, Span } from "./source.ts";

export interface Place {
  readonly source: Source;
  /** Undefined: the file as a whole. */
  readonly span: Span | undefined;
}

/** A problem and where it stands in the operator's files. */
export interface Finding extends Place {
  /** A code of the engine's problems, or of {@link FAULT_TEXTS} for what is wrong with a file. */
  readonly code: string;
  readonly severity: Problem["severity"];
  /** JSON pointer into the file; empty for the whole. */
  readonly pointer: string;
  readonly message: string;
  /** As in a problem of the engine; undefined for what is wrong with a file. */
  readonly value?: string;
  /** Other places that the problem is about. */
  readonly related: readonly Related[];
}

export interface Related extends Place {
  readonly says: string;
}

/** The configuration has errors, or could not be read: exit code 1, and the findings are printed. */
export class Refused extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super("configuration refused");
    this.findings = findings;
  }
}
