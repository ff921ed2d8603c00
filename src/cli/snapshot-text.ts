import type { SnapshotInfo } from "../runtime.ts";
import { counted } from "./print-findings.ts";
import { shown } from "./shown.ts";
import { instantText } from "./wall-clock.ts";

/** What a snapshot is, in a few lines; the first goes on behind its name. */
export function snapshotText(
  { zones, configuration, closures = [], window }: SnapshotInfo,
  bytes: number,
  handoffs: number,
): string {
  const lines = [
    `${counted(bytes, "byte")}, ${counted(handoffs, "handoff")}`,
    `  answers from   ${instantText(window.from)}`,
    `  up to          ${instantText(window.to)}`,
    `  time zones     tz database ${shown(zones.version)} (${shown(zones.name)})`,
    `  configuration  ${configuration}`,
    ...closures.map((closure) => `  closed by hand ${closureText(closure)}`),
  ];
  return `${lines.join("\n")}\n`;
}

export function snapshotJson(
  { zones, configuration, closures = [], window }: SnapshotInfo,
  bytes: number,
  handoffs: readonly string[],
): object {
  const { from, to } = window;
  return {
    bytes,
    window: { from: instantText(from), to: instantText(to) },
    zones,
    configuration,
    closures: closures.map(({ since, until, ...closure }) => ({
      ...closure,
      since: instantText(since),
      until: until === undefined ? null : instantText(until),
    })),
    handoffs,
  };
}

/** It makes a snapshot unavailable that was made from the very configuration, so whoever looks at one must see it. */
function closureText({ scope, since, until, reason }: NonNullable<SnapshotInfo["closures"]>[number]): string {
  const fields = Object.entries(scope).map(([field, value]) => `${field} ${shown(String(value))}`);
  const what = fields.length === 0 ? "everything" : fields.join(", ");
  const end = until === undefined ? "for good" : `until ${instantText(until)}`;
  return `${what}, since ${instantText(since)}, ${end}: ${shown(reason)}`;
}
