import { type LooseObject, listIn, objectIn } from "../config/loose.ts";
import { pointerTo } from "../config/pointer.ts";
import { quote } from "../config/quote.ts";
import type { DataImportProblem } from "./import-problem.ts";
import { schemaOrgProblem } from "./schema-org-problem.ts";

/** A value and where it stands. */
export interface SchemaOrgPart {
  readonly pointer: string;
  readonly value: LooseObject;
}

const LISTS = ["openingHoursSpecification", "specialOpeningHoursSpecification"];
/** JSON-LD of a page is a tree of few levels. */
const MOST_DEPTH = 32;

/** The specifications of the one place that data is about, however it is wrapped. */
export function specificationsIn(data: unknown): {
  readonly parts: readonly SchemaOrgPart[];
  readonly problems: readonly DataImportProblem[];
} {
  const places: SchemaOrgPart[][] = [];
  const loose: SchemaOrgPart[] = [];
  const problems: DataImportProblem[] = [];
  let text: SchemaOrgPart | undefined;
  const visit = (value: unknown, pointer: string, depth: number): void => {
    if (typeof value !== "object" || value === null || depth > MOST_DEPTH) return;
    const here = objectIn(value);
    if (isSpecification(here)) {
      loose.push({ pointer, value: here });
      return;
    }
    const own = LISTS.flatMap((key) => partsAt(here[key], pointerTo(pointer, key), problems));
    if (own.length > 0 && places.push(own) > 1) {
      problems.push(schemaOrgProblem("E_SCHEMA_ORG_SEVERAL", pointer, here));
    }
    if (here["openingHours"] !== undefined) text ??= { pointer: pointerTo(pointer, "openingHours"), value: here };
    for (const key of Object.keys(value)) {
      if (!LISTS.includes(key)) visit((value as LooseObject)[key], pointerTo(pointer, key), depth + 1);
    }
  };
  visit(data, "", 0);
  const parts = places[0] ?? loose;
  if (parts.length === 0 && problems.length === 0) {
    problems.push(
      text === undefined
        ? schemaOrgProblem("E_SCHEMA_ORG_NONE", "", data)
        : schemaOrgProblem("E_SCHEMA_ORG_TEXT", text.pointer, text.value["openingHours"]),
    );
  }
  return { parts, problems };
}

function isSpecification(here: LooseObject): boolean {
  const types = [here["@type"]].flat();
  if (types.some((type) => typeof type === "string")) return types.some((type) => isType(type));
  return here["opens"] !== undefined || here["closes"] !== undefined || here["dayOfWeek"] !== undefined;
}

function isType(type: unknown): boolean {
  return typeof type === "string" && /(^|[/:])OpeningHoursSpecification$/.test(type);
}

function partsAt(value: unknown, pointer: string, problems: DataImportProblem[]): readonly SchemaOrgPart[] {
  if (value === undefined) return [];
  const items = Array.isArray(value) ? listIn(value) : [value];
  return items.flatMap((item, i) => {
    const at = Array.isArray(value) ? pointerTo(pointer, i) : pointer;
    if (typeof item === "object" && item !== null && !Array.isArray(item))
      return [{ pointer: at, value: objectIn(item) }];
    problems.push(schemaOrgProblem("E_SCHEMA_ORG_SHAPE", at, item, quote(item)));
    return [];
  });
}
