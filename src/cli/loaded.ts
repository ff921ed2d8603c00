import type { Finding, Place } from "./finding.ts";
import type { Source, SourceDocument } from "./source.ts";

/** A file as data. */
export interface LoadedFile {
  readonly source: Source;
  readonly document: SourceDocument;
}

/** What files hold, as one configuration. */
export interface Loaded {
  /** How it is called in headings: the operands. */
  readonly name: string;
  readonly configuration: unknown;
  /** What is wrong with the files, although they could be read: keys that stand twice. */
  readonly findings: readonly Finding[];
  /** Where a value of the configuration stands; `isKey` asks for its key. */
  readonly placeOf: (keys: readonly string[], isKey: boolean) => Place & { readonly pointer: string };
}
