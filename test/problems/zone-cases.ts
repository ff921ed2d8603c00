import { runtimeZones, type ZoneSource } from "../../src/index.ts";
import { error, type ProblemCase, warning } from "./problem-case.ts";
import { queue } from "./sample.ts";

const EXAMPLE = ", such as `America/New_York`";

/** Data from before Chile had this zone. */
const older: ZoneSource = {
  ...runtimeZones(),
  name: "folder",
  version: "2024b",
  has: (timezone) => timezone !== "America/Coyhaique",
};

/** Distributions leave out files, and copies of them break off. */
const damaged: ZoneSource = {
  ...runtimeZones(),
  name: "folder",
  version: "2026f",
  has: (timezone) => timezone !== "Asia/Tokyo",
  fault: (timezone) => (timezone === "Asia/Seoul" ? "it ends within a header, at byte 7" : undefined),
};

/** Data with a zone that IANA's list here is too old for, on a runtime that accepts more than it lists. */
const newer: ZoneSource = {
  ...runtimeZones(),
  name: "folder",
  version: "2199a",
  has: () => true,
  names: () => ["Asia/Tokyo", "Mars/Olympus"],
  spans: (_, from, to) => ({ from, to, starts: [from], offsets: [0] }),
};

function unreadable(name: string, timezone: string, zones: ZoneSource, reason: string): ProblemCase {
  const value = `"${timezone}"`;
  const said = `${value} cannot be read from the time-zone data in use (${zones.name}, ${zones.version}): ${reason}; install that data anew, or have the engine read it anew: \`refreshZones()\``;
  return {
    name,
    given: [queue({ timezone })],
    zones,
    problems: [error("E_TZ_DATA", "/0/timezone", said, value)],
  };
}

function unknownZone(timezone: string, hint = EXAMPLE, value: string = JSON.stringify(timezone)): ProblemCase {
  return {
    name: `the time zone ${value} (row 51)`,
    given: [queue({ timezone })],
    problems: [error("E_TZ", "/0/timezone", `${value} is not a time zone; use an IANA name${hint}`, value)],
  };
}

function abbreviation(timezone: string, place: string, row: number): ProblemCase {
  const value = `"${timezone}"`;
  const said = `${value} is an abbreviation that IANA does not define; use an IANA name, such as \`${place}\``;
  return {
    name: `the abbreviation ${timezone} (row ${row})`,
    given: [queue({ timezone })],
    problems: [error("E_TZ_NOT_IANA", "/0/timezone", said, value)],
  };
}

function capitals(timezone: string, proper: string): ProblemCase {
  const value = `"${timezone}"`;
  const said = `${value} is not spelled as IANA spells it; write \`${proper}\``;
  return {
    name: `the capitals of ${timezone} (row 54)`,
    given: [queue({ timezone })],
    problems: [error("E_TZ_CASE", "/0/timezone", said, value)],
  };
}

function offset(timezone: string): ProblemCase {
  const value = `"${timezone}"`;
  const said = `${value} is an offset, which knows no daylight saving time; use an IANA name${EXAMPLE}`;
  return {
    name: `the offset ${timezone} (row 57)`,
    given: [queue({ timezone })],
    problems: [error("E_TZ_OFFSET", "/0/timezone", said, value)],
  };
}

function link(timezone: string, instead: string): ProblemCase {
  return {
    name: `the link ${timezone} (row 55)`,
    given: [queue({ timezone })],
    problems: [
      warning("W_TZ_LINK", "/0/timezone", `"${timezone}" is a deprecated link; write \`${instead}\``, `"${timezone}"`),
    ],
  };
}

function legacy(timezone: string, instead: string): ProblemCase {
  const value = `"${timezone}"`;
  const said = `${value} is a legacy name whose rules have changed between tz versions; write \`${instead}\``;
  return {
    name: `the legacy name ${timezone} (row 56)`,
    given: [queue({ timezone })],
    problems: [warning("W_TZ_LEGACY", "/0/timezone", said, value)],
  };
}

function etc(timezone: string, meant: string): ProblemCase {
  const value = `"${timezone}"`;
  const said = `${value} is UTC${meant}, the opposite of what its sign suggests, and knows no daylight saving time; use a place's name`;
  return {
    name: `the sign of ${timezone} (row 58)`,
    given: [queue({ timezone })],
    problems: [warning("W_TZ_ETC", "/0/timezone", said, value)],
  };
}

function fine(timezone: string): ProblemCase {
  return { name: `${timezone} is a time zone`, given: [queue({ timezone })], problems: [] };
}

function notAString(timezone: unknown): ProblemCase {
  const value = String(timezone);
  return {
    name: `the time zone ${value}, which is no string (row 51)`,
    given: [queue({ timezone })],
    problems: [error("E_TYPE", "/0/timezone", `must be a string, got ${value}`, value)],
  };
}

const NEW_YORK = "; did you mean `America/New_York`?";

