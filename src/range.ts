import type { State } from "./state.ts";
import { MINUTES_PER_DAY } from "./time/civil.ts";
import { covers } from "./tree/tree.ts";

/** How far a search for the next change looks: to the end of the window or, from outside it, as far as it is long. */
export function horizon({ tree }: State, minute: number): number {
  return covers(tree, minute) ? tree.endMinute : minute + tree.days * MINUTES_PER_DAY;
}
