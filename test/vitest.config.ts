import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfigExport } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

const config: ViteUserConfigExport = defineConfig({
  test: {
    // By default one core is left free, which is half of those that a small machine has.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "fast",
          root,
          include: ["test/**/*.test.ts"],
          exclude: ["**/*.deep.test.ts"],
          testTimeout: 60_000,
        },
      },
      // The properties once more, on the data of the operating system.
      {
        test: {
          name: "system",
          root,
          include: ["test/properties/*.test.ts"],
          exclude: ["**/*.deep.test.ts"],
          env: { HANDOFF_ZONES: "system" },
          testTimeout: 60_000,
        },
      },
      { test: { name: "deep", root, include: ["test/**/*.deep.test.ts"], testTimeout: 3_600_000 } },
    ],
  },
});

export default config;
