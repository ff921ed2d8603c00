export type Format = "json" | "jsonc" | "yaml";

/** Standard input, as it is named on the command line. */
export const STDIN = "-";

/** As deep as the engine takes. */
export const MOST_DEPTH = 64;

/** A file that was read. */
export interface Source {
  /** As it was named on the command line, or found in a folder that was; `-` for standard input. */
  readonly name: string;
  readonly text: string;
  readonly format: Format;
}

/** Half-open, UTF-16 units of a source's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A source as data, and where its parts stand. */
export interface SourceDocument {
  readonly value: unknown;
  /** Where a value stands; undefined when there is none at these keys. */
  readonly valueAt: (keys: readonly string[]) => Span | undefined;
  /** Where the last of the keys stands. */
  readonly keyAt: (keys: readonly string[]) => Span | undefined;
}

const EXTENSIONS: { readonly [extension: string]: Format } = {
  ".json": "json",
  ".jsonc": "jsonc",
  ".yaml": "yaml",
  ".yml": "yaml",
};

/** By the name's ending; undefined when that says nothing. */
export function formatOf(name: string): Format | undefined {
  const extension = /\.[a-z]+$/i.exec(name)?.[0].toLowerCase() ?? "";
  return Object.hasOwn(EXTENSIONS, extension) ? EXTENSIONS[extension] : undefined;
}

/** What a text without a telling name looks like. JSONC takes JSON as well; a comment of JSONC begins no YAML. */
export function guessedFormat(text: string): Format {
  return /^\s*(?:[[{]|\/\/|\/\*)/.test(text) ? "jsonc" : "yaml";
}
