import { countryHolidays, type DateRange, type Holiday, importICalendar } from "../import.ts";
import { countryCalendar } from "./country.ts";
import { Failure, UsageError } from "./failure.ts";
import { type Finding, Refused } from "./finding.ts";
import { textFinding } from "./import-finding.ts";
import { readSource } from "./read-source.ts";
import { shown } from "./shown.ts";
import { STDIN } from "./source.ts";
import type { Terminal } from "./terminal.ts";

export interface HolidaySourceOptions {
  readonly country?: string;
  readonly state?: string;
  readonly region?: string;
  readonly types?: string;
  readonly match?: string;
}

export interface FoundHolidays {
  /** How the source is called in headings. */
  readonly name: string;
  readonly holidays: readonly Holiday[];
  /** What was left out, and why. */
  readonly skipped: readonly Finding[];
  readonly notes: readonly string[];
}

const TYPES = ["public", "bank", "school", "optional", "observance"];

/** Holidays of iCalendar files, or of a country. Throws Refused for a file that cannot be read. */
export async function foundHolidays(
  files: readonly string[],
  options: HolidaySourceOptions,
  range: DateRange,
  terminal: Terminal,
): Promise<FoundHolidays> {
  const { country } = options;
  if ((files.length === 0) === (country === undefined)) {
    throw new UsageError("give an iCalendar file, or --country, such as --country US");
  }
  return country === undefined
    ? await ofFiles(files, options, range, terminal)
    : await ofCountry({ ...options, country }, range);
}

async function ofFiles(
  files: readonly string[],
  { match }: HolidaySourceOptions,
  range: DateRange,
  terminal: Terminal,
): Promise<FoundHolidays> {
  const found: Finding[] = [];
  const holidays = new Map<string, Set<string>>();
  for (const file of files) {
    const source = await readSource(file, terminal, "jsonc");
    const read = importICalendar(source.text, { ...range, match });
    found.push(...[...read.problems, ...read.skipped].map((problem) => textFinding(problem, source)));
    for (const { date, names } of read.holidays) {
      holidays.set(date, new Set([...(holidays.get(date) ?? []), ...names]));
    }
  }
  if (found.some(({ severity }) => severity === "error")) throw new Refused(found);
  const inOrder = [...holidays].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    name: files.map((file) => (file === STDIN ? "<stdin>" : shown(file))).join(" "),
    holidays: inOrder.map(([date, names]) => ({ date, names: [...names] })),
    skipped: found,
    notes: [],
  };
}

async function ofCountry(
  options: HolidaySourceOptions & { readonly country: string },
  range: DateRange,
): Promise<FoundHolidays> {
  const { country, state, region, types = "public", match } = options;
  const asked = types.split(",");
  const unknown = asked.find((type) => !TYPES.includes(type));
  if (unknown !== undefined) {
    throw new UsageError(
      `\`${unknown}\` is no type of holiday; --types takes ${TYPES.join(", ")}, with commas between`,
    );
  }
  const [first, last] = [Number(range.from.slice(0, 4)), Number(range.to.slice(0, 4))];
  // A substitute day may fall into the year beside that of its holiday.
  const years = Array.from({ length: last - first + 3 }, (_, i) => first - 1 + i);
  const all = await countryCalendar({ country, state, region }, years);
  const matching = all.filter(({ name }) => match === undefined || name.toLowerCase().includes(match.toLowerCase()));
  if (all.length === 0) throw new Failure(`date-holidays has no holidays for ${country} from ${first} to ${last}`);
  const { holidays, partial } = countryHolidays(matching, new Set(asked), range);
  return {
    name: [country, state, region].filter((part) => part !== undefined).join("-"),
    holidays,
    skipped: [],
    notes: partial.map(
      ({ date, name }) => `${shown(name)}, ${date}: begins or ends within a date, and holidays are whole dates`,
    ),
  };
}
