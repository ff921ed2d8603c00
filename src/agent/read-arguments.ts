import { PHRASES } from "../config/problem.ts";
import { quote } from "../config/quote.ts";
import { type ArgumentProblem, argumentProblem } from "./argument-problem.ts";

/** The arguments of a call by name: plain data. */
export interface FunctionArguments {
  readonly [name: string]: unknown;
}

/** As JSON: more than any transfer needs, and little enough that no schema takes long. */
const MOST_CHARACTERS = 32_768;

export type ReadArguments = { readonly value: FunctionArguments } | { readonly problem: ArgumentProblem };

/**
 * A copy of the arguments as plain data. Makers hand them over as an object or as JSON text; none at all, and a text
 * without anything in it, are no arguments.
 */
export function readArguments(given: unknown): ReadArguments {
  const value = given ?? {};
  let text: string | undefined;
  let read: unknown;
  try {
    text = typeof value === "string" ? value : JSON.stringify(value);
    if (text !== undefined && text.length > MOST_CHARACTERS) {
      return { problem: argumentProblem("E_ARGUMENTS_SIZE", "", text, text.length, MOST_CHARACTERS) };
    }
    read = text?.trim() === "" ? {} : JSON.parse(text ?? "");
  } catch {
    return { problem: argumentProblem("E_ARGUMENTS_JSON", "", text ?? typeof value) };
  }
  if (typeof read === "object" && read !== null && !Array.isArray(read)) return { value: read as FunctionArguments };
  return { problem: argumentProblem("E_ARGUMENT_TYPE", "", read, PHRASES.types.object, quote(read)) };
}
