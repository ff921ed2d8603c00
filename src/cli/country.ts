import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CountryHoliday } from "../import.ts";
import { Failure, UsageError } from "./failure.ts";

export interface CountryOptions {
  /** ISO 3166 code, such as US. */
  readonly country: string;
  readonly state?: string | undefined;
  readonly region?: string | undefined;
}

/** The package date-holidays, as far as it is used. */
interface Calendar {
  getHolidays(year: number): readonly CountryHoliday[];
  getCountries(): Names;
  getStates(country: string): Names;
  getRegions(country: string, state: string): Names;
}

type Names = { readonly [code: string]: string } | undefined;
type CalendarClass = new (country?: string, state?: string, region?: string) => Calendar;

const PACKAGE = "date-holidays";

/** Holidays of a country by the user's own date-holidays. Throws a Failure when it is not installed. */
export async function countryCalendar(
  options: CountryOptions,
  years: readonly number[],
): Promise<readonly CountryHoliday[]> {
  const Holidays = await loadPackage();
  const { country, state, region } = options;
  const names = new Holidays();
  check("--country", country, names.getCountries());
  if (state !== undefined) check("--state", state, names.getStates(country));
  if (region !== undefined) check("--region", region, names.getRegions(country, state ?? ""));
  const calendar = new Holidays(...[country, state, region].filter((part) => part !== undefined));
  return years.flatMap((year) => calendar.getHolidays(year));
}

/** As the user's own code would find it. It is large, and its data have a licence of their own: it is not ours to bring. */
async function loadPackage(): Promise<CalendarClass> {
  let entry: string;
  try {
    entry = createRequire(join(process.cwd(), "package.json")).resolve(PACKAGE);
  } catch {
    throw new Failure(
      `--country needs the package ${PACKAGE}, which is not installed in this folder; run \`npm install ${PACKAGE}\`, or give an iCalendar file`,
    );
  }
  const { default: found } = (await import(pathToFileURL(entry).href)) as { readonly default: unknown };
  const inner = typeof found === "object" && found !== null ? (found as { readonly default?: unknown }).default : found;
  if (typeof inner !== "function") throw new Failure(`${entry} is no ${PACKAGE} that can be read; update it`);
  return inner as CalendarClass;
}

function check(option: string, code: string, names: Names): void {
  if (names !== undefined && Object.hasOwn(names, code)) return;
  const known = Object.keys(names ?? {});
  const hint =
    known.length === 0
      ? "there is none there"
      : `it knows ${known.slice(0, 10).join(", ")}${known.length > 10 ? ", …" : ""}`;
  throw new UsageError(`\`${option} ${code}\` is not known to ${PACKAGE}: ${hint}`);
}
