import { error, type ProblemCase } from "./problem-case.ts";
import { queue } from "./sample.ts";

const EXAMPLES = "; write, for example, `en`, `es-MX` or `zh-Hant`";

const given = (...supported_languages: readonly unknown[]): readonly unknown[] => [queue({ supported_languages })];

function malformed(tag: string, hint = EXAMPLES, value: string = JSON.stringify(tag)): ProblemCase {
  return {
    name: `the language tag ${value} (row 95)`,
    given: given("en", tag),
    problems: [error("E_LANG", "/0/supported_languages/1", `${value} is not a BCP 47 language tag${hint}`, value)],
  };
}

function same(first: string, second: string, row: number): ProblemCase {
  return {
    name: `${second} after ${first} (row ${row})`,
    given: given(first, second),
    problems: [
      error(
        "E_DUP_ITEM",
        "/0/supported_languages/1",
        `lists "${second}", which is the same as "${first}"; keep one`,
        `"${second}"`,
      ),
    ],
  };
}

export const languageCases: readonly ProblemCase[] = [
  malformed("en_US", "; did you mean `en-US`?"),
  malformed(" es_mx", "; did you mean `es-MX`?"),
  ...["e", "english", "i-klingon", "x-private", "en-a-bbb-a-ccc", "*", "root", "en-x-aaaaaaaaa"].map((t) =>
    malformed(t),
  ),
  ...["de-1996-1996", "", "__proto__", "constructor", "\u0435n"].map((tag) => malformed(tag)),
  malformed("e\0", EXAMPLES, '"e\\u0000"'),
  malformed("en-".repeat(40_000), EXAMPLES, `"${"en-".repeat(20).slice(0, 58)}…`),
  {
    name: "the same tag twice (row 98)",
    given: given("es", "es"),
    problems: [error("E_DUP_ITEM", "/0/supported_languages/1", 'lists "es" twice; keep one', '"es"')],
  },
  same("en-US", "en-us", 95),
  same("iw", "he", 96),
  same("tl", "fil", 96),
  same("sh", "sr-Latn", 96),
  same("mo", "ro", 96),
  same("cmn", "zh", 96),
  { name: "no and nb, which are two (row 96)", given: given("no", "nb"), problems: [] },
  {
    name: "EN, en-US, es-419 and zh-hant, which are tags (row 95)",
    given: given("EN", "en-US", "es-419", "zh-hant"),
    problems: [],
  },
  {
    name: "a tag that is no string (row 95)",
    given: given("en", 7),
    problems: [error("E_TYPE", "/0/supported_languages/1", "must be a string, got 7", "7")],
  },
];
