/** Writes dist/THIRD-PARTY-NOTICES.txt: the licences of all packages that were bundled, as they ask for. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../dist/", import.meta.url));

/** Parts of it are in the compiled schemas, which are bundled before everything else. */
const COMPILED = [join(DIST, "../node_modules/ajv")];

const folders = [...new Set([...bundledFolders(), ...COMPILED])].sort();
const notices = folders.map((folder) => {
  const { name, version, license, repository } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  // The MPL asks for where the source is; it is as good to know of the others.
  const source = String(repository?.url ?? repository ?? name)
    .replace(/^git\+|\.git$/g, "")
    .replace(/^(?:github:)?(?=[\w-]+\/[\w.-]+$)/, "https://github.com/");
  return `${name} ${version} (${license})\nSource: ${source}\n\n${licenceIn(folder).trim()}\n`;
});
const rule = `\n${"-".repeat(80)}\n\n`;
writeFileSync(
  join(DIST, "THIRD-PARTY-NOTICES.txt"),
  `handoff-engine contains code of these packages.\n${rule}${notices.join(rule)}`,
);

/** The source maps name each file that went in. */
function bundledFolders(): readonly string[] {
  const maps = readdirSync(DIST).filter((name) => name.endsWith(".js.map"));
  const sources = maps.flatMap((name): string[] => JSON.parse(readFileSync(join(DIST, name), "utf8")).sources);
  return sources.flatMap((source) => {
    const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(source) ?? [];
    return folder === undefined ? [] : [join(DIST, folder)];
  });
}

function licenceIn(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  return file === undefined ? licenceByName(folder) : readFileSync(join(folder, file), "utf8");
}

/** Some packages only name their licence: the text of MIT is ours, whose first lines name the holder. */
function licenceByName(folder: string): string {
  const { name, license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (license !== "MIT" || typeof author !== "string") throw new Error(`${name} has no file with its licence`);
  const text = readFileSync(join(DIST, "../LICENSE"), "utf8");
  return text.replace(/^Copyright .*$/m, `Copyright (c) ${author}`);
}
