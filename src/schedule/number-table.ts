/** No number of a table. */
export const NONE = -1;

/** A cell is a key, its number, and the round in which they were put in. */
const CELL = 3;

const FEWEST_CELLS = 64;

/** Two keys that differ in any bit differ in the upper bits of their product with it. */
const SPREAD = 0x9e3779b1;

const LAST_ROUND = 0x7fffffff;

/**
 * Whole numbers, not negative, by keys of 32 bits. A map for use over and over: `clear` costs nothing, and what is put in
 * after it leaves no garbage.
 */
export class NumberTable {
  #cells = new Int32Array(CELL * FEWEST_CELLS);
  /** From a product to a cell. */
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

  get(key: number): number {
    const cell = this.#cellOf(key);
    return this.#cells[cell + 2] === this.#round ? (this.#cells[cell + 1] as number) : NONE;
  }

  set(key: number, number: number): void {
    const cell = this.#cellOf(key);
    const isNew = this.#cells[cell + 2] !== this.#round;
    this.#cells[cell] = key;
    this.#cells[cell + 1] = number;
    this.#cells[cell + 2] = this.#round;
    if (isNew && ++this.#size * CELL * 2 > this.#cells.length) this.#enlarge();
  }

  /** Where the key is, or the free cell where it would be: at most half of the cells are taken. */
  #cellOf(key: number): number {
    const cells = this.#cells;
    let cell = (Math.imul(key, SPREAD) >>> this.#shift) * CELL;
    while (cells[cell + 2] === this.#round && cells[cell] !== key) {
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
      if (cells[cell + 2] === round) this.set(cells[cell] as number, cells[cell + 1] as number);
    }
  }
}
