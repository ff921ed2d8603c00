import { pointerTo } from "./pointer.ts";
import { type Problem, problem } from "./problem.ts";
import { quoteName } from "./quote.ts";

/** Deeper than any configuration; JSON Schemas of transfer functions need the most. */
const MAX_DEPTH = 64;

/**
 * A frozen copy of what the caller gave, of plain data alone. Validation and compilation read the copy, so getters, proxies
 * and later changes of the original cannot make one see what the other did not. What JSON cannot hold becomes a problem,
 * and null in the copy.
 */
export function plainCopy(given: unknown, problems: Problem[]): unknown {
  return copyOf(given, problems, "", []);
}

function copyOf(value: unknown, problems: Problem[], pointer: string, holders: readonly object[]): unknown {
  if (typeof value === "string" && !value.isWellFormed()) problems.push(problem("E_UTF16", pointer, value));
  if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (typeof value !== "object") {
    const what = typeof value === "number" || value === undefined ? String(value) : `a ${typeof value}`;
    problems.push(problem("E_NOT_JSON", pointer, value, what));
    return null;
  }
  if (holders.includes(value)) {
    problems.push(problem("E_CYCLE", pointer, null));
    return null;
  }
  if (holders.length >= MAX_DEPTH) {
    problems.push(problem("E_DEPTH", pointer, null, MAX_DEPTH));
    return null;
  }
  try {
    return Object.freeze(copyOfHolder(value, problems, pointer, [...holders, value]));
  } catch {
    // A getter or a proxy of the caller's: whatever it throws says nothing about the configuration.
    problems.push(problem("E_NOT_JSON", pointer, null, "an object that cannot be read without an exception"));
    return null;
  }
}

function copyOfHolder(value: object, problems: Problem[], pointer: string, holders: readonly object[]): unknown {
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    for (let i = 0; i < value.length; i++) list.push(copyOf(value[i], problems, `${pointer}/${i}`, holders));
    return list;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  // Plain objects of another realm have a prototype that is not ours, whose own prototype is null.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    problems.push(problem("E_NOT_JSON", pointer, null, `an object of the class ${quoteName(className(value))}`));
    return null;
  }
  const copy: { [key: string]: unknown } = {};
  for (const key of Object.keys(value)) {
    const member = (value as { readonly [key: string]: unknown })[key];
    if (member === undefined) continue;
    const at = pointerTo(pointer, key);
    if (!key.isWellFormed()) {
      problems.push(problem("E_UTF16", at, key));
      continue;
    }
    const copied = copyOf(member, problems, at, holders);
    // Assignment to this one key would set the prototype instead.
    if (key === "__proto__") Object.defineProperty(copy, key, { value: copied, enumerable: true, configurable: true });
    else copy[key] = copied;
  }
  return copy;
}

function className(value: object): string {
  const name: unknown = value.constructor?.name;
  return typeof name === "string" && name !== "" ? name : "?";
}
