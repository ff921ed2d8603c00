import { pointerTo } from "./pointer.ts";
import { type Problem, problem } from "./problem.ts";

/** Deeper than any configuration; JSON Schemas of transfer functions need the most. */
const MAX_DEPTH = 64;

/**
 * A frozen copy of what the caller gave, of plain data alone. Validation and compilation read the copy, so getters, proxies
 * and later changes of the original cannot make one see what the other did not. What JSON cannot hold becomes a problem.
 */
export function plainCopy(value: unknown, problems: Problem[], pointer = "", depth = 0): unknown {
  if (typeof value !== "object" || value === null) {
    if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    problems.push(problem("E_NOT_JSON", pointer, value, notJson(value)));
    return null;
  }
  if (depth >= MAX_DEPTH) {
    problems.push(problem("E_DEPTH", pointer, null, MAX_DEPTH));
    return null;
  }
  if (Array.isArray(value)) {
    const copy: unknown[] = [];
    for (let i = 0; i < value.length; i++) copy.push(plainCopy(value[i], problems, `${pointer}/${i}`, depth + 1));
    return Object.freeze(copy);
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  // Plain objects of another realm have a prototype that is not ours, whose own prototype is null.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    problems.push(problem("E_NOT_JSON", pointer, String(value.constructor?.name), `a ${value.constructor?.name}`));
    return null;
  }
  const copy: { [key: string]: unknown } = {};
  for (const key of Object.keys(value)) {
    const member = (value as { readonly [key: string]: unknown })[key];
    if (member === undefined) continue;
    const copied = plainCopy(member, problems, pointerTo(pointer, key), depth + 1);
    // Assignment to this one key would set the prototype instead.
    if (key === "__proto__") Object.defineProperty(copy, key, { value: copied, enumerable: true, configurable: true });
    else copy[key] = copied;
  }
  return Object.freeze(copy);
}

function notJson(value: unknown): string {
  if (typeof value === "number" || value === undefined) return String(value);
  return `a ${typeof value}`;
}
