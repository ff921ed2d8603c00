import { quote } from "../config/quote.ts";
import { type ArgumentProblem, argumentProblem } from "./argument-problem.ts";
import { withoutLeftOut } from "./left-out.ts";
import { type FunctionArguments, readArguments } from "./read-arguments.ts";
import { type SchemaError, schemaErrors } from "./schema-errors.ts";
import { schemaProblems } from "./schema-problems.ts";
import type { FunctionParameters } from "./transfer-functions.ts";

export type CheckedArguments =
  | { readonly arguments: FunctionArguments }
  /** At least one, at most a hundred. */
  | { readonly problems: readonly ArgumentProblem[] };

/** An agent that has got so many wrong does better with the schema. */
const MOST_PROBLEMS = 100;

/** The arguments of a call as plain data, or what is wrong with them. Never throws. */
export function checkArguments(given: unknown, parameters: FunctionParameters): CheckedArguments {
  const read = readArguments(given);
  if ("problem" in read) return { problems: [read.problem] };
  const value = withoutLeftOut(read.value, parameters) as FunctionArguments;
  let errors: readonly SchemaError[];
  try {
    errors = schemaErrors(parameters, value);
  } catch {
    // The door has read the schema, so it is the value that the stack does not hold.
    return { problems: [argumentProblem("E_ARGUMENTS_DEPTH", "", value)] };
  }
  if (errors.length === 0) return { arguments: value };
  const problems = schemaProblems(errors, parameters, value).slice(0, MOST_PROBLEMS);
  if (problems.length > 0) return { problems };
  return { problems: [argumentProblem("E_ARGUMENT_RULE", "", value, quote(value), `\`${errors[0]?.keyword}\``)] };
}
