import { type LooseObject, listIn, objectIn } from "../config/loose.ts";
import { pointerTo } from "../config/pointer.ts";
import { rejectsNull } from "./left-out.ts";
import type { FunctionParameters } from "./transfer-functions.ts";

/** Something in parameters that OpenAI's strict mode cannot say. */
export interface StrictObstacle {
  /** JSON pointer (RFC 6901) into the parameters. */
  readonly pointer: string;
  readonly reason: string;
}

/** Keywords that strict mode reads, https://platform.openai.com/docs/guides/structured-outputs, seen in 2026-11. */
const KEYWORDS: ReadonlySet<string> = new Set([
  ...["type", "title", "description", "enum", "const", "anyOf", "$ref", "$defs", "definitions"],
  ...["properties", "required", "additionalProperties", "items", "minItems", "maxItems"],
  ...["minLength", "maxLength", "pattern", "format"],
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
]);

const FORMATS: ReadonlySet<unknown> = new Set([
  ...["date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"],
]);

/** A schema that says any of these says what type it takes. */
const TELLS_TYPE = ["type", "enum", "const", "anyOf", "$ref"];

const MOST_LEVELS = 10;
const MOST_PROPERTIES = 5000;

export type StrictParameters =
  | { readonly parameters: FunctionParameters }
  | { readonly obstacles: readonly StrictObstacle[] };

/**
 * Parameters as strict mode wants them, where that loses nothing: every object has `additionalProperties: false` already,
 * and what is optional takes null instead, which counts as left out when the function is called.
 */
export function strictParameters(parameters: FunctionParameters): StrictParameters {
  const strict = new StrictSchema();
  const converted = strict.of("", parameters, 1, true);
  if (strict.properties > MOST_PROPERTIES) strict.refuse("", `more than ${MOST_PROPERTIES} properties`);
  return strict.obstacles.length > 0
    ? { obstacles: strict.obstacles }
    : { parameters: converted as FunctionParameters };
}

class StrictSchema {
  readonly obstacles: StrictObstacle[] = [];
  properties = 0;

  refuse(pointer: string, reason: string): void {
    this.obstacles.push({ pointer, reason });
  }

  /** `isReached`: arguments are looked through here for what is null in place of being left out. */
  of(at: string, given: unknown, level: number, isReached: boolean): unknown {
    if (typeof given === "boolean") {
      this.refuse(at, "no type");
      return given;
    }
    const schema = objectIn(given);
    if (level > MOST_LEVELS) {
      this.refuse(at, `nested more than ${MOST_LEVELS} levels deep`);
      return schema;
    }
    this.#checkKeywords(at, schema);
    const result: { [keyword: string]: unknown } = { ...schema };
    if (schema["items"] !== undefined) {
      result["items"] = this.of(pointerTo(at, "items"), schema["items"], level + 1, isReached);
    }
    if (Array.isArray(schema["anyOf"])) {
      result["anyOf"] = schema["anyOf"].map((inner, i) => this.of(`${at}/anyOf/${i}`, inner, level, false));
    }
    for (const keyword of ["$defs", "definitions"]) {
      if (schema[keyword] !== undefined)
        result[keyword] = this.#each(pointerTo(at, keyword), schema[keyword], 1, false);
    }
    if (isObjectSchema(schema)) this.#closeObject(at, schema, result, level, isReached);
    return result;
  }

  #checkKeywords(at: string, schema: LooseObject): void {
    for (const keyword of Object.keys(schema)) {
      if (!KEYWORDS.has(keyword)) this.refuse(pointerTo(at, keyword), `\`${keyword}\` is not read`);
    }
    const { format, type, items, $ref } = schema;
    if (format !== undefined && !FORMATS.has(format)) this.refuse(pointerTo(at, "format"), "a format that is not read");
    if (!TELLS_TYPE.some((keyword) => schema[keyword] !== undefined)) this.refuse(at, "no type");
    if ($ref !== undefined && Object.keys(schema).length > 1) this.refuse(at, "something beside `$ref`");
    if (items === undefined && (type === "array" || listIn(type).includes("array")))
      this.refuse(at, "a list of anything");
  }

  #closeObject(
    at: string,
    schema: LooseObject,
    result: { [keyword: string]: unknown },
    level: number,
    isReached: boolean,
  ): void {
    if (schema["additionalProperties"] !== false) this.refuse(at, "further properties are allowed");
    const names = Object.keys(objectIn(schema["properties"]));
    const required = listIn(schema["required"]);
    for (const name of required) if (!names.includes(String(name))) this.refuse(at, `\`${name}\` is not described`);
    const properties = this.#each(pointerTo(at, "properties"), schema["properties"], level + 1, isReached);
    for (const name of names) {
      if (required.includes(name)) continue;
      const own = objectIn(properties[name]);
      if (isReached && rejectsNull(own) && own["anyOf"] === undefined) properties[name] = nullable(own);
      else this.refuse(pointerTo(pointerTo(at, "properties"), name), "optional, and null would not be the same");
    }
    this.properties += names.length;
    result["properties"] = properties;
    result["required"] = names;
  }

  #each(at: string, schemas: unknown, level: number, isReached: boolean): { [name: string]: unknown } {
    return Object.fromEntries(
      Object.entries(objectIn(schemas)).map(([name, schema]) => {
        return [name, this.of(pointerTo(at, name), schema, level, isReached)];
      }),
    );
  }
}

function isObjectSchema({ type, properties }: LooseObject): boolean {
  return type === "object" || listIn(type).includes("object") || properties !== undefined;
}

/** The same, or null. */
function nullable(schema: LooseObject): object {
  const { type, enum: values, const: only, ...rest } = schema;
  return {
    ...rest,
    ...(type !== undefined && { type: [...(Array.isArray(type) ? type : [type]), "null"] }),
    ...(values !== undefined && { enum: [...listIn(values), null] }),
    ...(only !== undefined && { enum: [only, null] }),
  };
}
