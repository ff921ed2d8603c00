import { ianaNames } from "../../src/time/iana.ts";
import { isOfGround } from "./ground.ts";

/** Every IANA name, link or zone, that the data knows. */
export const ZONE_NAMES: readonly string[] = [...ianaNames().values()].map(({ name }) => name).filter(isOfGround);

/** Zones whose law is unlike the others': a third of the cases are about them. */
export const AWKWARD_ZONES: readonly string[] = [
  "Africa/Cairo",
  "Africa/Casablanca",
  "Africa/Juba",
  "America/Caracas",
  "America/Nuuk",
  "America/Santiago",
  "America/Sao_Paulo",
  "America/St_Johns",
  "Antarctica/Casey",
  "Antarctica/Troll",
  "Asia/Amman",
  "Asia/Beirut",
  "Asia/Gaza",
  "Asia/Kathmandu",
  "Asia/Pyongyang",
  "Asia/Tehran",
  "Australia/Lord_Howe",
  "Europe/Berlin",
  "Europe/Dublin",
  "Europe/Volgograd",
  "America/New_York",
  "Pacific/Apia",
  "Pacific/Chatham",
  "Pacific/Easter",
  "Pacific/Fakaofo",
  "Pacific/Kiritimati",
  "Pacific/Kwajalein",
].filter((name) => ZONE_NAMES.includes(name));
