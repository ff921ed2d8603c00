import { PlaceLine } from "./place-line.ts";

const LOW = 0x00ff00ff;
const HIGH = ~LOW;

/**
 * The places of four schedules which share the words of rows: they are turned into words of rows together, so that each is
 * written once.
 */
export class LineBlock {
  readonly lines: readonly [PlaceLine, PlaceLine, PlaceLine, PlaceLine];

  constructor(days: number) {
    this.lines = [new PlaceLine(days), new PlaceLine(days), new PlaceLine(days), new PlaceLine(days)];
  }

  /** From this one of the four on, there are no schedules. */
  clearFrom(schedule: number): void {
    for (let s = schedule; s < 4; s++) this.lines[s]?.words.fill(0);
  }

  /** Writes `count` days to rows of `width` words each; the word of the first day is at `at`. */
  writeTo(rows: Int32Array, at: number, width: number, count: number): void {
    const [a, b, c, d] = this.lines;
    for (let day = 0, to = at; day < count; day += 4, to += 4 * width) {
      const w = day >> 2;
      // Of each two schedules the even days, then the odd ones.
      const [one, two] = [a.words[w] as number, b.words[w] as number];
      const [three, four] = [c.words[w] as number, d.words[w] as number];
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
