const FACTOR = 0x01000193;

/**
 * A checksum of the words from `from` on, in four lanes, for speed. Each step maps the state of its lane one to one, and
 * so does each step that joins the lanes: a change of one word always shows. It guards against damage, not forgery.
 */
export function checksum(words: Int32Array, from: number): number {
  const lanes = [1, 2, 3, 4];
  let [a, b, c, d] = lanes as [number, number, number, number];
  let i = from;
  for (; i + 3 < words.length; i += 4) {
    a = mixed(a, words[i] as number);
    b = mixed(b, words[i + 1] as number);
    c = mixed(c, words[i + 2] as number);
    d = mixed(d, words[i + 3] as number);
  }
  for (; i < words.length; i++) a = mixed(a, words[i] as number);
  return mixed(mixed(mixed(mixed(words.length, a), b), c), d);
}

function mixed(state: number, word: number): number {
  const next = Math.imul(state ^ word, FACTOR);
  return (next << 13) | (next >>> 19);
}
