/** Boundaries under construction: the memory of one draft serves the next. */
export class BoundaryDraft {
  /** Good as far as `length`. */
  readonly values: number[] = [];
  length = 0;

  clear(): void {
    this.length = 0;
  }

  /** As `append` of intervals: one that starts at or after the last start. Touching intervals become one. */
  append(start: number, end: number): void {
    const { values, length } = this;
    if (length > 0 && start <= (values[length - 1] as number)) {
      if (end > (values[length - 1] as number)) values[length - 1] = end;
      return;
    }
    values[length] = start;
    values[length + 1] = end;
    this.length = length + 2;
  }

  /** The boundaries, in an array of their own. */
  taken(): number[] {
    return this.values.slice(0, this.length);
  }
}
