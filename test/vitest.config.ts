import { defineConfig, type ViteUserConfigExport } from "vitest/config";

const config: ViteUserConfigExport = defineConfig({
  test: {
    projects: [
      { test: { name: "fast", root: "..", include: ["test/**/*.test.ts"], exclude: ["**/*.deep.test.ts"] } },
      { test: { name: "deep", root: "..", include: ["test/**/*.deep.test.ts"], testTimeout: 3_600_000 } },
    ],
  },
});

export default config;
