/** Rows under construction. */
export interface Rows {
  /** The day of the first row. */
  readonly rowsDay: number;
  /** The first day that gets no row. */
  readonly end: number;
  readonly stride: number;
  /** As `Tree.words` has them, alone. */
  readonly words: Int32Array;
}

/** Writes the place of a day at `row`, `(day - rowsDay) * stride + schedule`. */
export function setPlace(words: Int32Array, row: number, place: number): void {
  const shift = (row & 7) << 2;
  words[row >> 3] = ((words[row >> 3] as number) & ~(15 << shift)) | (place << shift);
}
