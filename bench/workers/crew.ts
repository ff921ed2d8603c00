import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { HERE } from "../here.ts";
import type { Round } from "../interleave.ts";
import { CHANNELS, LANGUAGES, type Questions } from "../questions.ts";

/** Threads that stand ready to resolve. */
export interface Crew {
  /** The first so many of them, each its own questions, all from the same moment on. */
  readonly round: (active: number) => Round;
  readonly dismiss: () => Promise<unknown>;
}

/** What a worker loads, and is asked. */
export interface SharedFleet {
  readonly snapshot: SharedArrayBuffer;
  readonly asked: Questions;
}

/** Places in the memory through which threads tell each other how far they are. An order: its number, and for how many. */
const WORDS = { order: 0, arrived: 1, go: 2, done: 3, sums: 4, activeMask: 15 } as const;

const PATIENCE_MS = 60_000;

/** Worker `w` is asked the questions from `w * questions` on of the first fleet; the others are there beside it. */
export async function hire(workers: number, questions: number, fleets: readonly SharedFleet[]): Promise<Crew> {
  const control = new Int32Array(new SharedArrayBuffer((WORDS.sums + workers) * 4));
  const shared = { questions, fleets, control, words: WORDS, channels: CHANNELS, languages: LANGUAGES };
  const file = new URL("workers/worker.mjs", HERE);
  const threads = Array.from({ length: workers }, (_, me) => {
    return new Worker(file, { workerData: { me, ...shared }, execArgv: [] });
  });
  // A worker that fails says so here; later on this thread sleeps while they work.
  await Promise.all(threads.map((thread) => once(thread, "message")));

  function until(word: number, value: number): void {
    for (let now = Atomics.load(control, word); now !== value; now = Atomics.load(control, word)) {
      if (Atomics.wait(control, word, now, PATIENCE_MS) === "timed-out") throw new Error("the workers do not answer");
    }
  }

  function round(active: number): Round {
    const order = ((control[WORDS.order] as number) & ~WORDS.activeMask) + WORDS.activeMask + 1 + active;
    control[WORDS.arrived] = 0;
    control[WORDS.done] = 0;
    Atomics.store(control, WORDS.order, order);
    Atomics.notify(control, WORDS.order);
    until(WORDS.arrived, active);
    const start = process.hrtime.bigint();
    Atomics.store(control, WORDS.go, order);
    Atomics.notify(control, WORDS.go);
    until(WORDS.done, active);
    const nanoseconds = Number(process.hrtime.bigint() - start);
    const sums = control.subarray(WORDS.sums, WORDS.sums + active);
    return { nanoseconds, sum: sums.reduce((sum, one) => (sum + one) | 0, 0) };
  }

  return { round, dismiss: () => Promise.all(threads.map((thread) => thread.terminate())) };
}
