/** No number of a table. */
export const NONE = -1;

/** A cell is the two halves of a key, its number, and the round in which they were put in. */
const CELL = 4;

const FEWEST_CELLS = 64;

const LAST_ROUND = 0x7fffffff;

/**
 * Whole numbers, not negative, by keys of two whole numbers of 32 bits each. A map for use over and over: `clear` costs
 * nothing, and what is put in after it leaves no garbage.
 */
export class NumberTable {
  #cells = new Int32Array(CELL * FEWEST_CELLS);
  /** From the upper bits of a hash to a cell. */
  #shift = 32 - Math.log2(FEWEST_CELLS);
  #size = 0;
  /** Cells of an earlier round are free. */
  #round = 1;

  clear(): void {
    this.#size = 0;
    this.#round++;
    if (this.#round < LAST_ROUND) return;
    this.#cells.fill(0);
    this.#round = 1;
  }

  get(one: number, other: number): number {
    const cell = this.#cellOf(one, other);
    return this.#cells[cell + 3] === this.#round ? (this.#cells[cell + 2] as number) : NONE;
  }

  set(one: number, other: number, number: number): void {
    const [cells, cell] = [this.#cells, this.#cellOf(one, other)];
    const isNew = cells[cell + 3] !== this.#round;
    cells[cell] = one;
    cells[cell + 1] = other;
    cells[cell + 2] = number;
    cells[cell + 3] = this.#round;
    if (isNew && ++this.#size * CELL * 2 > cells.length) this.#enlarge();
  }

  /** Where the key is, or the free cell where it would be: at most half of the cells are taken. */
  #cellOf(one: number, other: number): number {
    const [cells, round] = [this.#cells, this.#round];
    let cell = ((Math.imul(one, 0x9e3779b1) + Math.imul(other, 0x85ebca6b)) >>> this.#shift) * CELL;
    while (cells[cell + 3] === round && (cells[cell] !== one || cells[cell + 1] !== other)) {
      cell += CELL;
      if (cell === cells.length) cell = 0;
    }
    return cell;
  }

  #enlarge(): void {
    const [cells, round] = [this.#cells, this.#round];
    this.#cells = new Int32Array(cells.length * 2);
    this.#shift--;
    this.clear();
    for (let cell = 0; cell < cells.length; cell += CELL) {
      const [one, other, number] = [cells[cell], cells[cell + 1], cells[cell + 2]] as [number, number, number];
      if (cells[cell + 3] === round) this.set(one, other, number);
    }
  }
}
