import type { Node } from "jsonc-parser";
import { fault, named } from "./file-fault.ts";
import type { Finding } from "./finding.ts";
import { jsonOutline, plainJson } from "./json-outline.ts";
import { JsonTree } from "./json-tree.ts";
import { MOST_DEPTH, type Source, type SourceDocument, type Span } from "./source.ts";

const EXPECTED: { readonly [code: string]: string } = {
  InvalidNumberFormat: "is no number of JSON",
  PropertyNameExpected: "expected a key in double quotes here",
  ValueExpected: "expected a value here",
  ColonExpected: "expected `:` here, between a key and its value",
  CommaExpected: "expected `,` here, between one item and the next",
  CloseBraceExpected: "expected `}` here: an object is not closed",
  CloseBracketExpected: "expected `]` here: a list is not closed",
  EndOfFileExpected: "expected the end of the file here: one value is all that a file holds",
  InvalidCommentToken: "is a comment, which JSON does not have; remove it, or name the file .jsonc",
  UnexpectedEndOfComment: "begins a comment that does not end; write `*/` behind it",
  UnexpectedEndOfString: 'begins a text that does not end; write `"` behind it, in the same line',
  UnexpectedEndOfNumber: "is a number that does not end",
  InvalidUnicode: "holds `\\u` without four hexadecimal digits behind it",
  InvalidEscapeCharacter: "holds `\\` before a character that needs none; write `\\\\` for a backslash",
  InvalidCharacter: "holds a control character; write it as an escape, such as `\\n`",
};

/** Findings, or a document, or both: keys that stand twice leave something to look at further. */
export function jsonDocument(source: Source): {
  readonly findings: readonly Finding[];
  readonly document?: SourceDocument;
} {
  if (source.text.trim() === "") return { findings: [fault("E_EMPTY", source, undefined, [])] };
  const { text, tooDeep } = plainJson(source.text, source.format === "jsonc", MOST_DEPTH);
  if (tooDeep !== undefined) {
    return { findings: [fault("E_DEPTH", source, { start: tooDeep, end: tooDeep + 1 }, [MOST_DEPTH])] };
  }
  const { duplicates, errors } = jsonOutline(text);
  const findings = duplicates.map(({ key, first, again }) =>
    fault("E_DUP_KEY", source, again, [named(key)], [{ source, span: first, says: "first" }]),
  );
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { findings: [syntaxFault(source, text, errors, error as Error)] };
  }
  let tree: JsonTree | undefined;
  const nodeAt = (keys: readonly string[]) => {
    tree ??= new JsonTree(text);
    return tree.nodeAt(keys);
  };
  return {
    findings,
    document: {
      value,
      valueAt: (keys) => spanOf(nodeAt(keys)),
      keyAt: (keys) => {
        const parent = nodeAt(keys)?.parent;
        return parent?.type === "property" ? spanOf(parent.children?.[0]) : undefined;
      },
    },
  };
}

function syntaxFault(
  source: Source,
  text: string,
  errors: ReturnType<typeof jsonOutline>["errors"],
  { message }: Error,
): Finding {
  const [first] = errors;
  if (first === undefined) {
    const at = Number(/ at position (\d+)/.exec(message)?.[1] ?? text.length);
    return fault("E_JSON", source, { start: at, end: at + 1 }, [message]);
  }
  const { span } = first;
  const code = plainCode(source, errors);
  const word = text.slice(span.start, span.end).trim();
  // The end of the file is marked at its last character, and not in an empty line behind it.
  const end = text.trimEnd().length;
  const place = span.start >= end ? { start: Math.max(0, end - 1), end } : span;
  if (span.start < end && (code === "CommaExpected" || code === "ValueExpected")) {
    const before = text.slice(0, span.start).trimEnd();
    if (code === "CommaExpected") {
      const behind = before.length;
      return fault("E_JSON", source, { start: behind - 1, end: behind }, [
        "expected `,` behind this, before what follows",
      ]);
    }
    if (before.endsWith(",") && (word === "]" || word === "}")) return trailingComma(source, before.length - 1);
  }
  if (code === "PropertyNameExpected") {
    const before = text.slice(0, span.start).trimEnd();
    if (before.endsWith(",") && word === "}") return trailingComma(source, before.length - 1);
  }
  return fault("E_JSON", source, place, [EXPECTED[code] ?? `${named(word)} is nothing that JSON has`]);
}

/** The library takes a bare key for a symbol first, and sees no comments in JSON, however they are meant. */
function plainCode({ format }: Source, [first, second]: ReturnType<typeof jsonOutline>["errors"]): string {
  const code = first?.code ?? "";
  if (code === "InvalidSymbol" && second?.code === "PropertyNameExpected") return second.code;
  return code === "InvalidCommentToken" && format === "jsonc" ? "UnexpectedEndOfComment" : code;
}

function trailingComma(source: Source, at: number): Finding {
  const what = "is a comma with nothing behind it, which JSON does not have; remove it, or name the file .jsonc";
  return fault("E_JSON", source, { start: at, end: at + 1 }, [what]);
}

function spanOf(node: Node | undefined): Span | undefined {
  return node && { start: node.offset, end: node.offset + node.length };
}
