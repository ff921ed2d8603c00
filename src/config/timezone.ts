import { ianaNames } from "../time/iana.ts";
import { IANA_VERSION } from "../time/iana-names.ts";
import { compareVersions } from "../time/version-order.ts";
import type { ZoneSource } from "../time/zone.ts";
import { nearest } from "./nearest.ts";
import { didYouMean, PHRASES, type Problem, problem } from "./problem.ts";
import { quote, quoteName } from "./quote.ts";

/** Abbreviations that runtimes accept and IANA does not define, with a place each may have meant. */
const ABBREVIATIONS: { readonly [name: string]: string } = {
  ACT: "Australia/Darwin",
  AET: "Australia/Sydney",
  AGT: "America/Argentina/Buenos_Aires",
  ART: "Africa/Cairo",
  AST: "America/Puerto_Rico",
  BET: "America/Sao_Paulo",
  BST: "Europe/London",
  CAT: "Africa/Maputo",
  CNT: "America/St_Johns",
  CST: "America/Chicago",
  CTT: "Asia/Shanghai",
  EAT: "Africa/Nairobi",
  ECT: "Europe/Paris",
  IET: "America/Indiana/Indianapolis",
  IST: "Asia/Kolkata",
  JST: "Asia/Tokyo",
  MIT: "Pacific/Apia",
  NET: "Asia/Yerevan",
  NST: "Pacific/Auckland",
  PLT: "Asia/Karachi",
  PNT: "America/Phoenix",
  PRT: "America/Puerto_Rico",
  PST: "America/Los_Angeles",
  SST: "Pacific/Guadalcanal",
  VST: "Asia/Ho_Chi_Minh",
  EDT: "America/New_York",
  CDT: "America/Chicago",
  MDT: "America/Denver",
  PDT: "America/Los_Angeles",
  CEST: "Europe/Berlin",
  EEST: "Europe/Athens",
};

const MOST_MEANT = 2;
/** Longer than any name: beyond this there is nothing to guess. */
const LONGEST_HINT = 100;

const OFFSET = /^(?:(?:UTC|GMT)?[+\-\u2212]\d{1,2}(?::?\d{2})?(?::?\d{2})?|[A-Z]{3,4}[+-]?\d{1,2}|Z)$/i;

/** A time zone's name against IANA's list, then against the data in use. */
export function timezoneProblems(pointer: string, name: string, zones: ZoneSource): readonly Problem[] {
  const known = ianaNames().get(name.toLowerCase());
  if (known === undefined)
    return isNewName(name, zones) ? dataProblems(pointer, name, zones) : [unknownName(pointer, name)];
  if (known.name !== name) return [problem("E_TZ_CASE", pointer, name, quote(name), quoteName(known.name))];
  const ofData = dataProblems(pointer, name, zones, known.since);
  if (ofData.length > 0) return ofData;
  if (known.instead !== undefined) {
    const code = known.status === "legacy" ? "W_TZ_LEGACY" : "W_TZ_LINK";
    return [problem(code, pointer, name, quote(name), quoteName(known.instead))];
  }
  const etc = /^Etc\/GMT([+-])(\d+)$/.exec(name);
  if (etc === null) return [];
  const offset = `${etc[1] === "+" ? "-" : "+"}${(etc[2] as string).padStart(2, "0")}:00`;
  return [problem("W_TZ_ETC", pointer, name, quote(name), offset)];
}

/** A name that IANA's list here is too old for. The data's own list is asked: that a runtime accepts a name says nothing. */
function isNewName(name: string, zones: ZoneSource): boolean {
  return compareVersions(zones.version, IANA_VERSION) > 0 && zones.names().includes(name);
}

/** Why a zone cannot be read. `since`: the version that its name came with. */
function dataProblems(pointer: string, name: string, zones: ZoneSource, since?: string): readonly Problem[] {
  const { name: source, version } = zones;
  const has = zones.has(name);
  const isOlder = since !== undefined && compareVersions(version, since) < 0;
  if (!has && isOlder) return [problem("E_TZ_NEWER", pointer, name, quote(name), since, source, version)];
  const reason = has ? zones.fault?.(name) : PHRASES.zoneMissing;
  return reason === undefined ? [] : [problem("E_TZ_DATA", pointer, name, quote(name), source, version, reason)];
}

function unknownName(pointer: string, name: string): Problem {
  const place = ABBREVIATIONS[name.toUpperCase()];
  if (place !== undefined)
    return problem("E_TZ_NOT_IANA", pointer, name, quote(name), PHRASES.suchAs(quoteName(place)));
  if (OFFSET.test(name)) return problem("E_TZ_OFFSET", pointer, name, quote(name), PHRASES.someZone);
  const meant = name.length > LONGEST_HINT ? [] : meantBy(name.trim());
  const hint = meant.length > 0 ? didYouMean(meant.map(quoteName)) : PHRASES.someZone;
  return problem("E_TZ", pointer, name, quote(name), hint);
}

/** The zones of that place, whatever stands before it, or else those with a name like it. */
function meantBy(name: string): readonly string[] {
  const names = [...ianaNames().values()];
  const place = placeOf(name);
  const there = names.filter((known) => placeOf(known.name) === place);
  const near = nearest(
    name,
    names.map((known) => known.name),
    MOST_MEANT,
  );
  const found = there.length > 0 ? there : names.filter((known) => near.includes(known.name));
  return [...new Set(found.map((known) => known.instead ?? known.name))].slice(0, MOST_MEANT);
}

function placeOf(name: string): string {
  return name
    .slice(name.lastIndexOf("/") + 1)
    .toLowerCase()
    .replace(/[\s_-]+/g, " ");
}
