import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const LOCK = new URL("./package-lock.json", import.meta.url);
/** npm writes it last. */
const DONE = new URL("./node_modules/.package-lock.json", import.meta.url);

/** Installs the peers where their lock is newer than they are. Returns whether they are there. */
export function installPeers(): boolean {
  if (existsSync(DONE) && statSync(DONE).mtimeMs >= statSync(LOCK).mtimeMs) return true;
  console.log("installing the peers: npm ci --prefix bench");
  const folder = fileURLToPath(new URL(".", import.meta.url));
  const options = ["--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync("npm", ["ci", "--prefix", folder, ...options], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  return status === 0 && existsSync(DONE);
}
