import fc from "fast-check";

/** Plain languages, regions, scripts, variants, aliases of each kind, unusual case. */
const TAGS = [
  "en",
  "EN-us",
  "en-GB",
  "es",
  "es-MX",
  "es-419",
  "iw",
  "iw-IL",
  "he",
  "he-IL",
  "zh",
  "zh-Hant",
  "zh-hant-TW",
  "zh-TW",
  "sr-Latn",
  "sr-Cyrl-RS",
  "sh",
  "pt",
  "pt-BR",
  "de-CH-1996",
  "de-DD",
  "in",
  "id",
  "ji",
  "yi",
  "mo",
  "ro-RO",
  "fil",
  "tl",
] as const;

const MALFORMED = ["en_US", "", "e", "english", "en-", "*", "constructor"] as const;

export const supportedLanguages: fc.Arbitrary<readonly string[]> = fc.uniqueArray(fc.constantFrom(...TAGS), {
  minLength: 1,
  maxLength: 4,
  selector: (tag) => Intl.getCanonicalLocales(tag)[0],
});

export const requestedLanguage: fc.Arbitrary<string | undefined> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 6, arbitrary: fc.constantFrom(...TAGS, "ja", "en-US-u-nu-latn") },
  { weight: 1, arbitrary: fc.constantFrom(...MALFORMED) },
);
