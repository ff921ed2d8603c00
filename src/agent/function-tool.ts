import type { Request } from "../resolve/request.ts";
import type { Resolution } from "../resolve/resolution.ts";
import type { Answers, Serving } from "./answers.ts";
import { type FunctionParameters, parametersOf, transferFunction } from "./transfer-functions.ts";

/** A function that may be offered to an agent, in no one's format; see `anthropicTool` and its like for those. */
export interface FunctionTool {
  /** `handoff_<name>`, fit for every maker's rules. */
  readonly name: string;
  /** The handoff's description. Nothing of its instructions is ever in it. */
  readonly description: string;
  /** The input parameters of the chosen queue's system transfer function. */
  readonly parameters: FunctionParameters;
}

/** None while the handoff is unavailable: what is not offered cannot be called. */
export function functionTool(
  { configuration }: Pick<Answers, "configuration">,
  serving: Pick<Serving, "configuration">,
  resolution: Resolution,
): FunctionTool | undefined {
  if (!resolution.available) return undefined;
  const transfer = transferFunction(serving.configuration, resolution.transfer_function_name);
  return {
    name: resolution.function_name,
    description: configuration.description,
    parameters: parametersOf(transfer),
  };
}

/** In the order of the handoffs. */
export function toolsOf(
  handoffs: readonly { tool(request: Request): FunctionTool | undefined }[],
  request: Request,
): readonly FunctionTool[] {
  return handoffs.map((handoff) => handoff.tool(request)).filter((tool) => tool !== undefined);
}
