import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { HERE } from "../here.ts";
import type { OutsideContender } from "../interleave.ts";
import type { Lookups } from "../lookups.ts";
import type { Tables } from "../tree-lookup.ts";
import { writeTables } from "./tables-file.ts";

const COMPILER = "cc";

export interface NativeLookup {
  readonly contender: OutsideContender;
  readonly remove: () => void;
}

/** The same search in C; undefined, with a message, where there is no compiler. */
export function nativeLookup(asked: Lookups, tables: Tables): NativeLookup | undefined {
  const version = spawnSync(COMPILER, ["--version"], { encoding: "utf8" });
  if (version.status !== 0) {
    console.log(`skipped: ${COMPILER} is not installed, so the search in C is not measured`);
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), "handoff-bench-"));
  const program = join(folder, "lookup");
  const file = join(folder, "tables");
  execFileSync(COMPILER, ["-O2", "-o", program, fileURLToPath(new URL("native/lookup.c", HERE))]);
  writeTables(file, tables, asked);
  return {
    contender: {
      name: "the same search in C",
      version: version.stdout.split("\n")[0] as string,
      questions: asked.count,
      // A process of its own each round, so that its rounds are spread as those of the others are.
      round() {
        const printed = execFileSync(program, [file, String(asked.count)], { encoding: "utf8" }).split(" ");
        return { nanoseconds: Number(printed[0]), sum: Number(printed[1]) };
      },
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
