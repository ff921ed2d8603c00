import type { OnProgress, Progress } from "../index.ts";
import type { Terminal } from "./terminal.ts";

const WIDTH = 30;
/** Work that is done before has no bar. */
const PATIENCE_MS = 300;

const DOING: { readonly [phase in Progress["phase"]]: string } = { check: "checking", compile: "compiling" };

/** A bar for long work on a terminal; undefined elsewhere. `end` takes it away. */
export function progressBar(terminal: Terminal): { readonly onProgress?: OnProgress; readonly end: () => void } {
  const { rewrite } = terminal;
  if (rewrite === undefined) return { end: () => {} };
  const start = performance.now();
  let isShown = false;
  return {
    onProgress: ({ phase, done, total }) => {
      if (performance.now() - start < PATIENCE_MS) return;
      isShown = true;
      const part = total === 0 ? 1 : done / total;
      const filled = Math.round(part * WIDTH);
      const bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
      rewrite(`${DOING[phase].padEnd(9)} [${bar}] ${String(Math.floor(part * 100)).padStart(3)} %`);
    },
    end: () => {
      if (isShown) rewrite("");
    },
  };
}
