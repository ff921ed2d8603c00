import { type Node, parseTree } from "jsonc-parser";

/** The syntax tree of sound JSON. Members are found by a map: a file of many problems is read through once. */
export class JsonTree {
  readonly #root: Node | undefined;
  readonly #members = new Map<Node, ReadonlyMap<string, Node>>();

  constructor(text: string) {
    this.#root = parseTree(text);
  }

  nodeAt(keys: readonly string[]): Node | undefined {
    return keys.reduce<Node | undefined>((node, key) => node && this.#child(node, key), this.#root);
  }

  #child(node: Node, key: string): Node | undefined {
    if (node.type === "array") return node.children?.[Number(key)];
    if (node.type !== "object") return undefined;
    const known = this.#members.get(node);
    const members = known ?? membersOf(node);
    if (known === undefined) this.#members.set(node, members);
    return members.get(key);
  }
}

/** Of equal keys the last, as `JSON.parse` takes it. */
function membersOf({ children = [] }: Node): ReadonlyMap<string, Node> {
  const members = new Map<string, Node>();
  for (const { children: [key, value] = [] } of children) {
    if (key !== undefined && value !== undefined) members.set(key.value as string, value);
  }
  return members;
}
