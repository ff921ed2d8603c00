import type { YAMLParseError } from "yaml";

const BRACKETS = "is in brackets that are not closed, or whose items have no `,` between them; write what is lacking";

/** What is wrong and what to write instead, by the library's codes. */
const WORDS: { readonly [code: string]: string } = {
  ALIAS_PROPS: "is an alias with an anchor or a tag of its own; an alias stands alone",
  BAD_ALIAS: "is no name that an anchor can have; write letters and digits behind `*` or `&`",
  BAD_COLLECTION_TYPE: "has a tag of another kind; a configuration is plain data, so leave the tag out",
  BAD_DIRECTIVE: "is a directive that is not known; leave it out",
  BAD_DQ_ESCAPE: "holds `\\` before a character that needs none; write `\\\\` for a backslash, or use single quotes",
  BAD_INDENT: "is indented otherwise than what it belongs to; let what belongs together begin in one column",
  BAD_PROP_ORDER: "is an anchor or a tag in a place of its own; write it just before its value",
  BAD_SCALAR_START: "begins with a character that means something to YAML; write the text in quotes",
  BLOCK_AS_IMPLICIT_KEY: "has a second `:` in one line; write the value in quotes, or begin a new line",
  BLOCK_IN_FLOW: "is a block within brackets; write it in brackets as well, or in quotes",
  KEY_OVER_1024_CHARS: "is a key of more than 1,024 characters, the most that YAML has",
  MULTILINE_IMPLICIT_KEY: "is a key of several lines; write it in one, with `:` behind it",
  MULTIPLE_ANCHORS: "has two anchors; keep one",
  MULTIPLE_TAGS: "has tags; a configuration is plain data, so leave them out",
  TAB_AS_INDENT: "begins with a tab; indent by spaces",
  TAG_RESOLVE_FAILED: "has a tag that is not known; a configuration is plain data, so leave it out",
  UNEXPECTED_TOKEN:
    "stands where nothing of its kind can; check the indentation, the quotes and the brackets before it",
};

/** A syntax error as a sentence about its place. */
export function yamlWords({ code, message }: YAMLParseError): string {
  if (/^Flow \w+ in block/.test(message)) return BRACKETS;
  if (code !== "MISSING_CHAR") return WORDS[code] ?? "is no YAML; check the indentation and the quotes around it";
  if (/quote/.test(message)) return "is the end of a text whose closing quote is lacking; write it";
  if (/flow/.test(message)) return BRACKETS;
  if (/followed by map values/.test(message)) return "is a key without `:` and a value behind it; write `key: value`";
  return "lacks a character before it, such as a space behind `:` or `-`; write it";
}