export const zoneCases: readonly ProblemCase[] = [
  unknownZone(""),
  unknownZone(" "),
  unknownZone("x".repeat(1000), EXAMPLE, `"${"x".repeat(58)}…`),
  unknownZone("America/New_York ", NEW_YORK),
  unknownZone("America/New_York\0", NEW_YORK),
  unknownZone("America/\u039dew_York", NEW_YORK),
  unknownZone("America/New York", NEW_YORK),
  unknownZone("New York", NEW_YORK),
  unknownZone("America/New_Yrok", NEW_YORK),
  unknownZone("Berlin", "; did you mean `Europe/Berlin`?"),
  unknownZone("../../etc/passwd"),
  unknownZone("posixrules"),
  unknownZone("localtime"),
  unknownZone("Factory"),
  unknownZone("Etc/Unknown"),
  unknownZone("right/UTC", "; did you mean `Etc/UTC` or `UTC`?"),
  unknownZone("__proto__"),
  unknownZone("constructor"),
  unknownZone("SystemV/EST5EDT", NEW_YORK),
  unknownZone("US/Pacific-New", "; did you mean `America/Los_Angeles`?"),
  notAString(null),
  notAString(5),

  abbreviation("ACT", "Australia/Darwin", 52),
  abbreviation("AET", "Australia/Sydney", 52),
  abbreviation("AGT", "America/Argentina/Buenos_Aires", 52),
  abbreviation("ART", "Africa/Cairo", 52),
  abbreviation("AST", "America/Puerto_Rico", 52),
  abbreviation("BET", "America/Sao_Paulo", 52),
  abbreviation("BST", "Europe/London", 52),
  abbreviation("CAT", "Africa/Maputo", 52),
  abbreviation("CNT", "America/St_Johns", 52),
  abbreviation("CST", "America/Chicago", 52),
  abbreviation("CTT", "Asia/Shanghai", 52),
  abbreviation("EAT", "Africa/Nairobi", 52),
  abbreviation("ECT", "Europe/Paris", 52),
  abbreviation("IET", "America/Indiana/Indianapolis", 52),
  abbreviation("IST", "Asia/Kolkata", 52),
  abbreviation("JST", "Asia/Tokyo", 52),
  abbreviation("MIT", "Pacific/Apia", 52),
  abbreviation("NET", "Asia/Yerevan", 52),
  abbreviation("NST", "Pacific/Auckland", 52),
  abbreviation("PLT", "Asia/Karachi", 52),
  abbreviation("PNT", "America/Phoenix", 52),
  abbreviation("PRT", "America/Puerto_Rico", 52),
  abbreviation("PST", "America/Los_Angeles", 52),
  abbreviation("SST", "Pacific/Guadalcanal", 52),
  abbreviation("VST", "Asia/Ho_Chi_Minh", 52),
  abbreviation("EDT", "America/New_York", 53),
  abbreviation("CEST", "Europe/Berlin", 53),
  abbreviation("pst", "America/Los_Angeles", 53),

  capitals("america/new_york", "America/New_York"),
  capitals("AMERICA/NEW_YORK", "America/New_York"),
  capitals("US/EASTERN", "US/Eastern"),
  capitals("utc", "UTC"),
  capitals("Etc/Gmt+5", "Etc/GMT+5"),

  ...["GMT+5", "UTC+5", "UTC-03:30", "EST5", "+05:00", "+0530", "-00:00", "+5", "\u221205:00", "Z", "z"].map(offset),

  link("US/Eastern", "America/New_York"),
  link("GB", "Europe/London"),
  link("Asia/Calcutta", "Asia/Kolkata"),
  link("Europe/Kiev", "Europe/Kyiv"),
  link("America/Montreal", "America/Toronto"),
  link("Canada/Pacific", "America/Vancouver"),
  link("Zulu", "Etc/UTC"),

  legacy("EST", "America/Panama"),
  legacy("MST", "America/Phoenix"),
  legacy("HST", "Pacific/Honolulu"),
  legacy("EST5EDT", "America/New_York"),
  legacy("CST6CDT", "America/Chicago"),
  legacy("PST8PDT", "America/Los_Angeles"),
  legacy("CET", "Europe/Brussels"),
  legacy("MET", "Europe/Brussels"),
  legacy("EET", "Europe/Athens"),
  legacy("WET", "Europe/Lisbon"),

  etc("Etc/GMT+5", "-05:00"),
  etc("Etc/GMT-14", "+14:00"),
  etc("Etc/GMT+12", "-12:00"),

  ...["UTC", "Etc/UTC", "GMT", "Etc/GMT", "Asia/Kolkata", "Europe/Kyiv", "America/Argentina/Buenos_Aires"].map(fine),

  ...(["2024b", "unknown"] as const).map((version): ProblemCase => {
    const value = '"America/Coyhaique"';
    const said = `${value} came with the tz database 2025b, and the time-zone data in use (folder, ${version}) does not have it; update that data`;
    return {
      name: `a time zone that the data in use, ${version}, is too old to know (row 59)`,
      given: [queue({ timezone: "America/Coyhaique" })],
      zones: { ...older, version },
      problems: [error("E_TZ_NEWER", "/0/timezone", said, value)],
    };
  }),
  {
    name: "a time zone that only newer data than the list knows",
    given: [queue({ timezone: "Mars/Olympus" })],
    zones: newer,
    problems: [],
  },
  { ...unknownZone("Mars/Pavonis"), name: "a name that newer data accepts and does not list", zones: newer },
  { ...abbreviation("PST", "America/Los_Angeles", 52), name: "an abbreviation that newer data accepts", zones: newer },
  unreadable("a time zone that data of its version should have", "Asia/Tokyo", damaged, "it is missing there"),
  unreadable("a time zone whose data is corrupt", "Asia/Seoul", damaged, "it ends within a header, at byte 7"),
];
