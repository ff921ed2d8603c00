import { moveList } from "./leaf.ts";
import type { LeafLists } from "./leaf-lists.ts";
import type { Tree } from "./tree.ts";

/** An era that was compiled for the tree under construction. */
export interface NewEra {
  /** By schedule. */
  readonly lists: Int32Array;
  readonly leaves: LeafLists;
}

/** Steps left free behind the others, besides a sixteenth of them, for schedules that are added. */
const ROOM = 256;

/** The last `kept` eras of `before` and the new ones behind them. Where no era comes or goes, nothing is copied. */
export function joinEras(
  before: Tree | undefined,
  kept: number,
  added: readonly NewEra[],
  stride: number,
): Pick<Tree, "lists" | "steps" | "eraStarts"> {
  const startsBefore = before?.eraStarts ?? [0];
  const dropped = startsBefore.length - 1 - kept;
  if (before !== undefined && dropped === 0 && added.length === 0) {
    const { lists, steps, eraStarts } = before;
    return { lists, steps, eraStarts };
  }
  const cut = startsBefore[dropped] as number;
  const eraStarts = startsBefore.slice(dropped).map((start) => start - cut);
  for (const { leaves } of added) eraStarts.push((eraStarts[eraStarts.length - 1] as number) + leaves.length);
  const length = eraStarts[eraStarts.length - 1] as number;
  const steps = new Uint16Array(length + (length >> 4) + ROOM);
  const lists = new Int32Array((kept + added.length) * stride);
  if (before !== undefined) {
    steps.set(before.steps.subarray(cut, startsBefore[startsBefore.length - 1]));
    for (let i = 0; i < kept * stride; i++) lists[i] = moveList(before.lists[dropped * stride + i] as number, -cut);
  }
  added.forEach((era, e) => {
    const start = eraStarts[kept + e] as number;
    steps.set(era.leaves.steps, start);
    for (let i = 0; i < stride; i++) lists[(kept + e) * stride + i] = moveList(era.lists[i] as number, start);
  });
  return { lists, steps, eraStarts: Object.freeze(eraStarts) };
}
