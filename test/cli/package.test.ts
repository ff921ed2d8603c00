import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const DIST = new URL("../../dist/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, DIST), "utf8");
const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));

/** Files of dist that an entry reads as soon as it is imported, itself included. */
function reachedFrom(entry: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (name: string) => {
    if (reached.has(name)) return;
    reached.add(name);
    for (const [, next] of read(name).matchAll(/^(?:import|export) (?:[^"]* from )?"\.\/([^"]+)";$/gm))
      visit(next as string);
  };
  visit(entry);
  return reached;
}

const bundledInto = (names: Iterable<string>): readonly string[] => {
  const sources = [...names].flatMap((name): string[] => JSON.parse(read(`${name}.map`)).sources);
  const packages = sources.flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []);
  return [...new Set(packages)].sort();
};

describe("the package", () => {
  it("brings the command's libraries along, so that who embeds the engine installs none of them", () => {
    expect(Object.keys(manifest.dependencies)).toEqual(["@js-temporal/polyfill", "fastest-levenshtein"]);
    for (const entry of ["index.js", "report.js", "runtime.js"]) {
      const own = [...reachedFrom(entry)].filter((name) => read(name).includes("sourceMappingURL"));
      // Of all libraries, the core has the one that checks what an agent passes on.
      expect(
        bundledInto(own).filter((name) => name !== "@cfworker/json-schema"),
        entry,
      ).toEqual([]);
    }
  });

  it("starts with no more than the reader of the command line", () => {
    const first = [...reachedFrom("cli.js")].filter((name) => read(name).includes("sourceMappingURL"));
    expect(bundledInto(first)).toEqual(["commander"]);
    expect(first.some((name) => read(name).includes("@js-temporal/polyfill"))).toBe(false);
  });

  it("gives notice of every package that is in it", () => {
    const maps = readdirSync(DIST).filter((name) => name.endsWith(".js.map"));
    const packages = bundledInto(maps.map((name) => name.replace(/\.map$/, "")));
    const notices = read("THIRD-PARTY-NOTICES.txt");
    expect(packages).toContain("yaml");
    for (const name of [...packages, "ajv"])
      expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\((MIT|ISC|MPL-2\\.0)\\)$`, "m"));
    expect(notices.match(/copyright/gi)?.length).toBeGreaterThanOrEqual(packages.length);
  });
});
