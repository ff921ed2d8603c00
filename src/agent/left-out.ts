import { type LooseObject, listIn, objectIn } from "../config/loose.ts";

/**
 * Arguments without those that are null in place of being left out: models say so, and OpenAI's strict mode has no
 * other way. One that takes null, or is required, stays as it is.
 */
export function withoutLeftOut(value: unknown, schema: unknown): unknown {
  if (Array.isArray(value)) {
    const { items } = objectIn(schema);
    return items === undefined ? value : value.map((item) => withoutLeftOut(item, items));
  }
  if (typeof value !== "object" || value === null) return value;
  const { properties, required } = objectIn(schema);
  const known = objectIn(properties);
  const kept: [string, unknown][] = [];
  for (const [key, member] of Object.entries(value)) {
    const own = Object.hasOwn(known, key) ? known[key] : undefined;
    const isLeftOut = member === null && rejectsNull(own) && !listIn(required).includes(key);
    if (!isLeftOut) kept.push([key, own === undefined ? member : withoutLeftOut(member, own)]);
  }
  return Object.fromEntries(kept);
}

/** Whether a schema says by itself, without what it refers to, that it does not take null. */
export function rejectsNull(schema: unknown): boolean {
  const { type, enum: values, const: only }: LooseObject = objectIn(schema);
  return (
    (type !== undefined && type !== "null" && !listIn(type).includes("null")) ||
    (values !== undefined && !listIn(values).includes(null)) ||
    (only !== undefined && only !== null)
  );
}
