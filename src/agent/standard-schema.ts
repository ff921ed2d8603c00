import { pointerKeys } from "../config/pointer.ts";
import { checkArguments } from "./check-arguments.ts";
import type { FunctionArguments } from "./read-arguments.ts";
import type { FunctionParameters } from "./transfer-functions.ts";

/** Parameters in the form of https://standardschema.dev, with its JSON Schema: for libraries that take any schema. */
export interface StandardSchema {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "handoff-engine";
    readonly types?: { readonly input: FunctionArguments; readonly output: FunctionArguments } | undefined;
    readonly validate: (value: unknown) => StandardResult;
    readonly jsonSchema: { readonly input: JsonSchemaFor; readonly output: JsonSchemaFor };
  };
}

/** What checking a value gives: the arguments, or what is wrong with each place of them. */
export type StandardResult =
  | { readonly value: FunctionArguments; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string; readonly path: readonly string[] }[] };

/** A copy of the JSON Schema. Throws a RangeError for a target that is no draft of it. */
export type JsonSchemaFor = (options: { readonly target: string }) => { [keyword: string]: unknown };

export function standardSchema(parameters: FunctionParameters): StandardSchema {
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
