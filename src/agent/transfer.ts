import type { Available } from "../resolve/resolution.ts";
import type { At, TransferRequest } from "./agent-request.ts";
import type { Answers, Serving } from "./answers.ts";
import type { ArgumentProblem } from "./argument-problem.ts";
import { type Briefing, briefingFrom } from "./briefing.ts";
import { checkArguments } from "./check-arguments.ts";
import { factsOf } from "./facts.ts";
import { checkHold, type Hold, heldSince, type NoHold } from "./hold.ts";
import type { FunctionArguments } from "./read-arguments.ts";
import { type RefusalReason, refusalReason } from "./refusal-reason.ts";
import { parametersOf, transferFunction } from "./transfer-functions.ts";

/** Do it: call the system transfer function. */
export interface TransferDirective {
  readonly outcome: "transfer";
  readonly handoff: string;
  readonly function_name: string;
  readonly queue: string;
  readonly transfer_function_name: string;
  /** As the agent gave them, checked against the function's schema. */
  readonly arguments: FunctionArguments;
  /** As they are configured. */
  readonly set_variables: { readonly [variable: string]: unknown };
  /** The instant at which it was decided, epoch milliseconds. */
  readonly at: number;
  /** Given when the handoff is available no longer, but was when the conversation was told so. */
  readonly hold: Hold | undefined;
}

/** Do not: no queue takes the conversation now. What the agent says instead is in the briefing. */
export interface TransferRefusal {
  readonly outcome: "unavailable";
  readonly handoff: string;
  readonly function_name: string;
  readonly reason: RefusalReason;
  /** Of the unavailable state: its instructions, and when the handoff is open again. */
  readonly briefing: Briefing;
}

/** Not yet: the agent may call again with other arguments. */
export interface ArgumentsRefused {
  readonly outcome: "wrong_arguments";
  readonly handoff: string;
  readonly function_name: string;
  readonly problems: readonly ArgumentProblem[];
}

/** Told apart by `outcome`. */
export type TransferResult = TransferDirective | TransferRefusal | ArgumentsRefused;

/** Decides anew, at this instant, whatever was offered before. */
export function transferTo(
  answers: Answers,
  serving: Serving,
  request: At<TransferRequest>,
  given: unknown,
): TransferResult {
  checkHold(request);
  const now = answers.resolve(request);
  if (now.available) return directive(serving, request.at, now, given, undefined);
  const held = heldSince(answers, request);
  if (typeof held === "object") return directive(serving, request.at, held.resolution, given, held.hold);
  return refusal(answers, serving, request, held);
}

function directive(
  { configuration }: Serving,
  at: number,
  { handoff, function_name, queue, transfer_function_name }: Available,
  given: unknown,
  hold: Hold | undefined,
): TransferDirective | ArgumentsRefused {
  const transfer = transferFunction(configuration, transfer_function_name);
  const checked = checkArguments(given, parametersOf(transfer));
  if ("problems" in checked) {
    return { outcome: "wrong_arguments", handoff, function_name, problems: checked.problems };
  }
  return {
    outcome: "transfer",
    handoff,
    function_name,
    queue,
    transfer_function_name,
    arguments: checked.arguments,
    set_variables: transfer.set_variables ?? {},
    at,
    hold,
  };
}

function refusal(
  answers: Answers,
  serving: Serving,
  request: At<TransferRequest>,
  noHold: NoHold | undefined,
): TransferRefusal {
  const known = factsOf(answers, serving, request);
  return {
    outcome: "unavailable",
    handoff: answers.name,
    function_name: answers.functionName,
    reason: refusalReason(answers, request, known.clocks, noHold),
    briefing: briefingFrom(known, answers, serving, request),
  };
}
