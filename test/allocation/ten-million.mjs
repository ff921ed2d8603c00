// Run with --expose-gc on the built package: ten million resolutions, then what the garbage collector had to do.
import { PerformanceObserver } from "node:perf_hooks";
import { createEngine } from "handoff-engine";

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
const handoffs = createEngine(
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
).handoffs;
const channels = ["voice", "chat", undefined, "fax"];
const languages = ["en", "en-US", "de-AT", "ja", undefined, "not a tag"];

let available = 0;
const request = { at: NOW + 0.5, channel: "voice", language: "en" };
function resolve(rounds) {
  for (let i = 0; i < rounds; i++) {
    request.at = NOW + (i % 34_000_000) * 1000;
    request.channel = channels[i % 4];
    request.language = languages[i % 6];
    if (handoffs[0].resolve(request).available) available++;
  }
}

// Called often enough that the optimizing compiler has done with it: what runs before that is the interpreter's own.
const CHUNK = 100_000;
for (let i = 0; i < 40; i++) resolve(CHUNK);
let collections = 0;
new PerformanceObserver((list) => {
  collections += list.getEntries().length;
}).observe({ entryTypes: ["gc"] });
const settled = () => new Promise((resolve) => setTimeout(resolve, 50));
globalThis.gc();
await settled();
collections = 0;
const before = process.memoryUsage().heapUsed;
for (let i = 0; i < ROUNDS; i += CHUNK) resolve(CHUNK);
const grown = process.memoryUsage().heapUsed - before;
await settled();
console.log(JSON.stringify({ rounds: ROUNDS, available, collections, grown }));
