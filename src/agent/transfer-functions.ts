import type { Configuration, TransferFunctionConfiguration } from "../config/types.ts";

/** JSON Schema of an object: the arguments of a function. */
export type FunctionParameters = { readonly type: "object"; readonly [keyword: string]: unknown };

/** Of a transfer function that takes none. */
const NO_PARAMETERS: FunctionParameters = Object.freeze({
  type: "object",
  properties: Object.freeze({}),
  required: Object.freeze([]),
  additionalProperties: false,
});

type Listed = Configuration["transfer_functions"];

const byName = new WeakMap<Listed, ReadonlyMap<string, TransferFunctionConfiguration>>();

/** The system transfer function that a queue names: the door has checked that it exists. */
export function transferFunction(
  { transfer_functions: listed }: Configuration,
  name: string,
): TransferFunctionConfiguration {
  let known = byName.get(listed);
  if (known === undefined) {
    known = new Map(listed.map((transfer) => [transfer.name, transfer]));
    byName.set(listed, known);
  }
  return known.get(name) as TransferFunctionConfiguration;
}

export function parametersOf({ input_parameters }: TransferFunctionConfiguration): FunctionParameters {
  return (input_parameters as FunctionParameters | undefined) ?? NO_PARAMETERS;
}
