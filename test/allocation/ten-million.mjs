// Run with --expose-gc on the built package: ten million resolutions, then what the garbage collector had to do.
// With the argument `snapshot`: of a snapshot, as the runtime reads it; with `number` and `old number`: by number; with
// `closed`: while something is closed by hand.
import { PerformanceObserver } from "node:perf_hooks";
import { createEngine } from "handoff-engine";
import { loadSnapshot } from "handoff-engine/runtime";

const NOW = Date.UTC(2026, 10, 22, 12);
const ROUNDS = 10_000_000;
const weekly_hours = Object.fromEntries(
  ["mon", "tue", "wed", "thu", "fri"].map((day) => [
    day,
    [
      { start: "09:00", end: "12:00" },
      { start: "13:00", end: "17:00" },
    ],
  ]),
);
const queue = { type: "Agent_queue", enabled: true, open_24: false, weekly_hours, transfer_function_name: "transfer" };
const engine = createEngine(
  [
    {
      ...queue,
      name: "A",
      timezone: "America/New_York",
      supported_channel_types: ["voice"],
      supported_languages: ["en"],
    },
    { ...queue, name: "B", timezone: "Europe/Berlin", supported_languages: ["de", "en-GB"] },
    { ...queue, name: "C", timezone: "Asia/Tokyo" },
  ],
  { now: () => NOW },
);
if (process.argv[2] === "closed") {
  engine.close({ handoff: "default", queue: "A" }, { reason: "fire alarm", message: "Call later." });
  engine.close({ channel: "chat", language: "de" }, { reason: "training" });
}
const of = process.argv[2] === "snapshot" ? loadSnapshot(engine.snapshot()) : engine;
const handoff = process.argv[2]?.endsWith("number") ? byNumber() : of.handoff("default");

/** An old number is of a handoff that has been given more queues than it had room for. */
function byNumber() {
  const { number } = engine.handoff("default");
  if (process.argv[2] === "old number") {
    engine.replace([...engine.configuration.handoffs[0].destination, { ...queue, name: "D", timezone: "Asia/Tokyo" }]);
  }
  return { resolve: (request) => engine.resolveNumber(number, request) };
}

const channels = ["voice", "chat", undefined, "fax"];
const languages = ["en", "en-US", "de-AT", "ja", undefined, "not a tag"];

let available = 0;
const request = { at: NOW + 0.5, channel: "voice", language: "en" };
function resolve(rounds) {
  for (let i = 0; i < rounds; i++) {
    request.at = NOW + (i % 34_000_000) * 1000;
    request.channel = channels[i % 4];
    request.language = languages[i % 6];
    if (handoff.resolve(request).available) available++;
  }
}

// What the interpreter allocates before the optimizing compiler is done, in the background, is not the engine's: go on
// until many chunks in a row leave the heap as it was.
const CHUNK = 100_000;
const SETTLED = 30;
for (let quiet = 0, chunk = 0; quiet < SETTLED && chunk < 1000; chunk++) {
  const before = process.memoryUsage().heapUsed;
  resolve(CHUNK);
  quiet = Math.abs(process.memoryUsage().heapUsed - before) < CHUNK / 10 ? quiet + 1 : 0;
}
const entries = [];
new PerformanceObserver((list) => entries.push(...list.getEntries())).observe({ entryTypes: ["gc"] });
const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

async function measure() {
  globalThis.gc();
  await settled();
  available = 0;
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  for (let i = 0; i < ROUNDS; i += CHUNK) resolve(CHUNK);
  const end = performance.now();
  const grown = process.memoryUsage().heapUsed - before;
  await settled();
  const collections = entries.filter(({ startTime }) => startTime >= start && startTime < end).length;
  return { rounds: ROUNDS, available, collections, grown };
}

// The runtime collects now and then on its own account, when its compiler has finished or its heap looks too large. Garbage
// of ten million resolutions would be collected several times in every try, so one clean try is proof.
const TRIES = 3;
let said = await measure();
for (let i = 1; i < TRIES && said.collections > 0; i++) said = await measure();
console.log(JSON.stringify(said));
