import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const PROGRAM = fileURLToPath(new URL("allocation/ten-million.mjs", import.meta.url));

describe("resolve allocates nothing", () => {
  it("ten million resolutions cause no garbage collection and no growth of the heap", () => {
    const said = execFileSync(process.execPath, ["--expose-gc", PROGRAM], { encoding: "utf8" });
    const { rounds, available, collections, grown } = JSON.parse(said);
    expect(rounds).toBe(10_000_000);
    expect(available).toBeGreaterThan(1_000_000);
    expect(collections).toBe(0);
    // One boxed number in a hundred resolutions would be 1.2 MB; what there is comes from the runtime's own compilers.
    expect(grown).toBeLessThan(500_000);
  });
});
