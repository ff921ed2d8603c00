/** Texts of a snapshot while it is written: each once, by number. */
export class Texts {
  readonly #numbers = new Map<string, number>();

  add(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** UTF-8, and where each begins; one number more says where the last ends. */
  encoded(): { readonly text: Uint8Array; readonly textStarts: Int32Array } {
    const encoder = new TextEncoder();
    const textStarts = new Int32Array(this.#numbers.size + 1);
    let text = new Uint8Array(1 << 16);
    let end = 0;
    let number = 0;
    for (const written of this.#numbers.keys()) {
      if (text.length - end < written.length * 3) {
        const larger = new Uint8Array(Math.max(text.length * 2, end + written.length * 3));
        larger.set(text.subarray(0, end));
        text = larger;
      }
      end += encoder.encodeInto(written, text.subarray(end)).written;
      textStarts[++number] = end;
    }
    return { text: text.subarray(0, end), textStarts };
  }
}
