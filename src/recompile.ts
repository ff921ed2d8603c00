import { schedulesInUse } from "./report/compare-zones.ts";
import { compileState, compileTree, type State } from "./state.ts";
import { MINUTES_PER_DAY } from "./time/civil.ts";
import { offsetDifferences } from "./time/offset-differences.ts";
import type { ZoneSource } from "./time/zone.ts";
import { eraEnd, rowsEnd } from "./tree/tree.ts";
import type { Window } from "./tree/tree-builder.ts";
import { numberedQueues } from "./zones-report.ts";

/** The serving tables by other zones. Where these say the same as far as anything is compiled, the very tables. */
export function recompiled(
  state: State,
  zones: ZoneSource,
  window: Window,
  isServed: boolean,
  report: ((done: number, total: number) => void) | undefined,
): State {
  const { configuration, numbers, revision } = state;
  // A replace might take a schedule up again that no queue has now: its zone may be one that the new data does not know.
  const areAllUsed = schedulesInUse(numberedQueues(state)).length === numbers.schedules.length;
  if (!areAllUsed) return compileState(configuration, zones, window, revision, report);
  if (isServed && saysSame(state, zones)) return state;
  return { ...state, tree: compileTree({ numbers, zones }, window, report) };
}

function saysSame({ numbers, zones: before, tree }: State, zones: ZoneSource): boolean {
  const [from, to] = [tree.rowsMinute, eraEnd(rowsEnd(tree) - 1) * MINUTES_PER_DAY];
  const timezones = new Set(numbers.schedules.map(({ timezone }) => timezone));
  return [...timezones].every((timezone) => {
    const [one, other] = [before.spans(timezone, from, to), zones.spans(timezone, from, to)];
    return offsetDifferences(one, other, from, to).length === 0;
  });
}
