import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NONE } from "../src/schedule/number-table.ts";
import { PairNumbers } from "../src/schedule/pair-numbers.ts";
import { holds } from "./properties/holds.ts";

const SHIFTS = [0, -60, 480, 420, -330];

describe("numbers of days by what they show", () => {
  it.each([1, 4, 16, 17, 40])("are those that were put in, of %i kinds; of many shifts some are forgotten", (kinds) => {
    const table = new PairNumbers();
    const kind = fc.nat(kinds - 1);
    const step = fc.record({ shift: fc.constantFrom(...SHIFTS), first: kind, second: kind });
    holds(fc.array(step, { maxLength: 200 }), 100, (steps) => {
      const known = new Map<string, number>();
      const mayForget = kinds <= 16 && new Set(steps.map(({ shift }) => shift)).size > 4;
      table.clear(kinds);
      for (const [number, { shift, first, second }] of steps.entries()) {
        table.under(shift);
        const key = `${shift} ${first} ${second}`;
        const found = table.get(first, second);
        if (found === NONE) {
          if (!mayForget) expect(known.has(key)).toBe(false);
          table.set(first, second, number);
          known.set(key, number);
        } else expect(found).toBe(known.get(key));
      }
    });
  });
});
