import { PlaceLine } from "./place-line.ts";

type Four = readonly [PlaceLine, PlaceLine, PlaceLine, PlaceLine];

const LOW = 0x00ff00ff;
const HIGH = ~LOW;

/**
 * The places of eight schedules which share the words of rows: they are turned into words of rows together, so that each is
 * written once.
 */
export class LineBlock {
  readonly lines: readonly [...Four, ...Four];

  constructor(days: number) {
    const four = (): Four => [new PlaceLine(days), new PlaceLine(days), new PlaceLine(days), new PlaceLine(days)];
    this.lines = [...four(), ...four()];
  }

  /** From this one of the eight on, there are no schedules. */
  clearFrom(schedule: number): void {
    for (let s = schedule; s < 8; s++) this.lines[s]?.words.fill(0);
  }

  /** Writes `count` days to rows of `width` words each; the word of the first day is at `at`. */
  writeTo(rows: Int32Array, at: number, width: number, count: number): void {
    const [a, b, c, d, e, f, g, h] = this.lines;
    for (let day = 0, to = at; day < count; day += 4, to += 4 * width) {
      const w = day >> 2;
      // Two schedules a byte, four days a word.
      const one = (a.words[w] as number) | ((b.words[w] as number) << 4);
      const two = (c.words[w] as number) | ((d.words[w] as number) << 4);
      const three = (e.words[w] as number) | ((f.words[w] as number) << 4);
      const four = (g.words[w] as number) | ((h.words[w] as number) << 4);
      // Of each two such words the even days, then the odd ones.
      const even = (one & LOW) | ((two & LOW) << 8);
      const odd = ((one >>> 8) & LOW) | (two & HIGH);
      const evenNext = (three & LOW) | ((four & LOW) << 8);
      const oddNext = ((three >>> 8) & LOW) | (four & HIGH);
      rows[to] = (even & 0xffff) | (evenNext << 16);
      if (day + 1 < count) rows[to + width] = (odd & 0xffff) | (oddNext << 16);
      if (day + 2 < count) rows[to + 2 * width] = (even >>> 16) | (evenNext & 0xffff0000);
      if (day + 3 < count) rows[to + 3 * width] = (odd >>> 16) | (oddNext & 0xffff0000);
    }
  }
}
