import { FUNCTION_NAME, functionName, MAX_FUNCTION_NAME } from "./function-name.ts";
import { objectIn, textIn } from "./loose.ts";
import { pointerTo } from "./pointer.ts";
import { type Problem, problem } from "./problem.ts";
import { quoteName } from "./quote.ts";

/** Names of one list (`handoffs`, say) that are the same, or that no reader could tell apart. */
export function uniqueNameProblems(list: string, noun: string, items: readonly unknown[]): readonly Problem[] {
  const found: Problem[] = [];
  const seen = new Map<string, number>();
  items.forEach((item, i) => {
    const name = nameOf(item);
    if (name === "") return;
    const folded = foldedName(name);
    const first = seen.get(folded);
    if (first === undefined) {
      seen.set(folded, i);
      return;
    }
    const pointer = `/${list}/${i}/name`;
    const other = nameOf(items[first]);
    if (other === name) {
      found.push(problem("E_DUP_NAME", pointer, name, noun, quoteName(name), `/${list}/${first}/name`));
    } else found.push(problem("E_DUP_NAME_FOLD", pointer, name, noun, quoteName(name), quoteName(other)));
  });
  return found;
}

function nameOf(item: unknown): string {
  return textIn(objectIn(item)["name"]) ?? "";
}

/** Words of printable ASCII with one space between them are folded by their capitals alone. */
const PLAIN_WORDS = /^[!-~]+(?: [!-~]+)*$/;

/** Equal for names that no reader could tell apart. */
function foldedName(name: string): string {
  if (PLAIN_WORDS.test(name)) return name.toLowerCase();
  return name.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}

/** The functions that handoffs make: each has one, of its own. */
export function functionNameProblems(
  handoffs: readonly unknown[],
  transfers: Pick<ReadonlySet<string>, "has">,
): readonly Problem[] {
  const found: Problem[] = [];
  const owners = new Map<string, number>();
  handoffs.forEach((item, h) => {
    const name = nameOf(item);
    const explicit = functionNameOf(item);
    // A missing or blank name is reported as such, and so is a malformed function name.
    if (explicit === undefined ? name.trim() === "" : !FUNCTION_NAME.test(explicit)) return;
    const made = explicit ?? functionName(name);
    const owner = owners.get(made);
    if (owner === undefined) owners.set(made, h);
    const pointer = () => pointerTo(`/handoffs/${h}`, explicit === undefined ? "name" : "function_name");
    if (made === "handoff_") found.push(problem("E_SLUG_EMPTY", pointer(), name, quoteName(name)));
    else if (made.length > MAX_FUNCTION_NAME) found.push(problem("E_SLUG_LONG", pointer(), name, quoteName(made)));
    else if (transfers.has(made)) found.push(problem("E_SLUG_RESERVED", pointer(), made, quoteName(made)));
    else if (owner !== undefined && !isSameName(handoffs[owner], item)) {
      const other = nameOf(handoffs[owner]) || `/handoffs/${owner}/function_name`;
      found.push(problem("E_SLUG_CLASH", pointer(), made, quoteName(made), quoteName(other)));
    }
  });
  return found;
}

function functionNameOf(item: unknown): string | undefined {
  return textIn(objectIn(item)["function_name"]);
}

/** Names that are the same make the same function; they are reported as names, once. */
function isSameName(a: unknown, b: unknown): boolean {
  const areDerived = functionNameOf(a) === undefined && functionNameOf(b) === undefined;
  return areDerived && foldedName(nameOf(a)) === foldedName(nameOf(b));
}
