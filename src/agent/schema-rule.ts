import { type LooseObject, objectIn } from "../config/loose.ts";
import { pointerKeys, valueAt } from "../config/pointer.ts";
import { SCHEMA_KEYWORDS } from "../config/schema-keywords.ts";
import type { FunctionParameters } from "./transfer-functions.ts";

/** Keywords whose schemas need not all fit: what is wrong inside is no problem by itself. */
const CHOICES: ReadonlySet<string> = new Set(["anyOf", "oneOf", "not", "contains", "propertyNames"]);

export interface Place {
  /** The schema that holds the keyword. */
  readonly schema: LooseObject;
  /** Whether a choice is on the way there. */
  readonly isWithinChoice: boolean;
}

/** Where an error stands in the schema: its location goes through references and is written as a URI. */
export function placeOf(parameters: FunctionParameters, location: string): Place {
  const keys = pointerOf(location);
  let schema: unknown = parameters;
  let isWithinChoice = false;
  for (let i = 0; i < keys.length - 1; i++) {
    const keyword = keys[i] as string;
    const held = objectIn(schema)[keyword];
    const kind = SCHEMA_KEYWORDS[keyword];
    isWithinChoice ||= CHOICES.has(keyword);
    if (kind === "reference") schema = valueAt(parameters, decodeURIComponent(String(held).slice(1)));
    else if (kind === "schema") schema = held;
    else {
      i++;
      schema = (held as LooseObject | undefined)?.[keys[i] as string];
    }
  }
  return { schema: objectIn(schema), isWithinChoice };
}

/** `#/a%20b` in the words of JSON pointers. */
export function pointerOf(location: string): readonly string[] {
  return pointerKeys(decodeURIComponent(location.slice(1)));
}
