import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fleet } from "../fleet.ts";
import type { Form } from "../form.ts";
import { HERE } from "../here.ts";
import { HUNDRED_THOUSAND } from "../now-comparison.ts";
import { writeConfiguration } from "./configuration-file.ts";
import type { JsonLife } from "./json-host.ts";
import { sampleSumByLaw } from "./sample.ts";
import type { SnapshotLife } from "./snapshot-host.ts";

/** Hosts in turn, each in a process of its own: what starts is cold. */
export interface Lives {
  readonly handoffs: number;
  readonly fromJson: readonly JsonLife[];
  readonly fromSnapshot: readonly SnapshotLife[];
  readonly fromTrusted: readonly SnapshotLife[];
}

const ROUNDS = 5;

/** Text, what is parsed of it and what the engine keeps: more than the 4 GB that Node gives by default. */
const HEAP = "--max-old-space-size=8192";

export function lives({ large }: Form): Lives {
  const size = { ...HUNDRED_THOUSAND, handoffs: large ? 100_000 : 10_000 };
  const folder = mkdtempSync(join(tmpdir(), "handoff-bench-"));
  try {
    const [text, snapshot] = [join(folder, "configuration.json"), join(folder, "snapshot")];
    const configuration = fleet(size);
    writeConfiguration(text, configuration);
    const expected = sampleSumByLaw(configuration);
    const [fromJson, fromSnapshot, fromTrusted]: [JsonLife[], SnapshotLife[], SnapshotLife[]] = [[], [], []];
    for (let round = 0; round < ROUNDS; round++) {
      fromJson.push(live("hosts/json-host.ts", expected, [text, round === 0 ? snapshot : ""]));
      fromSnapshot.push(live("hosts/snapshot-host.ts", expected, [snapshot]));
      fromTrusted.push(live("hosts/snapshot-host.ts", expected, [snapshot, "--trusted"]));
    }
    return { handoffs: size.handoffs, fromJson, fromSnapshot, fromTrusted };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function live<Life extends JsonLife | SnapshotLife>(host: string, expected: number, args: readonly string[]): Life {
  const file = fileURLToPath(new URL(host, HERE));
  const printed = execFileSync(process.execPath, ["--import", "tsx", HEAP, file, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  const life = JSON.parse(printed) as Life;
  if (life.sum !== expected) throw new Error(`${host} and the law in Temporal give different answers`);
  return life;
}
