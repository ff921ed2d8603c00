/** JSON pointers, RFC 6901. */

/** `/handoffs/0` and `a/b` make `/handoffs/0/a~1b`. */
export function pointerTo(parent: string, key: string | number): string {
  if (typeof key === "number" || !/[~/]/.test(key)) return `${parent}/${key}`;
  return `${parent}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

export function pointerKeys(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The pointer itself, and that of every place that holds it: `/a/0`, `/a` and the root. */
export function pointersAbove(pointer: string): readonly string[] {
  const above = [pointer];
  for (let end = pointer.lastIndexOf("/"); end >= 0; end = end === 0 ? -1 : pointer.lastIndexOf("/", end - 1)) {
    above.push(pointer.slice(0, end));
  }
  return above;
}

/** The value that a pointer leads to; undefined when it leads nowhere. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const key of pointerKeys(pointer)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as { readonly [key: string]: unknown })[key];
  }
  return value;
}
