import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { systemZones } from "../../src/index.ts";
import { fixture } from "./fixture.ts";

/** Those that the self-check looks at: a folder without them is no zoneinfo. */
const ZONES = [
  "America/New_York",
  "America/Los_Angeles",
  "America/St_Johns",
  "America/Caracas",
  "America/Sao_Paulo",
  "Europe/London",
  "Europe/Berlin",
  "Europe/Moscow",
  "Asia/Kathmandu",
  "Asia/Kolkata",
  "Asia/Pyongyang",
  "Asia/Tokyo",
  "Africa/Lagos",
  "Australia/Sydney",
  "Australia/Lord_Howe",
  "Pacific/Auckland",
  "Pacific/Apia",
];

const system = systemZones().folder as string;

/** A folder of its own for a test, of zones that the system has, gone after the test. */
export function zoneFolder(files: { readonly [path: string]: string | Uint8Array } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "zones-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const zone of ZONES) {
    mkdirSync(join(folder, dirname(zone)), { recursive: true });
    cpSync(join(system, zone), join(folder, zone), { dereference: true });
  }
  for (const [path, content] of Object.entries(files)) put(folder, path, content);
  return folder;
}

/** Puts a file there; a fixture by its name. */
export function put(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(join(folder, dirname(path)), { recursive: true });
  const isFixture = typeof content === "string" && content.startsWith("Test/");
  writeFileSync(join(folder, path), isFixture ? fixture(content) : content);
}

/** Sets environment variables until the test is over. */
export function setEnvironment(variables: { readonly [name: string]: string | undefined }): void {
  for (const [name, value] of Object.entries(variables)) {
    const before = process.env[name];
    onTestFinished(() => set(name, before));
    set(name, value);
  }
}

function set(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
