import { ALIASES, LIKELY_REGIONS } from "./language-aliases.ts";
import { type Canonical, languageCanonicalizer } from "./language-tag.ts";

/** With the tables that the engine was released with. */
export const canonicalLanguage: Canonical = languageCanonicalizer({ aliases: ALIASES, likelyRegions: LIKELY_REGIONS });
