import { pointerTo } from "./pointer.ts";
import { PHRASES, type Problem, problem } from "./problem.ts";
import { quoteName } from "./quote.ts";

/** Deeper than any configuration; JSON Schemas of transfer functions need the most. */
const MAX_DEPTH = 64;

/** Where a copy is at: the keys and the objects from the root to here. Pointers are made only for problems. */
interface Trail {
  readonly problems: Problem[];
  readonly keys: (string | number)[];
  readonly holders: object[];
}

/**
 * A frozen copy of what the caller gave, of plain data alone. Validation and compilation read the copy, so getters, proxies
 * and later changes of the original cannot make one see what the other did not. What JSON cannot hold becomes a problem,
 * and null in the copy.
 */
export function plainCopy(given: unknown, problems: Problem[]): unknown {
  return copyOf(given, { problems, keys: [], holders: [] });
}

function copyOf(value: unknown, trail: Trail): unknown {
  switch (typeof value) {
    case "string":
      if (!value.isWellFormed()) trail.problems.push(problem("E_UTF16", pointerOf(trail), value));
      return value;
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value : refuse(trail, value, String(value));
    case "object":
      return value === null ? null : copyOfHolder(value, trail);
    default:
      return refuse(trail, value, value === undefined ? "undefined" : `a ${typeof value}`);
  }
}

function copyOfHolder(value: object, trail: Trail): unknown {
  const { problems, holders, keys } = trail;
  if (holders.includes(value)) {
    problems.push(problem("E_CYCLE", pointerOf(trail), null));
    return null;
  }
  if (holders.length >= MAX_DEPTH) {
    problems.push(problem("E_DEPTH", pointerOf(trail), null, MAX_DEPTH));
    return null;
  }
  const depth = keys.length;
  holders.push(value);
  try {
    return Object.freeze(Array.isArray(value) ? copyOfList(value, trail) : copyOfObject(value, trail));
  } catch {
    // A getter or a proxy of the caller's: whatever it throws says nothing about the configuration.
    keys.length = depth;
    return refuse(trail, null, PHRASES.unreadable);
  } finally {
    holders.length = depth;
  }
}

function copyOfList(value: readonly unknown[], trail: Trail): readonly unknown[] {
  const list: unknown[] = [];
  for (let i = 0; i < value.length; i++) {
    trail.keys.push(i);
    list.push(copyOf(value[i], trail));
    trail.keys.pop();
  }
  return list;
}

function copyOfObject(value: object, trail: Trail): object | null {
  const prototype: unknown = Object.getPrototypeOf(value);
  // Plain objects of another realm have a prototype that is not ours, whose own prototype is null.
  if (prototype !== null && prototype !== Object.prototype && Object.getPrototypeOf(prototype) !== null) {
    refuse(trail, null, PHRASES.ofClass(quoteName(className(value))));
    return null;
  }
  const copy: { [key: string]: unknown } = {};
  for (const key of Object.keys(value)) {
    const member = (value as { readonly [key: string]: unknown })[key];
    if (member === undefined) continue;
    trail.keys.push(key);
    if (key.isWellFormed()) put(copy, key, copyOf(member, trail));
    else trail.problems.push(problem("E_UTF16", pointerOf(trail), key));
    trail.keys.pop();
  }
  return copy;
}

function put(copy: { [key: string]: unknown }, key: string, value: unknown): void {
  // Assignment to this one key would set the prototype instead.
  if (key === "__proto__") Object.defineProperty(copy, key, { value, enumerable: true, configurable: true });
  else copy[key] = value;
}

function refuse({ problems, keys }: Trail, value: unknown, what: string): null {
  problems.push(problem("E_NOT_JSON", pointerOf({ keys }), value, what));
  return null;
}

function pointerOf({ keys }: Pick<Trail, "keys">): string {
  return keys.reduce<string>(pointerTo, "");
}

function className(value: object): string {
  const name: unknown = value.constructor?.name;
  return typeof name === "string" && name !== "" ? name : "?";
}
