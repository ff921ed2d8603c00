import { distance } from "fastest-levenshtein";

/**
 * The known names most like a wrong one, best first, at most `most`: those within a third of its length, or of which
 * one begins with the other (`monday`, `mon`); capitals and separators do not count. Empty when nothing is near.
 */
export function nearest(wrong: string, known: Iterable<string>, most = 1): readonly string[] {
  const folded = fold(wrong);
  const limit = Math.max(1, Math.ceil(folded.length / 3));
  const found: { readonly name: string; readonly far: number }[] = [];
  for (const name of known) {
    const candidate = fold(name);
    if (folded.length >= 3 && candidate.length >= 3 && (candidate.startsWith(folded) || folded.startsWith(candidate))) {
      found.push({ name, far: 1 });
      continue;
    }
    if (Math.abs(candidate.length - folded.length) > limit) continue;
    const far = distance(folded, candidate);
    if (far <= limit) found.push({ name, far });
  }
  found.sort((a, b) => a.far - b.far);
  return found.slice(0, most).map(({ name }) => name);
}

function fold(name: string): string {
  return name
    .slice(0, 200)
    .toLowerCase()
    .replace(/[\s_-]+/g, " ");
}
