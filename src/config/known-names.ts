import { listIn, objectIn, textIn } from "./loose.ts";
import { nearest } from "./nearest.ts";
import { didYouMean, type Problem, problem } from "./problem.ts";
import { quoteName } from "./quote.ts";

/** A hint costs a look at every known name, so a document full of wrong ones gets this many. */
const MOST_HINTS = 100;

/** The names in a list, read when the first is asked for. */
export class KnownNames {
  readonly #list: unknown;
  #names: ReadonlySet<string> | undefined;
  #hints = 0;

  constructor(list: unknown) {
    this.#list = list;
  }

  has(name: string): boolean {
    this.#names ??= new Set(
      listIn(this.#list)
        .map((item) => textIn(objectIn(item)["name"]))
        .filter((name) => name !== undefined),
    );
    return this.#names.has(name);
  }

  /** Whether a name is not known. When the list itself is missing, that one problem is enough. */
  problems(code: "E_TRANSFER_UNKNOWN" | "E_HANDOFF_UNKNOWN", at: () => string, name: unknown): readonly Problem[] {
    if (typeof name !== "string" || !Array.isArray(this.#list) || this.has(name)) return [];
    const near = this.#hints++ < MOST_HINTS ? nearest(name, this.#names ?? []) : [];
    return [problem(code, at(), name, quoteName(name), didYouMean(near.map(quoteName)))];
  }
}
