import { FUNCTION_NAME, functionName, MAX_FUNCTION_NAME } from "./function-name.ts";
import { objectIn, textIn } from "./loose.ts";
import { pointerTo } from "./pointer.ts";
import { type Problem, problem } from "./problem.ts";
import { quoteName } from "./quote.ts";

/** Names of one list (`handoffs`, say) that are the same, or that no reader could tell apart. */
export function uniqueNameProblems(list: string, noun: string, items: readonly unknown[]): readonly Problem[] {
  const found: Problem[] = [];
  const seen = new Map<string, { readonly name: string; readonly pointer: string }>();
  items.forEach((item, i) => {
    const name = textIn(objectIn(item)["name"]);
    if (name === undefined || name === "") return;
    const pointer = `/${list}/${i}/name`;
    const folded = foldedName(name);
    const first = seen.get(folded);
    if (first === undefined) seen.set(folded, { name, pointer });
    else if (first.name === name)
      found.push(problem("E_DUP_NAME", pointer, name, noun, quoteName(name), first.pointer));
    else found.push(problem("E_DUP_NAME_FOLD", pointer, name, noun, quoteName(name), quoteName(first.name)));
  });
  return found;
}

/** Equal for names that no reader could tell apart. */
function foldedName(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}

interface Owner {
  readonly name: string;
  readonly pointer: string;
  readonly derived: boolean;
}

/** The functions that handoffs make: each has one, of its own. */
export function functionNameProblems(handoffs: readonly unknown[], transfers: ReadonlySet<string>): readonly Problem[] {
  const found: Problem[] = [];
  const owners = new Map<string, Owner>();
  handoffs.forEach((item, i) => {
    const handoff = objectIn(item);
    const name = textIn(handoff["name"]) ?? "";
    const explicit = textIn(handoff["function_name"]);
    // A missing or blank name is reported as such, and so is a malformed function name.
    if (explicit === undefined ? name.trim() === "" : !FUNCTION_NAME.test(explicit)) return;
    const pointer = pointerTo(`/handoffs/${i}`, explicit === undefined ? "name" : "function_name");
    const made = explicit ?? functionName(name);
    const own: Owner = { name, pointer, derived: explicit === undefined };
    const owner = owners.get(made);
    if (made === "handoff_") found.push(problem("E_SLUG_EMPTY", pointer, name, quoteName(name)));
    else if (made.length > MAX_FUNCTION_NAME) found.push(problem("E_SLUG_LONG", pointer, name, quoteName(made)));
    else if (transfers.has(made)) found.push(problem("E_SLUG_RESERVED", pointer, made, quoteName(made)));
    else if (owner !== undefined && !isSameName(owner, own)) {
      found.push(problem("E_SLUG_CLASH", pointer, made, quoteName(made), quoteName(owner.name || owner.pointer)));
    }
    if (owner === undefined) owners.set(made, own);
  });
  return found;
}

/** Names that are the same make the same function; they are reported as names, once. */
function isSameName(a: Owner, b: Owner): boolean {
  return a.derived && b.derived && foldedName(a.name) === foldedName(b.name);
}
