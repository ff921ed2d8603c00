import type { Parts } from "./bundled-parts.ts";
import type { CountComparison } from "./comparison.ts";
import type { Figure } from "./figure.ts";
import { FLEET_NOW, type FleetSize, fleet } from "./fleet.ts";
import type { Form } from "./form.ts";
import { HUNDRED_THOUSAND } from "./now-comparison.ts";

const WINDOW = { firstDay: Math.floor(FLEET_NOW / 86_400_000) - 7, days: 408 };
const WITHOUT_ROLL = {
  ...{ rolling: false, rollFailure: undefined, outsideWindow: 0, refused: undefined, zonesRefused: undefined },
  ...{ closures: [], listenerFailures: { count: 0, last: undefined } },
};

/** Bytes of the index, as `engine.status()` tells them. */
export function memoryComparison({ large }: Form, parts: Parts): CountComparison {
  const shared = weigh(HUNDRED_THOUSAND, parts);
  const distinct = [1000, ...(large ? [150_000] : [])].map((schedules) =>
    weigh({ ...HUNDRED_THOUSAND, handoffs: schedules, queuesPerHandoff: 1, schedules }, parts),
  );
  return {
    title: "Bytes of the index",
    about:
      "`engine.status().bytes`: the trees of all typical schedules over 408 days, and the routes from handoffs to them. " +
      "Texts and answers are the configuration's own. Counts, the same on every machine.",
    columns: ["queues", "distinct schedules", "bytes", "a queue", "a schedule"],
    rows: [shared, ...distinct].map(({ queues, schedules, bytes }) =>
      [queues, schedules, bytes, bytes / queues, bytes / schedules].map(count),
    ),
    figures: [
      bytesFigure(`index of ${count(shared.queues)} queues on ${count(shared.schedules)} schedules, a queue`, {
        measured: shared.bytes / shared.queues,
        bar: 50,
      }),
      ...distinct.map(({ schedules, bytes }) =>
        bytesFigure(`index of ${count(schedules)} distinct schedules, a schedule`, {
          measured: bytes / schedules,
          bar: 800,
        }),
      ),
    ],
  };
}

/** Without the checks of the door, which do not change it. */
function weigh(size: FleetSize, parts: Parts) {
  const zones = parts.cachedZones(parts.runtimeZones());
  const state = parts.compileState(fleet(size), zones, WINDOW, 1);
  const status = parts.describeState(state, state.table, WITHOUT_ROLL);
  if (status.schedules !== size.schedules) throw new Error(`${status.schedules} schedules are distinct`);
  return status;
}

function bytesFigure(name: string, { measured, bar }: Pick<Figure, "measured" | "bar">): Figure {
  return { name, promised: true, exact: true, measured, bar, bound: "at most", unit: " bytes" };
}

function count(value: number): string {
  return Math.round(value).toLocaleString("en");
}
