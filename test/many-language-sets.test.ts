import { describe, expect, it } from "vitest";
import { createEngine, type Engine, type QueueConfiguration } from "../src/index.ts";
import { loadSnapshot } from "../src/runtime.ts";
import { lawIsEligible } from "./oracle/law.ts";

const NOW = Date.parse("2026-11-22T12:00:00Z");
const CODES =
  "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu hi hr hu hy id is it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms my nb ne nl pa pl pt ro ru si sk sl sq sr sv sw ta te th tr uk ur uz vi zu".split(
    " ",
  );
/** The numbers of sets are the bits of 32-bit words: these are the last of the first, all of the second, and more. */
const SETS = 71;

/** One language, a language of one region, or two of which one has a region; and lists that were there already. */
function tagsOf(i: number): readonly string[] {
  const [one, next] = [CODES[i % CODES.length] as string, CODES[(i + 1) % CODES.length] as string];
  return [[one], [`${one}-DE`], [`${one}-Latn-US`, next]][i % 3] as readonly string[];
}

function queue(name: string, fields: Partial<QueueConfiguration>): QueueConfiguration {
  const rest = { type: "Agent_queue", enabled: true, open_24: true, timezone: "UTC" } as const;
  return { ...rest, name, transfer_function_name: "transfer", ...fields };
}

const QUEUES = [
  queue("any", {}),
  ...Array.from({ length: SETS }, (_, i) => queue(`set ${i}`, { supported_languages: tagsOf(i) })),
  queue("any again", {}),
  queue("off", { enabled: false, supported_languages: ["de"] }),
];
const REQUESTS: readonly (string | undefined)[] = [
  undefined,
  ...CODES.flatMap((code) => [code, `${code}-DE`, `${code.toUpperCase()}-latn-us`, `${code}-AT`]),
  ...["de_DE", "d", "", "not a tag", "de-", "english-", "tlh", "x-private"],
];

function configurationOf(queues: readonly QueueConfiguration[]) {
  const handoffs = queues.map((each) => ({
    name: each.name,
    description: "",
    agent_available_instructions: "Transfer.",
    agent_unavailable_instructions: "Closed.",
    destination: [each],
  }));
  return { transfer_functions: [{ name: "transfer" }], handoffs };
}

interface Answering {
  handoff(name: string): { resolve(request: { at: number; language: string | undefined }): { available: boolean } };
}

function checkEligible(of: Answering, queues: readonly QueueConfiguration[]): void {
  const handles = queues.map((each) => [each, of.handoff(each.name)] as const);
  const wrong: string[] = [];
  // Twice: a tag is matched once, and then looked up.
  for (const language of [...REQUESTS, ...REQUESTS]) {
    for (const [each, handle] of handles) {
      const { available } = handle.resolve({ at: NOW, language });
      if (available !== lawIsEligible(each, { language })) wrong.push(`${language} of ${each.supported_languages}`);
    }
  }
  expect(wrong).toEqual([]);
}

function open(queues: readonly QueueConfiguration[]): Engine {
  return createEngine(configurationOf(queues), { now: () => NOW });
}

describe("more language sets than a word has bits", () => {
  it("are so many indeed, and each of the later ones serves some requests and others not", () => {
    expect(new Set(QUEUES.map(({ supported_languages }) => String(supported_languages))).size).toBeGreaterThan(65);
    for (const each of QUEUES.slice(33, 1 + SETS)) {
      const served = REQUESTS.filter((language) => lawIsEligible(each, { language }));
      expect(served).toContain(undefined);
      expect(served.length).toBeGreaterThan(1);
      expect(served.length).toBeLessThan(10);
    }
  });

  it.each([31, 32, 33, 34, 63, 64, 65, 66, QUEUES.length])("%i queues", (count) => {
    checkEligible(open(QUEUES.slice(0, count)), QUEUES.slice(0, count));
  });

  it("of one handoff: the first that is eligible", () => {
    const queues = QUEUES.slice(1);
    const handoff = createEngine(queues, { now: () => NOW }).handoff("default");
    for (const language of REQUESTS) {
      const first = queues.find((each) => lawIsEligible(each, { language }));
      expect(handoff.resolve({ language })).toMatchObject({ available: true, queue: first?.name });
    }
  });

  it("in a snapshot", () => {
    checkEligible(loadSnapshot(open(QUEUES).snapshot()), QUEUES);
  });

  it("when a replace adds them one by one to many handoffs that stay as they are", () => {
    const fillers = Array.from({ length: 20 }, (_, i) => queue(`filler ${i}`, {}));
    const engine = open([...fillers, ...QUEUES.slice(0, 30)]);
    for (let count = 31; count <= QUEUES.length; count++) {
      const { handoffs } = engine.configuration;
      const more = configurationOf(QUEUES.slice(count - 1, count)).handoffs;
      engine.replace({ ...engine.configuration, handoffs: [...handoffs, ...more] });
      if ([33, 65, QUEUES.length].includes(count)) checkEligible(engine, QUEUES.slice(0, count));
    }
  });

  it("of closures: each closes just its language", () => {
    const engine = open([queue("any", {})]);
    const closed = CODES.slice(0, SETS - 6).map((code, i) => (i % 2 === 0 ? code : `${code}-DE`));
    expect(closed.length).toBeGreaterThan(64 - 1);
    for (const language of closed) engine.close({ language }, { reason: "training" });
    const handoff = engine.handoff("any");
    const wrong = REQUESTS.filter((language) => {
      const isClosed =
        language !== undefined &&
        closed.some((tag) => lawIsEligible(queue("", { supported_languages: [tag] }), { language }));
      return handoff.resolve({ at: NOW, language }).available === isClosed;
    });
    expect(wrong).toEqual([]);
    expect(
      loadSnapshot(engine.snapshot())
        .handoff("any")
        .resolve({ at: NOW, language: closed[40] as string }).available,
    ).toBe(false);
  });
});
