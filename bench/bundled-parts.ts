import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

import { HERE } from "./here.ts";

export type Parts = typeof import("./parts.ts");

/**
 * Inner parts of the engine, bundled as the package is: module by module, as the TypeScript loader has them, a lookup
 * takes 1.7 times as long.
 */
export async function bundledParts(): Promise<Parts> {
  const folder = mkdtempSync(join(tmpdir(), "handoff-bench-"));
  try {
    const file = join(folder, "parts.mjs");
    const bundle = await rolldown({
      input: fileURLToPath(new URL("parts.ts", HERE)),
      platform: "node",
      logLevel: "silent",
    });
    await bundle.write({ file, format: "esm" });
    await bundle.close();
    return (await import(pathToFileURL(file).href)) as Parts;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
