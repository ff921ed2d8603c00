import { describe, expect, it } from "vitest";
import { createEngine, type Engine, type QueueConfiguration } from "../src/index.ts";
import { loadSnapshot } from "../src/runtime.ts";
import { lawIsOpen } from "./oracle/law.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const FIRST = 63_676_800_000;
const LAST = 8_639_999_827_200_000;
/** From this minute on, minutes are no 32-bit integers. */
const FAR = 0x7fff_ffff * MINUTE;
const RANGE =
  "must be epoch milliseconds from 63676800000 (1972-01-08T00:00:00Z) to 8639999827200000 (+275760-09-11T00:00:00Z)";

const rest = { type: "Agent_queue", enabled: true, open_24: false, transfer_function_name: "transfer" } as const;
const office = [
  { start: "08:30", end: "12:00" },
  { start: "13:00", end: "17:07" },
  { start: "22:00", end: "02:15" },
];
const week = { mon: office, tue: office, wed: office, thu: office, fri: office, sat: office, sun: office };
const QUEUES: readonly QueueConfiguration[] = [
  { ...rest, name: "India", timezone: "Asia/Kolkata", weekly_hours: week },
  { ...rest, name: "UTC", timezone: "UTC", weekly_hours: { ...week, sun: [] } },
];
const WINDOW = { pastDays: 2, aheadDays: 2 };

const CLOCKS: readonly (readonly [string, number])[] = [
  ["at the first instant", FIRST],
  ["two days after it", FIRST + 2 * DAY],
  ["in 2026", Date.parse("2026-11-22T12:00:00Z")],
  ["whose window ends on the last day of 32-bit minutes", FAR - 3 * DAY],
  ["of whose window a part has 32-bit minutes", FAR - DAY],
  ["in the last 32-bit minute", FAR - 1],
  ["in the first that is none", FAR],
  ["of whose window the first days have 32-bit minutes", FAR + DAY],
  ["in the year 6100", Date.parse("+006100-03-05T09:41:00Z")],
  ["in the year 200000", Date.parse("+200000-03-05T09:41:00Z")],
];

/** Every 37 minutes of the window and a day around it, and the milliseconds about its edges and where minutes grow. */
function instantsOf(engine: Engine): readonly number[] {
  const { from, to } = engine.status().window;
  const instants = [from, to, FAR].flatMap((edge) => [edge - MINUTE, edge - 1, edge - 0.5, edge, edge + 0.5, edge + 1]);
  for (let at = from - DAY; at < to + DAY; at += 37 * MINUTE) instants.push(at + 0.25);
  return instants.filter((at) => at >= FIRST && at > from - 2 * DAY && at < to + 2 * DAY);
}

function checkAnswers(engine: Engine, ask: (at: number) => readonly boolean[], instants: readonly number[]): void {
  const wrong: string[] = [];
  let open = 0;
  for (const at of instants) {
    const law = QUEUES.map((queue) => lawIsOpen(queue, Math.floor(at)));
    if (`${ask(at)}` !== `${law}`) wrong.push(`${at}: ${ask(at)}, not ${law}`);
    open += law.filter(Boolean).length;
  }
  expect(wrong).toEqual([]);
  expect(open).toBeGreaterThan(instants.length / 4);
  expect(open).toBeLessThan((instants.length * 7) / 4);
  expect(engine.status().window.from).toBeLessThanOrEqual(engine.status().window.to - 3 * DAY);
}

describe.each(CLOCKS)("a clock %s", (_, now) => {
  const handoff = (queue: QueueConfiguration) => ({
    name: queue.name,
    description: "",
    agent_available_instructions: "Transfer.",
    agent_unavailable_instructions: "Closed.",
    destination: [queue],
  });
  const configuration = { transfer_functions: [{ name: "transfer" }], handoffs: QUEUES.map(handoff) };
  const open = () => createEngine(configuration, { now: () => now, window: WINDOW });
  const answers = (engine: Engine) => (at: number) =>
    engine.handoffs.map((each) => {
      const { available } = each.resolve({ at });
      expect(each.queues[0]?.isOpen(at)).toBe(available);
      return available;
    });

  it("is answered by the rules, within its window and around it", () => {
    const engine = open();
    checkAnswers(engine, answers(engine), instantsOf(engine));
  });

  it("while something is closed by hand that is another's, and when that is over", () => {
    const engine = open();
    const closure = engine.close({ handoff: "India", channel: "chat" }, { reason: "training", until: now + DAY });
    const voice = (at: number) => engine.handoffs.map((each) => each.resolve({ at, channel: "voice" }).available);
    checkAnswers(engine, voice, instantsOf(engine));
    for (let at = now; at < now + DAY; at += HOUR) {
      expect(engine.resolve("India", { at, channel: "chat" }).available).toBe(false);
    }
    engine.reopen(closure.id);
    checkAnswers(engine, answers(engine), instantsOf(engine));
  });

  it("a snapshot answers for its window", () => {
    const engine = open();
    const snapshot = loadSnapshot(engine.snapshot());
    const { from, to } = snapshot.info.window;
    expect({ from, to }).toEqual(engine.status().window);
    const ask = (at: number) => QUEUES.map(({ name }) => snapshot.handoff(name).resolve({ at }).available);
    checkAnswers(
      engine,
      ask,
      instantsOf(engine).filter((at) => at >= from && at < to),
    );
  });

  it.each([FIRST - 1, FIRST - 0.5, LAST + 1, Number.NaN, -FIRST])("refuses %d, which is no instant", (at) => {
    const engine = open();
    const refused = `\`at\` ${RANGE}, got ${at}.`;
    for (const handoff of engine.handoffs) {
      expect(() => handoff.resolve({ at })).toThrow(refused);
      expect(() => handoff.queues[0]?.isOpen(at)).toThrow(refused);
    }
  });
});
