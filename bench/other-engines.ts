import type { FleetSize } from "./fleet.ts";
import type { Group } from "./interleave.ts";
import { resolveContenders } from "./resolve.ts";

const small: Omit<FleetSize, "seed"> = { handoffs: 50, queuesPerHandoff: 3, schedules: 150, load: "typical" };

/** Engines that stay alive beside the measured one: of a lone one, V8 compiles the addresses into the code. */
export function otherEngines(when: "random" | "now"): readonly Group[] {
  const size = { when, questions: 1 << 16, questionsOfLaw: 64 } as const;
  return [30, 40].flatMap((seed) =>
    (["handle", "number"] as const).map((by) =>
      resolveContenders(`others ${seed}, by ${by}`, { fleet: { ...small, seed }, ...size }, by),
    ),
  );
}
