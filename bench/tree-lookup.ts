import type { Tree } from "../src/tree/tree.ts";
import type { Parts } from "./bundled-parts.ts";
import type { Contender } from "./interleave.ts";
import type { Lookups } from "./lookups.ts";

const DAY = 86_400_000;

/** The tables that lookups end in. */
export interface Tables {
  readonly tree: Tree;
  /** By question: its column of the tree. */
  readonly schedule: Int32Array;
}

export function tablesOf({ configuration, engine, queue }: Lookups, parts: Parts): Tables {
  const { from, to } = engine.status().window;
  const window = { firstDay: from / DAY, days: (to - from) / DAY };
  const state = parts.compileState(configuration, parts.cachedZones(parts.runtimeZones()), window, 1);
  return {
    tree: state.tree,
    schedule: queue.map((asked) => parts.scheduleOf(state.table, state.table.firstQueue[asked] as number)),
  };
}

/** The search alone, without what a queue's handle does before it. */
export function treeLookup(asked: Lookups, tables: Tables, { bytesOf, isOpen }: Parts): Contender {
  return {
    name: "the tree alone",
    version: "src/tree/tree.ts",
    questions: asked.count,
    bytes: bytesOf(tables.tree),
    sum(from, to) {
      const { at } = asked;
      const { tree, schedule } = tables;
      // Once: a closure is asked for it with each question.
      const search = isOpen;
      let sum = 0;
      for (let i = from | 0; i < to; i++) {
        const open = search(tree, schedule[i] as number, ((at[i] as number) / 60_000) | 0);
        sum = (sum + Math.imul(+open, (i & 1023) + 1)) | 0;
      }
      return sum;
    },
  };
}
