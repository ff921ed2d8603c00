// One thread that resolves from snapshots it shares with others. Told by crew.ts what to do, through `control`.
import { parentPort, workerData } from "node:worker_threads";
import { loadSnapshot } from "../../dist/runtime.js";

const { me, questions, channels, languages, fleets, words, control } = workerData;

// More than one snapshot is alive: of a lone one, V8 compiles the addresses into the code.
const loaded = fleets.map(({ snapshot, asked }) => {
  const opened = loadSnapshot(snapshot);
  return { handoffs: opened.names.map((name) => opened.handoff(name)), asked };
});

function sum({ handoffs, asked }, from, to) {
  let sum = 0;
  for (let i = from; i < to; i++) {
    const resolution = handoffs[asked.handoff[i]].resolve({
      at: asked.at[i],
      channel: channels[asked.channel[i]],
      language: languages[asked.language[i]],
    });
    sum = (sum + (resolution.available ? resolution.queue.length : 0) * ((i & 1023) + 1)) | 0;
  }
  return sum;
}

const [measured, ...others] = loaded;
for (const other of others) sum(other, 0, other.asked.at.length);
parentPort.postMessage("ready");

for (let order = 0; ; ) {
  Atomics.wait(control, words.order, order);
  order = Atomics.load(control, words.order);
  if (me >= (order & words.activeMask)) continue;
  sum(measured, me * questions, me * questions + (questions >> 3));
  Atomics.add(control, words.arrived, 1);
  Atomics.notify(control, words.arrived);
  for (let go = Atomics.load(control, words.go); go !== order; go = Atomics.load(control, words.go)) {
    Atomics.wait(control, words.go, go);
  }
  control[words.sums + me] = sum(measured, me * questions, (me + 1) * questions);
  Atomics.add(control, words.done, 1);
  Atomics.notify(control, words.done);
}
