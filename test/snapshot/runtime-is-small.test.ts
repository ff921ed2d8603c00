import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { describe, expect, it } from "vitest";

const MOST_BYTES = 5000;

async function bundled(file: string) {
  const input = fileURLToPath(new URL(`../../${file}`, import.meta.url));
  const bundle = await rolldown({ input, platform: "neutral", logLevel: "silent" });
  const { output } = await bundle.generate({ format: "esm", minify: true });
  await bundle.close();
  expect(output).toHaveLength(1);
  return output[0];
}

describe("handoff-engine/runtime is small", () => {
  it.each(["src/runtime.ts", "dist/runtime.js"])("%s, bundled, is under 5 kB minified and compressed", async (file) => {
    const { code, imports, dynamicImports } = await bundled(file);
    const bytes = gzipSync(code, { level: 9 }).length;
    console.log(`${file}: ${bytes} bytes minified and compressed, ${code.length} minified`);
    expect(bytes).toBeLessThan(MOST_BYTES);
    expect([...imports, ...dynamicImports]).toEqual([]);
    expect(code).not.toMatch(/\b(?:import|require)\b|process\b|Buffer\.|Temporal|ajv/);
  });
});
