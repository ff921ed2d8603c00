import { ConfigError, createEngine, type Engine, type EngineOptions } from "../index.ts";
import { Refused } from "./finding.ts";
import { findingsOf } from "./findings.ts";
import { load } from "./load.ts";
import type { Loaded } from "./loaded.ts";
import type { Format } from "./source.ts";
import type { Terminal } from "./terminal.ts";
import { ZONES } from "./zone-law.ts";

export interface Opened {
  readonly engine: Engine;
  readonly loaded: Loaded;
}

/** An engine over files, whose window lies around `at`. Throws Refused when the configuration has errors. */
export async function openEngine(
  operands: readonly string[],
  at: number,
  terminal: Terminal,
  { format, ...options }: Omit<EngineOptions, "now" | "zones"> & { readonly format?: Format | undefined } = {},
): Promise<Opened> {
  const loaded = await load(operands, terminal, format);
  if (loaded.findings.length > 0) throw new Refused(loaded.findings);
  try {
    const engine = createEngine(loaded.configuration as Parameters<typeof createEngine>[0], {
      ...options,
      now: () => at,
      zones: ZONES,
    });
    return { engine, loaded };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new Refused(
      findingsOf(
        error.problems.filter(({ severity }) => severity === "error"),
        loaded,
      ),
    );
  }
}
