import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const PROGRAM = fileURLToPath(new URL("inlining/host.mjs", import.meta.url));

/** All that a resolution runs through. */
const HOT = ["firstOpen", "rowFor", "channelPlace", "openAt"];

/** Which functions the compiler puts into those of a host, by its own words. */
function putInto(host: string, said: string): ReadonlySet<string> {
  const into = [...said.matchAll(/^Inlining .*SharedFunctionInfo ([^>]*)>\} into .*SharedFunctionInfo ([^>]*)>\}/gm)];
  return new Set(into.filter(([, , where]) => where === host).map(([, what]) => what as string));
}

// Other versions weigh otherwise, and have other words for it.
describe.runIf(process.version.startsWith("v20."))("a resolution fits into the function of its host", () => {
  it.each([
    ["engine", "resolve", "host"],
    ["snapshot", "resolve", "host"],
    ["numbers", "resolveNumber", "hostOfNumbers"],
  ])("of %s, calls and all, so that the host's request needs no memory", (of, called, host) => {
    const said = execFileSync(process.execPath, ["--trace-turbo-inlining", PROGRAM, of], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    expect(Number(/available: (\d+)/.exec(said)?.[1])).toBeGreaterThan(100_000);
    const inlined = putInto(host, said);
    expect([called, ...HOT].filter((name) => !inlined.has(name))).toEqual([]);
  });
});
