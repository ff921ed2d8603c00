/** Makes frozen data of members that stand on a stack, from `base` to `top`. */
export type Freeze = (stack: readonly unknown[], base: number, top: number) => object;

export const frozenList: Freeze = (stack, base, top) => Object.freeze(stack.slice(base, top));

/** More keys than any noun of the schemas has: such an object is keyed by data, as date exceptions are. */
const MOST_FIELDS = 12;

/** Keys and values in turns. */
export const frozenObject: Freeze = (stack, base, top) => {
  const isTable = top - base > 2 * MOST_FIELDS;
  // An object without prototype begins as a hash table. Otherwise V8 makes a hidden class a key, at eight times the cost.
  const object: { [key: string]: unknown } = isTable ? Object.create(null) : {};
  for (let i = base; i < top; i += 2) put(object, stack[i] as string, stack[i + 1]);
  if (isTable) Object.setPrototypeOf(object, Object.prototype);
  return Object.freeze(object);
};

function put(object: { [key: string]: unknown }, key: string, value: unknown): void {
  // Assignment to this one key would set the prototype instead.
  if (key === "__proto__") Object.defineProperty(object, key, { value, enumerable: true, configurable: true });
  else object[key] = value;
}
