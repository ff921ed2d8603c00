/**
 * Whether a queue of language `a` serves a request for language `b`: they are equal, or one is a prefix of the other
 * at a subtag boundary (RFC 4647 section 3.3.1, "Basic Filtering", in both directions). Both tags must be canonical.
 */
export function languagesMatch(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`);
}
