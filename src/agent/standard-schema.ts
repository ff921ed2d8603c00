import { pointerKeys } from "../config/pointer.ts";
import { checkArguments } from "./check-arguments.ts";
import type { Arguments } from "./read-arguments.ts";
import type { Parameters } from "./transfer-functions.ts";

/** Parameters in the form of https://standardschema.dev, with its JSON Schema: for libraries that take any schema. */
export interface StandardSchema {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "handoff-engine";
    readonly types?: { readonly input: Arguments; readonly output: Arguments } | undefined;
    readonly validate: (value: unknown) => StandardResult;
    readonly jsonSchema: { readonly input: JsonSchemaFor; readonly output: JsonSchemaFor };
  };
}

export type StandardResult =
  | { readonly value: Arguments; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string; readonly path: readonly string[] }[] };

export type JsonSchemaFor = (options: { readonly target: string }) => { [keyword: string]: unknown };

export function standardSchema(parameters: Parameters): StandardSchema {
  // A copy each time: whoever asks may change it.
  const jsonSchema: JsonSchemaFor = ({ target }) => {
    if (target.startsWith("draft-")) return structuredClone(parameters) as { [keyword: string]: unknown };
    throw new RangeError(`parameters are JSON Schema, not \`${target}\``);
  };
  const validate = (value: unknown): StandardResult => {
    const checked = checkArguments(value, parameters);
    if ("arguments" in checked) return { value: checked.arguments };
    return { issues: checked.problems.map(({ message, pointer }) => ({ message, path: pointerKeys(pointer) })) };
  };
  return {
    "~standard": {
      version: 1,
      vendor: "handoff-engine",
      validate,
      jsonSchema: { input: jsonSchema, output: jsonSchema },
    },
  };
}
