import { ratioFigure, type TimeComparison } from "./comparison.ts";
import { ENGINE_VERSION } from "./engine.ts";
import type { FleetSize } from "./fleet.ts";
import { fleetEngine } from "./fleet-engine.ts";
import type { Form } from "./form.ts";
import { type Contender, interleave, type OutsideContender } from "./interleave.ts";
import { type Questions, questions } from "./questions.ts";
import { isLaw, LAW, resolved, resolvedByLaw } from "./resolve.ts";
import { THOUSAND } from "./resolve-comparison.ts";
import { hire, type SharedFleet } from "./workers/crew.ts";

const ONE = "one worker";
const TWO = "two workers";

/** Threads that read one snapshot in shared memory. */
export async function workersComparison({ rounds, questions: all }: Form): Promise<TimeComparison> {
  // Many short rounds: what else the machine does takes a core from two threads sooner than from one.
  const count = all >> 2;
  const others = [30, 40].map((seed): FleetSize => ({ ...THOUSAND, handoffs: 50, schedules: 150, seed }));
  const fleets = [sharedFleet(THOUSAND, 2 * count), ...others.map((size) => sharedFleet(size, 1 << 14))];
  const crew = await hire(2, count, fleets);
  const workers = [ONE, TWO].map((name, w): OutsideContender => {
    const round = () => crew.round(w + 1);
    return { name, version: `${ENGINE_VERSION}, runtime`, questions: (w + 1) * count, round };
  });
  const { configuration, engine } = fleetEngine(THOUSAND);
  const asked = questions(THOUSAND.handoffs, 2 * count, "random", THOUSAND.seed + 1);
  const alone: Contender = {
    name: "the engine, one thread",
    version: ENGINE_VERSION,
    questions: 2 * count,
    sum: resolved(engine.handoffs, asked),
  };
  const law: Contender = { name: LAW, questions: 64, sum: resolvedByLaw(configuration, asked) };
  const timings = interleave(3 * rounds, [[alone, law, ...workers]]).filter((timing) => !isLaw(timing));
  await crew.dismiss();
  return {
    title: "Two workers on one snapshot",
    about:
      "`engine.snapshot()` of 1,000 handoffs of 3 queues in a SharedArrayBuffer; workers open it with " +
      "`loadSnapshot` of `handoff-engine/runtime`, start at the same moment and answer as many questions each, at random " +
      "instants. Time from there until the last one is done, by the questions of all.",
    question: "resolve",
    timings,
    measures: [ONE],
    // No promise: where something else runs as well, two workers share what is left of the cores.
    figures: ratioFigure(timings, [ONE, TWO], "at least", 1.7, false),
  };
}

/** The questions are the ones that the engine is asked. */
function sharedFleet(fleet: FleetSize, count: number): SharedFleet {
  const bytes = fleetEngine(fleet).engine.snapshot();
  const snapshot = new SharedArrayBuffer(bytes.length);
  new Uint8Array(snapshot).set(bytes);
  return { snapshot, asked: inSharedMemory(questions(fleet.handoffs, count, "random", fleet.seed + 1)) };
}

function inSharedMemory({ count, handoff, at, channel, language }: Questions): Questions {
  const bytes = (column: Uint8Array) => {
    const copy = new Uint8Array(new SharedArrayBuffer(column.length));
    copy.set(column);
    return copy;
  };
  const handoffs = new Int32Array(new SharedArrayBuffer(handoff.byteLength));
  handoffs.set(handoff);
  const instants = new Float64Array(new SharedArrayBuffer(at.byteLength));
  instants.set(at);
  return { count, handoff: handoffs, at: instants, channel: bytes(channel), language: bytes(language) };
}
