// Opens the snapshot in the memory it is given, as a service's worker would, and answers what it is asked.
import { parentPort, workerData } from "node:worker_threads";
import { loadSnapshot } from "handoff-engine/runtime";

const snapshot = loadSnapshot(workerData, { trusted: true });
parentPort.on("message", (queries) => {
  parentPort.postMessage(queries.map(({ name, ...request }) => snapshot.handoff(name).resolve(request)));
});
