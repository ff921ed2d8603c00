import { type OutputUnit, type Schema, Validator } from "@cfworker/json-schema";
import type { FunctionParameters } from "./transfer-functions.ts";

export type SchemaError = Pick<OutputUnit, "keyword" | "keywordLocation" | "instanceLocation">;

/** By the schema, which is frozen: the validator notes things in its own copy. Made when first needed. */
const validators = new WeakMap<FunctionParameters, Validator>();

/**
 * Every error that JSON Schema 2020-12 finds in a value, of the schemas that hold others as well. Interpreted, not
 * compiled: nothing is evaluated. Throws a RangeError for a value that is nested too deeply.
 */
export function schemaErrors(parameters: FunctionParameters, value: unknown): readonly SchemaError[] {
  let validator = validators.get(parameters);
  if (validator === undefined) {
    validator = new Validator(structuredClone(parameters) as Schema, "2020-12", false);
    validators.set(parameters, validator);
  }
  return validator.validate(value).errors;
}
