import type { SnapshotInfo } from "../runtime.ts";
import { counted } from "./print-findings.ts";
import { shown } from "./shown.ts";
import { instantText } from "./wall-clock.ts";

/** What a snapshot is, in a few lines; the first goes on behind its name. */
export function snapshotText({ zones, configuration, window }: SnapshotInfo, bytes: number, handoffs: number): string {
  const lines = [
    `${counted(bytes, "byte")}, ${counted(handoffs, "handoff")}`,
    `  answers from   ${instantText(window.from)}`,
    `  up to          ${instantText(window.to)}`,
    `  time zones     tz database ${shown(zones.version)} (${shown(zones.name)})`,
    `  configuration  ${configuration}`,
  ];
  return `${lines.join("\n")}\n`;
}

export function snapshotJson(
  { zones, configuration, window }: SnapshotInfo,
  bytes: number,
  handoffs: readonly string[],
): object {
  const { from, to } = window;
  return { bytes, window: { from: instantText(from), to: instantText(to) }, zones, configuration, handoffs };
}
