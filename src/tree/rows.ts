/** Rows under construction. */
export interface Rows {
  /** The day of the first row. */
  readonly rowsDay: number;
  /** The first day that gets no row. */
  readonly end: number;
  readonly stride: number;
  /** As `Tree.words` has them, alone. */
  readonly words: Int32Array;
  /** The same: `bytes[((day - rowsDay) * stride + schedule) ^ LOWEST_BYTE]` is the place of the leaf in its list. */
  readonly bytes: Uint8Array;
}
