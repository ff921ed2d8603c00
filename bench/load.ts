import { readFileSync } from "node:fs";
import { HERE } from "./here.ts";

/**
 * A peer, by name. The name is no literal and `T` is declared where it is used, so that the types can be checked while
 * bench/node_modules is not there.
 */
export async function load<T>(name: string): Promise<T> {
  return (await import(name)) as T;
}

/** What is installed, e.g. `luxon 3.7.2`. */
export function installed(name: string): string {
  const manifest = [new URL("node_modules/", HERE), new URL("../node_modules/", HERE)]
    .map((folder) => new URL(`${name}/package.json`, folder))
    .map(versionIn)
    .find((version) => version !== undefined);
  return `${name} ${manifest ?? "?"}`;
}

function versionIn(manifest: URL): string | undefined {
  try {
    return (JSON.parse(readFileSync(manifest, "utf8")) as { readonly version: string }).version;
  } catch {
    return undefined;
  }
}
