import { functionName } from "./function-name.ts";
import { type LooseObject, objectIn, textIn } from "./loose.ts";
import { nearest } from "./nearest.ts";
import { placeholderProblems, strayPlaceholderProblems } from "./placeholders.ts";
import { pointerTo } from "./pointer.ts";
import { didYouMean, joined, NO_PROBLEMS, PHRASES, type Problem, problem } from "./problem.ts";
import { quoteName } from "./quote.ts";

const BLOCKS = ["agent_available_instructions", "agent_unavailable_instructions"] as const;

const MENTION = /(?<![A-Za-z0-9_])handoff_[A-Za-z0-9_]+/g;

/** A hint costs a look at every function, so a document full of wrong ones gets this many. */
const MOST_HINTS = 100;

interface KnownFunctions {
  /** The handoff of each function. */
  readonly owners: ReadonlyMap<string, string>;
  /** The function of each handoff. */
  readonly made: ReadonlyMap<unknown, string>;
}

/** What instructions promise: placeholders that can be filled in, and functions that exist and are the agent's to call. */
export class InstructionMeaning {
  readonly #handoffs: readonly unknown[];
  /** Read when a function is mentioned that is not the handoff's own. */
  #known: KnownFunctions | undefined;
  #hints = 0;

  constructor(handoffs: readonly unknown[]) {
    this.#handoffs = handoffs;
  }

  handoffProblems(at: () => string, handoff: LooseObject): readonly Problem[] {
    const own = () => [functionNameIn(handoff)];
    let found = NO_PROBLEMS;
    for (const field of BLOCKS) {
      const text = textIn(handoff[field]) ?? "";
      found = joined(found, placeholderProblems(at, field, text));
      found = joined(found, this.#mentionProblems(at, field, text, own));
    }
    const description = textIn(handoff["description"]) ?? "";
    return joined(found, strayPlaceholderProblems(at, "description", description));
  }

  /** Of a topic or a task, whose instructions may mention the functions of the handoffs it names. */
  useProblems(at: () => string, use: LooseObject, names: readonly unknown[]): readonly Problem[] {
    const text = textIn(use["instructions"]) ?? "";
    return [
      ...strayPlaceholderProblems(at, "instructions", text),
      ...this.#mentionProblems(at, "instructions", text, () => names.map((name) => this.#functions().made.get(name))),
    ];
  }

  /** `own`: the functions that the text may mention. */
  #mentionProblems(
    at: () => string,
    field: string,
    text: string,
    own: () => readonly (string | undefined)[],
  ): readonly Problem[] {
    const mentioned = text.includes("handoff_") ? text.match(MENTION) : null;
    if (mentioned === null) return NO_PROBLEMS;
    const allowed = own().filter((name) => name !== undefined);
    const wrong = mentioned.filter((name) => !allowed.includes(name));
    if (wrong.length === 0) return NO_PROBLEMS;
    return [...new Set(wrong)].map((name) => {
      const { owners } = this.#functions();
      const owner = owners.get(name);
      const what = owner === undefined ? PHRASES.ofNoHandoff : PHRASES.ofHandoff(quoteName(owner));
      const candidates = owner === undefined ? [...allowed, ...owners.keys()] : allowed;
      const near = this.#hints++ < MOST_HINTS ? nearest(name, candidates) : [];
      const hint = didYouMean(near.map(quoteName));
      return problem("W_PROXY_REF", pointerTo(at(), field), name, quoteName(name), what, hint);
    });
  }

  #functions(): KnownFunctions {
    this.#known ??= readFunctions(this.#handoffs);
    return this.#known;
  }
}

function readFunctions(handoffs: readonly unknown[]): KnownFunctions {
  const owners = new Map<string, string>();
  const made = new Map<unknown, string>();
  for (const handoff of handoffs) {
    const functionOf = functionNameIn(handoff);
    if (functionOf === undefined) continue;
    const name = textIn(objectIn(handoff)["name"]) ?? "";
    owners.set(functionOf, name);
    made.set(name, functionOf);
  }
  return { owners, made };
}

/** The function of a handoff as it was given; undefined when it has no name to make one of. */
function functionNameIn(handoff: unknown): string | undefined {
  const { function_name, name } = objectIn(handoff);
  return textIn(function_name) ?? (typeof name === "string" ? functionName(name) : undefined);
}
