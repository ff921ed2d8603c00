import type { OtherZones, QueueDifference, ZoneDifference, ZonesReport } from "../index.ts";
import { counted } from "./print-findings.ts";
import { shown } from "./shown.ts";
import { table } from "./table.ts";
import { instantText } from "./wall-clock.ts";

/** So many dates of a queue are written out. */
const MOST_DATES = 5;

/** What other time-zone data says of the zones and queues in use. */
export function zonesComparedText({ window, others }: ZonesReport, wrapsAt: number): string {
  const span = `${instantText(window.from).slice(0, 10)} up to ${instantText(window.to).slice(0, 10)}`;
  if (others.length === 0) return `\nThere is no other time-zone data to compare with, ${span}.\n`;
  const rows = others.map((other) => [placeOf(other), other.version, saysText(other), String(other.queues.length)]);
  const heads = ["other data", "tz database", "says of the zones in use", "queues that move"];
  const moved = others.filter(({ queues }) => queues.length > 0).map(movedText);
  return `\nCompared over ${span}:\n\n${table([heads, ...rows], wrapsAt)}${moved.join("")}`;
}

function placeOf({ name, folder }: OtherZones): string {
  return folder === undefined ? name : `${name} ${shown(folder)}`;
}

function saysText({ error, missing, zones }: OtherZones): string {
  if (error !== undefined) return `cannot be read: ${shown(error.message)}`;
  const lacks = missing.length === 0 ? [] : [`does not have ${missing.join(", ")}`];
  const differs = zones.map(({ timezone, first }) => `${timezone} differs from ${instantText(first)} on`);
  return [...differs, ...lacks].join("; ") || "the same";
}

function movedText(other: OtherZones): string {
  const lines = other.queues.map(
    ({ handoff, queue, timezone, dates }) =>
      `  ${shown(handoff)} / ${shown(queue)} (${timezone}): ${datesText(dates)}\n`,
  );
  return `\nBy ${placeOf(other)} ${other.version}, ${counted(lines.length, "queue")} would be open at other instants:\n${lines.join("")}`;
}

function datesText(dates: readonly string[]): string {
  const more = dates.length - MOST_DATES;
  return `${dates.slice(0, MOST_DATES).join(", ")}${more > 0 ? ` and ${counted(more, "date")} more` : ""}`;
}

/** The same as data. */
export function zonesComparedJson({ window, others }: ZonesReport): object {
  return {
    window: { from: instantText(window.from), to: instantText(window.to) },
    others: others.map(({ name, version, folder, missing, error, zones, queues }) => ({
      ...{ name, version, folder: folder ?? null, error: error ?? null, missing },
      zones: zones.map(zoneJson),
      queues: queues.map(queueJson),
    })),
  };
}

function zoneJson({ timezone, first, stretches }: ZoneDifference): object {
  return { timezone, first: instantText(first), stretches: stretches.map(withTexts) };
}

function queueJson({ intervals, ...queue }: QueueDifference): object {
  return { ...queue, intervals: intervals.map(withTexts) };
}

function withTexts<Stretch extends { readonly start: number; readonly end: number }>(stretch: Stretch): object {
  return { ...stretch, start: instantText(stretch.start), end: instantText(stretch.end) };
}
