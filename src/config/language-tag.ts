/** RFC 5646 section 4.4.1 asks for 35; the rest is room for private use. */
const LONGEST = 100;

/** Script, region and variants. */
const REST = "(?:-([a-z]{4}))?(?:-([a-z]{2}|[0-9]{3}))?((?:-(?:[0-9a-z]{5,8}|[0-9][0-9a-z]{3}))*)";
// Each subtag fits one place only, by its length and first character: these never backtrack past one subtag.
const TAG = new RegExp(`^([a-z]{2,3})${REST}((?:-[0-9a-wyz](?:-[0-9a-z]{2,8})+)*)((?:-x(?:-[0-9a-z]{1,8})+)?)$`);
const UNICODE_EXTENSION = /^u(?:-(?:[0-9a-z]{3,8}|[0-9a-z][a-z]))+$/;
const TRANSFORM_EXTENSION = new RegExp(`^t(?:-(?:[a-z]{2,3}|[a-z]{5,8})${REST})?(?:-[a-z][0-9](?:-[0-9a-z]{3,8})+)*$`);

/** Language, script, region; what fits none of them is a variant. The case tells a region from a language. */
const FIELDS = [/^[a-z]{2,3}$/, /^[A-Z][a-z]{3}$/, /^(?:[A-Z]{2}|[0-9]{3})$/];
const SCRIPT = 1;
const VARIANT = 3;

/** The tables of UTS 35 that are not grammar, as words in turns: what, and what replaces it. */
export interface LanguageTables {
  readonly aliases: string;
  readonly likelyRegions: string;
}

/**
 * The canonical form of a language tag, or undefined when it is malformed.
 *
 * Grammar: UTS 35 section 3, `unicode_locale_id`, with languages of two or three letters and `-` only. Case, order and
 * aliases: UTS 35 Annex C, "LocaleId Canonicalization", with pinned tables. The insides of `-u-` and `-t-` stay, and so
 * does the variant `posix`: neither says which language is spoken.
 */
export type Canonical = (tag: string) => string | undefined;

export function languageCanonicalizer(tables: LanguageTables): Canonical {
  // Filled at the first tag, not at once: a caller that configures no languages should not pay for the tables.
  let aliases: ReadonlyMap<string, string> | undefined;
  let likelyRegions: ReadonlyMap<string, string> | undefined;

  /** UTS 35 Annex C, "Territory Exception". */
  function regionAmong(choices: readonly string[], subtags: readonly string[]): string {
    likelyRegions ??= pairs(tables.likelyRegions);
    const speech = subtags.filter((subtag) => fieldOf(subtag) <= SCRIPT);
    const likely = likelyRegions.get(speech.join("-")) ?? likelyRegions.get(speech[0] ?? "") ?? "";
    return choices.includes(likely) ? likely : (choices[0] ?? "");
  }

  /**
   * UTS 35 Annex C, "Processing LanguageIds". "und" stands for no language, as there. More rounds than a tag has
   * characters are needed only by tables that lead in a circle, as a snapshot's may that was tampered with.
   */
  function withoutAliases(subtags: readonly string[], rounds = LONGEST): readonly string[] {
    aliases ??= pairs(tables.aliases);
    // The rules apply by size, then by field: the order in which the subtags stand.
    const two = subtags.flatMap((a, at) => subtags.slice(at + 1).map((b) => `${a}-${b}`));
    const type = [...two, ...subtags].find((candidate) => aliases?.has(candidate));
    const replacement = aliases.get(type ?? "");
    if (type === undefined || replacement === undefined || rounds === 0) return subtags;
    const result = subtags.filter((subtag) => !type.split("-").includes(subtag));
    const added = replacement.includes("/") ? [regionAmong(replacement.split("/"), subtags)] : replacement.split("-");
    for (const subtag of added) {
      const field = fieldOf(subtag);
      const taken = field === VARIANT ? result.includes(subtag) : result.some((kept) => fieldOf(kept) === field);
      if (!taken && subtag !== "und") result.push(subtag);
    }
    return withoutAliases(inOrder(result), rounds - 1);
  }

  return (tag) => {
    if (tag.length > LONGEST || !/^[0-9A-Za-z-]+$/.test(tag)) return undefined;
    const match = TAG.exec(tag.toLowerCase());
    if (match === null) return undefined;
    const [, language = "", script = "", region = "", variantPart = "", extensionPart = "", privateUse = ""] = match;
    const variants = variantPart.split("-").slice(1);
    const extensions = extensionPart.split(/-(?=[0-9a-z]-)/).slice(1);
    if (!distinct(variants) || !distinct(extensions.map((text) => text.charAt(0)))) return undefined;
    if (!extensions.every(isExtension)) return undefined;
    const titled = script.charAt(0).toUpperCase() + script.slice(1);
    const given = [language, titled, region.toUpperCase(), ...variants];
    const subtags = withoutAliases(inOrder(given.filter((subtag) => subtag !== "" && subtag !== "und")));
    const prefix = fieldOf(subtags[0] ?? "") === 0 ? [] : ["und"];
    const canonical = [...prefix, ...subtags, ...extensions.sort()].join("-") + privateUse;
    return canonical.length > LONGEST ? undefined : canonical;
  };
}

function pairs(words: string): ReadonlyMap<string, string> {
  return new Map(Array.from(words.matchAll(/(\S+)\s+(\S+)/g), ([, key = "", value = ""]) => [key, value]));
}

function fieldOf(subtag: string): number {
  const field = FIELDS.findIndex((shape) => shape.test(subtag));
  return field === -1 ? VARIANT : field;
}

function inOrder(subtags: readonly string[]): string[] {
  return [...subtags].sort((a, b) => fieldOf(a) - fieldOf(b) || (a < b ? -1 : 1));
}

function distinct(words: readonly string[]): boolean {
  return new Set(words).size === words.length;
}

function isExtension(text: string): boolean {
  if (text.startsWith("u")) return UNICODE_EXTENSION.test(text);
  const match = TRANSFORM_EXTENSION.exec(text);
  return match === null ? !text.startsWith("t") : distinct(match[3]?.split("-") ?? []);
}
