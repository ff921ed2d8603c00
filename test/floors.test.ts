import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const SRC = fileURLToPath(new URL("../src/", import.meta.url));

/** Lowest first. A file imports from its own folder and from lower floors; floors on one line do not see each other. */
const FLOORS: readonly (readonly string[])[] = [
  ["time"],
  ["config"],
  ["schedule"],
  ["tree"],
  ["resolve"],
  ["agent", "import", "report"],
  ["."],
  ["cli"],
];

const THIRD_PARTY: { readonly [name: string]: readonly string[] } = {
  "@cfworker/json-schema": ["agent/schema-errors.ts"],
  "@js-temporal/polyfill": ["time/runtime-zones.ts"],
  "fastest-levenshtein": ["config/nearest.ts"],
  "ical.js": ["import/calendar-event.ts", "import/occurrences.ts"],
  // Bundled into the command: who embeds the engine installs none of them.
  "jsonc-parser": ["cli/edit-json.ts", "cli/json-document.ts", "cli/json-outline.ts", "cli/json-tree.ts"],
  "string-width": ["cli/code-frame.ts", "cli/hanging.ts", "cli/hours.ts", "cli/table.ts"],
  yaml: ["cli/edit-yaml.ts", "cli/yaml-depth.ts", "cli/yaml-document.ts", "cli/yaml-words.ts"],
};

/** What the package gives to everyone, and so to its own command. */
const ENTRIES = ["index.ts", "runtime.ts", "report.ts", "import.ts"];

/** What runs between a request and its answer inside the window. */
const HOT = ["resolve/resolver.ts", "resolve/channels.ts", "resolve/language-rows.ts", "resolve/routes.ts"];

interface Module {
  readonly path: string;
  readonly folder: string;
  readonly lines: number;
  readonly local: readonly string[];
  readonly runtimeLocal: readonly string[];
  readonly external: readonly string[];
}

const modules: ReadonlyMap<string, Module> = new Map(
  readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
    .map((path) => [path, readModule(path)]),
);

function readModule(path: string): Module {
  const text = readFileSync(join(SRC, path), "utf8");
  const found = [...text.matchAll(/^(?:import|export)\s(type\s)?(?:[^;]*?\sfrom\s)?"([^"]+)";/gm)];
  const resolved = (specifier: string) => relative(SRC, join(SRC, dirname(path), specifier));
  const isLocal = (match: RegExpMatchArray) => match[2]?.startsWith(".") === true;
  return {
    path,
    folder: path.includes("/") ? (path.split("/")[0] as string) : ".",
    lines: text.split("\n").length,
    local: found.filter(isLocal).map((match) => resolved(match[2] as string)),
    runtimeLocal: found.filter((match) => isLocal(match) && !match[1]).map((match) => resolved(match[2] as string)),
    external: found.filter((match) => !isLocal(match)).map((match) => match[2] as string),
  };
}

function floorOf(path: string): number {
  const folder = path.includes("/") ? (path.split("/")[0] as string) : ".";
  return FLOORS.findIndex((floor) => floor.includes(folder));
}

function reach(start: string, by: "local" | "runtimeLocal" = "runtimeLocal"): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    modules.get(path)?.[by].forEach(visit);
  };
  visit(start);
  return seen;
}

describe("floors", () => {
  it("every folder of src is on a floor", () => {
    expect([...modules.keys()].filter((path) => floorOf(path) === -1)).toEqual([]);
  });

  it("imports run downward", () => {
    const climbing: string[] = [];
    for (const { path, folder, local } of modules.values()) {
      for (const target of local) {
        const targetFolder = target.includes("/") ? (target.split("/")[0] as string) : ".";
        if (targetFolder !== folder && floorOf(target) >= floorOf(path)) climbing.push(`${path} -> ${target}`);
      }
    }
    expect(climbing).toEqual([]);
  });

  it("there are no cycles, of types neither", () => {
    const cycles = [...modules.values()].filter(({ path, local }) =>
      local.some((target) => reach(target, "local").has(path)),
    );
    expect(cycles.map(({ path }) => path)).toEqual([]);
  });

  it("the tree imports nothing", () => {
    const outside = [...modules.values()]
      .filter(({ folder }) => folder === "tree")
      .flatMap(({ path, local, external }) => [...local, ...external].map((target) => `${path} -> ${target}`))
      .filter((edge) => !edge.includes("-> tree/"));
    expect(outside).toEqual([]);
  });

  it("the command imports the package's entries only", () => {
    const inward = [...modules.values()]
      .filter(({ folder }) => folder === "cli")
      .flatMap(({ local }) => local)
      .filter((target) => !target.startsWith("cli/") && !ENTRIES.includes(target));
    expect(inward).toEqual([]);
  });

  it("the command's frame reaches no command, so that the engine is read when one of them runs", () => {
    const frame = reach("cli/main.ts");
    expect([...frame].filter((path) => !path.startsWith("cli/"))).toEqual([]);
    expect([...frame].flatMap((path) => modules.get(path)?.external ?? [])).not.toContain("yaml");
  });

  it("third parties come in at known places, and Node's modules only into the command", () => {
    const used = new Map<string, string[]>();
    for (const { path, folder, external } of modules.values()) {
      for (const name of external) {
        // Every command defines its options by commander.
        if (folder === "cli" && (name.startsWith("node:") || name === "commander")) continue;
        used.set(name, [...(used.get(name) ?? []), path]);
      }
    }
    const sorted = [...used].map(([name, paths]) => [name, paths.sort()]);
    expect(Object.fromEntries(sorted)).toEqual(THIRD_PARTY);
  });

  it("the hot path reaches neither Temporal nor ajv nor the rules", () => {
    const reached = HOT.flatMap((path) => [...reach(path)]);
    expect(reached.filter((path) => path.startsWith("time/") || path.startsWith("schedule/"))).toEqual([]);
    expect(reached.filter((path) => path.includes("generated"))).toEqual([]);
    expect(reached.flatMap((path) => modules.get(path)?.external ?? [])).toEqual([]);
  });

  it("handles reach neither Temporal, nor files, nor the door: only options choose a source, only the engine checks", () => {
    const reached = ["handoff.ts", "queue.ts", "live.ts"].flatMap((path) => [...reach(path)]);
    expect(reached).not.toContain("time/runtime-zones.ts");
    expect(reached).not.toContain("time/file-system.ts");
    expect(reached.filter((path) => path.includes("generated"))).toEqual([]);
  });

  it("the snapshot's runtime reaches neither Temporal, nor files, nor the door, nor the language tables, and no third party", () => {
    const reached = [...reach("runtime.ts")];
    expect(reached).not.toContain("time/runtime-zones.ts");
    expect(reached).not.toContain("time/file-system.ts");
    expect(reached).not.toContain("config/language-aliases.ts");
    expect(reached.filter((path) => path.includes("generated") || path.startsWith("schedule/"))).toEqual([]);
    expect(reached.flatMap((path) => modules.get(path)?.external ?? [])).toEqual([]);
  });

  it("no file is named for helping, and the median is under 100 lines", () => {
    expect([...modules.keys()].filter((path) => /utils|helper|common|misc/.test(path))).toEqual([]);
    const sizes = [...modules.values()].map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(100);
  });
});
