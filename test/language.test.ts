import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalLanguage } from "../src/config/language.ts";
import { ALIASES } from "../src/config/language-aliases.ts";
import { languagesMatch } from "../src/config/language-match.ts";

/** FC_SEED=… repeats a run. */
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
const pinnedKeys = Array.from(ALIASES.matchAll(/(\S+)\s+\S+/g), ([, key = ""]) => key);

function canonical(tag: string): string {
  const found = canonicalLanguage(tag);
  if (found === undefined) throw new Error(`malformed: ${tag}`);
  return found;
}

describe("a malformed language tag has no canonical form", () => {
  it.each([
    ["an underscore", "en_US"],
    ["one letter", "e"],
    ["the name of a language", "english"],
    ["four letters", "abcd"],
    ["a grandfathered tag", "i-klingon"],
    ["a grandfathered tag", "en-GB-oed"],
    ["private use alone", "x-private"],
    ["an extension twice", "en-a-bbb-a-ccc"],
    ["a Unicode extension twice", "en-u-nu-latn-u-ca-iso8601"],
    ["an extension without content", "en-u"],
    ["an extension without content before private use", "en-a-x-b"],
    ["a key of two digits", "en-u-12-latn"],
    ["a transform key without a value", "en-t-m0"],
    ["a variant twice inside a transform", "de-t-de-1996-1996"],
    ["private use without content", "en-x"],
    ["an extended language", "zh-cmn"],
    ["an extended language", "zh-min-nan"],
    ["two scripts", "en-Latn-Cyrl"],
    ["two regions", "en-US-GB"],
    ["a region before the script", "zh-TW-Hant"],
    ["a region of three letters", "en-DDR"],
    ["a wildcard", "*"],
    ["a wildcard subtag", "en-*"],
    ["the CLDR root", "root"],
    ["nothing", ""],
    ["a space", " "],
    ["a space at the end", "en-US "],
    ["a line break at the end", "en\n"],
    ["NUL", "\0"],
    ["NUL at the end", "en\0"],
    ["a Cyrillic letter", "еn"],
    ["a letter whose lower case is ASCII", "\u212Ao"],
    ["full-width letters", "ｅｎ"],
    ["a lone surrogate", "en-\uD800"],
    ["a subtag of nine letters", "en-x-aaaaaaaaa"],
    ["a variant twice", "de-1996-1996"],
    ["a variant twice, in other letters", "de-FONIPA-fonipa"],
    ["a hyphen at the end", "en-"],
    ["a hyphen at the start", "-en"],
    ["two hyphens", "en--US"],
    ["a key of Object.prototype", "__proto__"],
    ["a key of Object.prototype", "constructor"],
    ["10 kB", `en-x${"-aaaaaaaa".repeat(1_111)}`],
  ])("%s: %j", (_, tag) => {
    expect(canonicalLanguage(tag)).toBeUndefined();
  });

  it("is one of more than 100 characters, before or after canonicalisation", () => {
    const privateUse = "-aaaaaaaa".repeat(10);
    expect(canonicalLanguage(`en-x${privateUse}-aaaaa`)).toHaveLength(100);
    expect(canonicalLanguage(`en-x${privateUse}-aaaaaa`)).toBeUndefined();
    expect(canonicalLanguage(`sh-x${privateUse}-aaaaa`)).toBeUndefined();
  });

  it("is refused in time that grows with its length only", () => {
    const started = performance.now();
    for (const part of ["a", "-", "-a", "-aa", "-aaaaaaaa", "-1aaa", "-u-nu", "-t-m0"]) {
      canonicalLanguage(`en${part.repeat(1_000_000)}`);
      canonicalLanguage(`en${part.repeat(100)}`.slice(0, 99).concat("!"));
      canonicalLanguage(`en${part.repeat(100)}`.slice(0, 99).concat("-"));
    }
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe("the canonical form", () => {
  it.each([
    ["EN", "en"],
    ["en-us", "en-US"],
    ["ZH-HANT-TW", "zh-Hant-TW"],
    ["SR-lATN", "sr-Latn"],
    ["ES-419", "es-419"],
    ["DE-ch-1996", "de-CH-1996"],
    ["und", "und"],
    ["UND-us", "und-US"],
    ["EN-X-US", "en-x-us"],
  ])("has the case that BCP 47 recommends: %s is %s", (tag, expected) => {
    expect(canonicalLanguage(tag)).toBe(expected);
  });

  it.each([
    ["en-scouse-fonipa", "en-fonipa-scouse"],
    ["sl-rozaj-1994-biske", "sl-1994-biske-rozaj"],
    ["en-u-nu-latn-a-bbb", "en-a-bbb-u-nu-latn"],
    ["en-b-ccc-t-hi-a-ddd-x-a-u", "en-a-ddd-b-ccc-t-hi-x-a-u"],
  ])("sorts variants and extensions: %s is %s", (tag, expected) => {
    expect(canonicalLanguage(tag)).toBe(expected);
  });

  it("leaves the insides of -u- and -t- as they are", () => {
    expect(canonicalLanguage("en-u-nu-latn-CA-IslamicC")).toBe("en-u-nu-latn-ca-islamicc");
    expect(canonicalLanguage("en-t-IW")).toBe("en-t-iw");
  });
});

describe("an alias becomes what CLDR prefers", () => {
  it.each([
    ["iw", "he"],
    ["tl", "fil"],
    ["sh", "sr-Latn"],
    ["sh-Cyrl", "sr-Cyrl"],
    ["sh-RS", "sr-Latn-RS"],
    ["mo", "ro"],
    ["cmn", "zh"],
    ["cmn-TW", "zh-TW"],
    ["eng", "en"],
    ["eng-840", "en-US"],
    ["ger", "de"],
    ["deu", "de"],
    ["jw", "jv"],
    ["in", "id"],
    ["ji", "yi"],
    ["nob", "nb"],
    ["nor", "no"],
    ["prs", "fa-AF"],
    ["prs-IR", "fa-IR"],
    ["my-BU", "my-MM"],
    ["en-UK", "en-GB"],
    ["de-DD", "de-DE"],
    ["und-Qaai", "und-Zinh"],
    ["en-polytoni", "en-polyton"],
    ["ja-Latn-fonipa-hepburn-heploc", "ja-Latn-alalc97-fonipa"],
    ["no-bokmal", "nb"],
    ["zh-hakka", "hak"],
    ["sgn-US", "ase"],
    ["sgn-840", "ase"],
    ["en-aaland", "en-AX"],
    ["sv-FI-aaland", "sv-FI"],
  ])("%s is %s", (tag, expected) => {
    expect(canonicalLanguage(tag)).toBe(expected);
  });

  it.each([
    ["hy-SU", "hy-AM"],
    ["uz-Cyrl-SU", "uz-Cyrl-UZ"],
    ["und-Armn-SU", "und-Armn-AM"],
    ["az-Arab-SU", "az-Arab-RU"],
    ["en-SU", "en-RU"],
    ["sr-YU", "sr-RS"],
    ["pap-AN", "pap-CW"],
  ])("a region that fell apart becomes the likely one for the language, or the first: %s is %s", (tag, expected) => {
    expect(canonicalLanguage(tag)).toBe(expected);
  });

  it("keeps no and nb apart, since CLDR makes neither an alias of the other", () => {
    expect([canonicalLanguage("no"), canonicalLanguage("nb")]).toEqual(["no", "nb"]);
  });
});

describe("a queue's language and a request's language match", () => {
  it.each([
    ["en", "en", true],
    ["en", "en-US", true],
    ["pt-BR", "pt", true],
    ["en-US", "en-GB", false],
    ["es", "es-419", true],
    ["zh-Hant", "zh-TW", false],
    ["zh-Hant", "zh-Hant-TW", true],
    ["zh-TW", "zh-Hant-TW", false],
    ["en", "eng", true],
    ["he", "iw-IL", true],
    ["tl", "fil-PH", true],
    ["sr", "sh", true],
    ["sr-Cyrl", "sh", false],
    ["zh", "cmn", true],
    ["no", "nb", false],
    ["en", "de", false],
    ["es", "est", false],
    ["fi", "fil", false],
    ["en", "und", false],
    ["en-US", "en-US-x-vip", true],
  ])("%s and %s: %s, either way round", (a, b, expected) => {
    expect(languagesMatch(canonical(a), canonical(b))).toBe(expected);
    expect(languagesMatch(canonical(b), canonical(a))).toBe(expected);
  });

  it("does not take the start of a subtag for a prefix", () => {
    expect(languagesMatch("e", "en")).toBe(false);
    expect(languagesMatch("en-U", "en-US")).toBe(false);
  });
});

interface Difference {
  readonly tag: RegExp;
  readonly why: string;
  /** Runtimes from this CLDR version on agree with the pinned table. */
  readonly until?: number;
}

const renamed = "-(?:arevela|arevmda|bokmal|gaulish|guoyu|hakka|lojban|nynorsk|saaho|xiang)";
const differences: readonly Difference[] = [
  { tag: /^(?:bh|tw)$/i, why: "V8 passes two letters through, save a list of deprecated codes that lacks these" },
  { tag: /^jaw(?:-|$)/i, why: "ICU has a rule of its own for this old code of jv; CLDR has none" },
  { tag: /^sgn(?:-[a-z]{4})?-(?:NO|578)(?:-|$)/i, why: "ICU follows the IANA registry (nsl), CLDR has nsi" },
  { tag: /-posix(?:-|$)/i, why: "ICU moves this variant into an extension, as UTS 35 asks for its own locale names" },
  { tag: /-[a-z]{4}\d[a-z\d]{0,3}(?:-|$)/i, why: "ICU can take the first four letters of such a variant for a script" },
  { tag: /^sgn-.*-aaland(?:-|$)/i, why: "ICU adds the region of this variant before sign languages take theirs away" },
  {
    tag: new RegExp(`${renamed}.*${renamed}`, "i"),
    why: "ICU applies the rules for two such variants in another order",
  },
  { tag: /-[a-z\d]-(?:yes|true)(?:-[a-z\d]-|$)/i, why: "ICU drops an extension's only content when it says yes" },
  { tag: /-u-.*-[a-z\d]\d(?:-|$)/i, why: "ICU does not look at the keys after one that stands twice" },
  { tag: /^(?:cls|nbx)(?:-|$)/i, why: "new in CLDR 47", until: 47 },
  { tag: /^(?:dek|mnk|nte)(?:-|$)/i, why: "new in CLDR 48", until: 48 },
  { tag: /^(?:ku|kur|kmr|pnt)-Cyrl-|^lzz-Geor-|^abq-/i, why: "new likely regions in CLDR 47 and 48", until: 48 },
];
const running = Number.parseInt(process.versions.cldr ?? "0", 10);

function isKnownDifference(tag: string): boolean {
  return differences.some((known) => running < (known.until ?? Number.POSITIVE_INFINITY) && known.tag.test(tag));
}

function icu(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

function disagreements(tags: readonly string[]): readonly string[] {
  return tags
    .filter((tag) => canonicalLanguage(tag) !== icu(tag) && !isKnownDifference(tag))
    .map((tag) => `${tag}: ${canonicalLanguage(tag)}, not ${icu(tag)}`);
}

const letters = Array.from("abcdefghijklmnopqrstuvwxyz");
const twoLetters = letters.flatMap((a) => letters.map((b) => a + b));
const alnum = Array.from("abcdefghijklmnopqrstuvwxyz0123456789");

function word(from: readonly string[], minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...from), minLength, maxLength });
}

function pinned(shape: RegExp): fc.Arbitrary<string> {
  return fc.constantFrom(...pinnedKeys.flatMap((key) => key.split("-")).filter((subtag) => shape.test(subtag)));
}

function joined(parts: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> {
  return fc.uniqueArray(parts, { maxLength, selector: (part) => part.toLowerCase() }).map((all) => all.join("-"));
}

const digitFirst = fc.tuple(word(alnum.slice(26), 1, 1), word(alnum, 3, 3)).map((parts) => parts.join(""));
const wellFormed = fc
  .tuple(
    fc.oneof(pinned(/^[a-z]{2,3}$/), word(letters, 2, 3), fc.constantFrom("und", "sgn", "zh", "ja", "no")),
    fc.oneof(fc.constant(""), word(letters, 4, 4), fc.constantFrom("Latn", "Cyrl", "Qaai", "Armn")),
    fc.oneof(fc.constant(""), pinned(/^(?:[A-Z]{2}|\d{3})$/), word(letters, 2, 2), word(alnum.slice(26), 3, 3)),
    joined(fc.oneof(pinned(/^[a-z0-9]{5,8}$/), word(alnum, 5, 8), digitFirst), 3),
    fc.constantFrom("", "u-nu-latn", "t-hi-latn", "u-nu-latn-t-hi", "u-attr-nu-latn"),
    fc.oneof(
      fc.constant(""),
      word(alnum, 2, 8).map((text) => `b-${text}-a-${text}`),
    ),
    fc.oneof(
      fc.constant(""),
      word(alnum, 1, 8).map((text) => `x-${text}`),
    ),
    fc.boolean(),
  )
  .map(([language, script, region, variants, known, other, privateUse, shout]) => {
    const tag = [language, script, region, variants, known, other, privateUse].filter(Boolean).join("-");
    return shout ? tag.toUpperCase() : tag;
  });

describe("the pinned table agrees with the running ICU, save for a named list of differences,", () => {
  it("for every alias", () => {
    const tags = pinnedKeys.map((key) => (/^[a-z]{2,3}(?:-|$)/.test(key) ? key : `und-${key}`));
    const longer = tags.flatMap((tag) => [`${tag}-fonipa`, `${tag}-x-a`, tag.toUpperCase()]);
    expect(tags.length).toBeGreaterThan(700);
    expect(disagreements([...tags, ...longer])).toEqual([]);
  });

  it("for every region, with several languages", () => {
    const numbers = Array.from({ length: 1_000 }, (_, code) => String(code).padStart(3, "0"));
    const languages = ["und", "en", "hy", "prs", "sgn", "sh", "uz-Cyrl", "zh-Hant"];
    const tags = languages.flatMap((tag) => [...numbers, ...twoLetters].map((region) => `${tag}-${region}`));
    expect(disagreements(tags)).toEqual([]);
  });

  it("for every language of two letters, with several scripts and regions", () => {
    const scripts = ["", "-Latn", "-Cyrl", "-Arab", "-Armn", "-Qaai"];
    const regions = ["", "-US", "-419", "-840", "-BU", "-SU", "-YU", "-AN"];
    const rest = scripts.flatMap((script) => regions.map((region) => script + region));
    expect(disagreements(twoLetters.flatMap((language) => rest.map((end) => language + end)))).toEqual([]);
  });

  it(`for generated tags (seed ${seed})`, () => {
    const agrees = (tag: string): void => {
      expect(disagreements([tag])).toEqual([]);
    };
    fc.assert(fc.property(wellFormed, agrees), { seed, numRuns: 20_000 });
  });

  it(`about what is well-formed (seed ${seed})`, () => {
    const subtag = fc.oneof(word(alnum, 1, 9), word(letters, 2, 4), fc.constantFrom("u", "t", "x", "a", "m0", "nu"));
    const tags = fc.tuple(word(letters, 2, 3), fc.array(subtag, { maxLength: 6 }));
    const agrees = ([language, rest]: readonly [string, readonly string[]]): void => {
      const tag = [language, ...rest].join("-");
      const accepted = [canonicalLanguage(tag), icu(tag)].map((found) => found !== undefined);
      if (!isKnownDifference(tag)) expect([tag, accepted[0]]).toEqual([tag, accepted[1]]);
    };
    fc.assert(fc.property(tags, agrees), { seed, numRuns: 20_000 });
  });
});

describe("canonicalLanguage", () => {
  it(`gives the same again for what it gave (seed ${seed})`, () => {
    const settles = (tag: string): void => {
      expect(canonicalLanguage(canonical(tag))).toBe(canonical(tag));
    };
    fc.assert(fc.property(wellFormed, settles), { seed, numRuns: 20_000 });
    for (const key of pinnedKeys) settles(/^[a-z]{2,3}(?:-|$)/.test(key) ? key : `und-${key}`);
  });

  it(`never throws, whatever string it is given (seed ${seed})`, () => {
    const holds = (text: string): void => {
      expect(["string", "undefined"]).toContain(typeof canonicalLanguage(text));
      expect(["string", "undefined"]).toContain(typeof canonicalLanguage(`en-${text}`));
    };
    fc.assert(fc.property(fc.string({ unit: "binary" }), holds), { seed, numRuns: 10_000 });
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."enuxt0-_") }), holds), { seed, numRuns: 10_000 });
  });
});
