import { createEngine } from "../../dist/index.js";
import { loadSnapshot } from "../../dist/runtime.js";

const [, , of] = process.argv;

const NOW = Date.parse("2026-11-24T15:00:00Z");
const CHANNELS = ["voice", "chat", undefined];
const LANGUAGES = ["en", "es-MX", "fr-CA", undefined];

/** Handoffs of three queues, of which some serve the request and some do not, and some are open. */
function engineOf(seed) {
  const week = (start, end) => ({ mon: [{ start, end }], tue: [{ start, end }], wed: [{ start, end }] });
  const queue = (handoff, place) => ({
    name: `Queue ${handoff}.${place}`,
    type: "Agent_queue",
    enabled: true,
    open_24: false,
    timezone: ["America/New_York", "Europe/Berlin", "Asia/Tokyo"][(handoff + place) % 3],
    transfer_function_name: "transfer",
    weekly_hours: week("08:00", `1${(handoff + place + seed) % 10}:30`),
    ...(place < 2 && { supported_channel_types: [CHANNELS[(handoff + place) % 2]] }),
    ...(place > 0 && { supported_languages: [LANGUAGES[handoff % 3]] }),
  });
  const handoffs = Array.from({ length: 50 }, (_, handoff) => ({
    name: `Handoff ${handoff}`,
    description: "",
    agent_available_instructions: "Offer it.",
    agent_unavailable_instructions: "Offer a callback.",
    destination: [0, 1, 2].map((place) => queue(handoff, place)),
  }));
  return createEngine({ transfer_functions: [{ name: "transfer" }], handoffs }, { now: () => NOW });
}

// More than one is alive: of one alone, the compiler would take addresses for constants.
const fleets = [1, 2, 3].map((seed) => {
  const engine = engineOf(seed);
  if (of === "engine") return engine.handoffs;
  if (of === "numbers") return { engine, numbers: engine.handoffs.map(({ number }) => number) };
  const snapshot = loadSnapshot(engine.snapshot());
  return snapshot.names.map((name) => snapshot.handoff(name));
});
let available = 0;

function host(handoffs, count) {
  for (let i = 0; i < count; i++) {
    const resolution = handoffs[i % handoffs.length].resolve({
      at: NOW + (i % 1000) * 600_000,
      channel: CHANNELS[i % 3],
      language: LANGUAGES[i % 4],
    });
    if (resolution.available) available++;
  }
}

function hostOfNumbers({ engine, numbers }, count) {
  for (let i = 0; i < count; i++) {
    const resolution = engine.resolveNumber(numbers[i % numbers.length], {
      at: NOW + (i % 1000) * 600_000,
      channel: CHANNELS[i % 3],
      language: LANGUAGES[i % 4],
    });
    if (resolution.available) available++;
  }
}

/** So that a resolution has code of its own first, the size of which is then weighed. */
function beforehand(handoffs) {
  for (const handoff of handoffs) for (const language of LANGUAGES) handoff.resolve({ at: NOW, language });
}

/** The same by number. */
function beforehandByNumbers({ engine, numbers }) {
  for (const number of numbers) for (const language of LANGUAGES) engine.resolveNumber(number, { at: NOW, language });
}

const [warmUp, run] = of === "numbers" ? [beforehandByNumbers, hostOfNumbers] : [beforehand, host];
for (let round = 0; round < 2000; round++) warmUp(fleets[round % 3]);
for (let round = 0; round < 300; round++) run(fleets[round % 3], 6000);
console.log(`available: ${available}`);
