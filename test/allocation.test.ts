import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const PROGRAM = fileURLToPath(new URL("allocation/ten-million.mjs", import.meta.url));

describe("resolve allocates nothing", () => {
  it.each(["engine", "number", "old number", "snapshot", "closed"])(
    "%s: ten million resolutions cause no garbage collection and no growth of the heap",
    (of) => {
      const said = execFileSync(process.execPath, ["--expose-gc", PROGRAM, of], { encoding: "utf8" });
      const { rounds, available, collections, grown } = JSON.parse(said);
      expect(rounds).toBe(10_000_000);
      expect(available).toBeGreaterThan(1_000_000);
      expect(collections).toBe(0);
      // The smallest object, a boxed number, takes 12 bytes: one a resolution would be 120 MB. What is left belongs to the
      // runtime's compilers, half a megabyte on Node 22.
      expect(grown).toBeLessThan(4_000_000);
    },
  );
});
