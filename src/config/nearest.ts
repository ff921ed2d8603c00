import { distance } from "fastest-levenshtein";

/**
 * The known names most like a wrong one, best first, at most `most`: those within a third of its length, or of which
 * one begins with the other (`monday`, `mon`); capitals and separators do not count. Next to a good one, a far worse
 * one is none. Empty when nothing is near.
 */
export function nearest(wrong: string, known: Iterable<string>, most = 1): readonly string[] {
  const folded = fold(wrong);
  const limit = Math.max(1, Math.ceil(folded.length / 3));
  const found: { readonly name: string; readonly far: number }[] = [];
  for (const name of known) {
    const candidate = fold(name);
    if (folded.length >= 3 && candidate.length >= 3 && (candidate.startsWith(folded) || folded.startsWith(candidate))) {
      found.push({ name, far: candidate === folded ? 0 : 1 });
      continue;
    }
    if (Math.abs(candidate.length - folded.length) > limit) continue;
    const far = distance(folded, candidate);
    if (far <= limit) found.push({ name, far });
  }
  found.sort((a, b) => a.far - b.far);
  const best = found[0]?.far ?? 0;
  return found
    .filter(({ far }) => far <= best + 1)
    .slice(0, most)
    .map(({ name }) => name);
}

function fold(name: string): string {
  return name
    .slice(0, 200)
    .toLowerCase()
    .replace(/[\s_-]+/g, " ");
}
