import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { afterAll, describe, expect, it } from "vitest";
import { loadSnapshot } from "../../src/runtime.ts";
import { sampleEngine } from "./sample.ts";
import { treeParts } from "./tamper.ts";

const HOUR = 3_600_000;

const engine = sampleEngine();
const bytes = engine.snapshot();
const memory = new SharedArrayBuffer(bytes.length);
new Uint8Array(memory).set(bytes);

const { from, to } = engine.status().window;
const QUERIES = engine.handoffs.flatMap(({ name }) =>
  Array.from({ length: 300 }, (_, i) => ({
    name,
    at: from + ((i * 4.4 * HOUR) % (to - from)),
    channel: ["voice", "chat", undefined][i % 3],
    language: ["de-AT", "iw", "en-US", undefined, "es-MX"][i % 5],
  })),
);
const expected = () => QUERIES.map(({ name, ...request }) => engine.resolve(name, request));

const workers = [1, 2].map(() => new Worker(new URL("worker.mjs", import.meta.url), { workerData: memory }));
afterAll(() => Promise.all(workers.map((worker) => worker.terminate())));

function askBoth(): Promise<readonly unknown[]> {
  return Promise.all(
    workers.map(async (worker) => {
      worker.postMessage(QUERIES);
      const [answers] = await once(worker, "message");
      return answers;
    }),
  );
}

/** Every word of every leaf, open for closed. */
function turnLeavesAround(): void {
  const { byteOffset, length } = treeParts(bytes).leaves;
  const leaves = new Int32Array(memory, byteOffset, length);
  leaves.forEach((word, i) => {
    leaves[i] = word ^ 1;
  });
}

describe("two worker threads share one snapshot", () => {
  it("both answer as the engine does", async () => {
    const [one, other] = await askBoth();
    expect(one).toEqual(expected());
    expect(other).toEqual(expected());
    expect(expected().filter(({ available }) => available).length).toBeGreaterThan(100);
  });

  it("and read the one memory, nothing is copied: a change in it is seen by both, and by this thread", async () => {
    const here = loadSnapshot(memory, { trusted: true });
    const ask = () => QUERIES.map(({ name, ...request }) => here.handoff(name).resolve(request));
    const before = ask();
    turnLeavesAround();
    const [one, other] = await askBoth();
    expect(ask()).not.toEqual(before);
    expect(one).toEqual(ask());
    expect(other).toEqual(ask());
    turnLeavesAround();
    expect(await askBoth()).toEqual([before, before]);
  });

  it("a thread that does not trust the memory checks it", () => {
    expect(() => loadSnapshot(memory)).not.toThrow();
    turnLeavesAround();
    expect(() => loadSnapshot(memory)).toThrow("snapshot is damaged: its checksum does not match");
    turnLeavesAround();
  });
});
