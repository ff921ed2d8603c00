import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { Configuration, HandoffConfiguration } from "../src/index.ts";
import { createEngine } from "../src/index.ts";
import { clockThatCalls } from "./clock-that-calls.ts";
import { holds } from "./properties/holds.ts";

const NOW = Date.parse("2026-11-22T12:00:00Z");
const YEAR = 365 * 86_400_000;
const now = () => NOW;

/** Queues that serve the languages given: whoever is asked in one of them is served by the queue of that name. */
function handoff(name: string, languages: readonly string[]): HandoffConfiguration {
  const destination = languages.map((language) => ({
    name: `${name} ${language}`,
    type: "Agent_queue" as const,
    enabled: true,
    open_24: true,
    timezone: "Europe/Berlin",
    transfer_function_name: "transfer",
    supported_languages: [language],
  }));
  const instructions = { agent_available_instructions: "call", agent_unavailable_instructions: `no ${name}` };
  return { name, description: "", ...instructions, destination };
}

function serving(...handoffs: readonly HandoffConfiguration[]): Configuration {
  return { transfer_functions: [{ name: "transfer" }], handoffs };
}

const LANGUAGES = ["de", "en", "es", "fr", "it"];

describe("the number of a handoff", () => {
  it("gives the very answers of its handle, and leads to it", () => {
    const engine = createEngine(serving(handoff("A", ["de", "en"]), handoff("B", ["it"]), handoff("C", ["en"])), {
      now,
    });
    for (const handle of engine.handoffs) {
      expect(engine.numbered(handle.number)).toBe(handle);
      for (const language of [...LANGUAGES, undefined, null as never]) {
        for (const at of [undefined, NOW, NOW + 10 * YEAR, null as never]) {
          const request = { at, language };
          expect(engine.resolveNumber(handle.number, request)).toBe(handle.resolve(request));
        }
      }
      expect(engine.resolveNumber(handle.number)).toBe(handle.resolve());
      expect(engine.resolveNumber(handle.number, null as never)).toBe(handle.resolve());
    }
    expect(new Set(engine.handoffs.map(({ number }) => number)).size).toBe(3);
  });

  it("stays what it is while hours, texts and others change, and when it is gone and back", () => {
    const [a, b, c] = ["A", "B", "C"].map((name) => handoff(name, ["de", "en"])) as [
      HandoffConfiguration,
      HandoffConfiguration,
      HandoffConfiguration,
    ];
    const engine = createEngine(serving(a, b, c), { now });
    const handles = engine.handoffs;
    const numbers = handles.map(({ number }) => number);
    const [shut] = handoff("A", ["de"]).destination.map((queue) => ({ ...queue, open_24: false, weekly_hours: {} }));
    const edits: (readonly HandoffConfiguration[])[] = [
      [{ ...a, agent_unavailable_instructions: "nobody" }, b, c],
      [handoff("A", ["fr", "it"]), b, c],
      [{ ...a, destination: [shut as never] }, b, c],
      [c, a, b],
      [handoff("D", ["de", "en", "es"]), a, b, c],
      [b],
      [handoff("D", ["de"])],
      [c, b, a],
      [{ ...c, agent_unavailable_instructions: "nobody" }, b, a],
    ];
    for (const handoffs of edits) {
      engine.replace(serving(...handoffs));
      expect(handles.map(({ number }) => number)).toEqual(numbers);
      for (const [i, handle] of handles.entries()) {
        const isThere = handoffs.some(({ name }) => name === handle.name);
        for (const language of LANGUAGES) {
          const answer = engine.resolveNumber(numbers[i] as number, { language });
          expect(answer).toBe(handle.resolve({ language }));
          expect(answer.handoff).toBe(handle.name);
          if (!isThere) expect(answer.available).toBe(false);
        }
      }
    }
  });

  it("is good for ever, also when the handoff has more queues than ever before", () => {
    const [a, b] = [handoff("A", ["de"]), handoff("B", ["de"])];
    const engine = createEngine(serving(a, b), { now });
    const handle = engine.handoff("A");
    const before = handle.number;
    engine.replace(serving(handoff("A", LANGUAGES), b));
    const after = handle.number;
    expect(after).not.toBe(before);
    for (const number of [before, after]) {
      expect(engine.numbered(number)).toBe(handle);
      for (const language of LANGUAGES) {
        expect(engine.resolveNumber(number, { language })).toMatchObject({ queue: `A ${language}` });
      }
    }
    engine.replace(serving(a, b));
    expect(handle.number).toBe(after);
    for (const number of [before, after]) {
      expect(engine.resolveNumber(number, { language: "de" })).toMatchObject({ queue: "A de" });
      expect(engine.resolveNumber(number, { language: "en" })).toMatchObject({ available: false, handoff: "A" });
    }
  });

  it("is kept while one of many handoffs is edited, again and again", () => {
    const many = Array.from({ length: 20 }, (_, i) => handoff(`Other ${i}`, ["de", "en"].slice(i % 2)));
    const engine = createEngine(serving(handoff("A", ["de"]), ...many), { now });
    const given = engine.handoffs.map((handle) => ({ handle, number: handle.number }));
    const more = handoff("A", ["de", "fr"]);
    for (const edited of [more, { ...more, description: "more" }, handoff("A", ["it"]), handoff("A", ["es"]), more]) {
      // What is handed back as it was given is taken over as it stands.
      const [, ...others] = engine.configuration.handoffs;
      engine.replace(serving(edited, ...others));
      for (const { handle, number } of given) {
        for (const language of LANGUAGES) {
          expect(engine.resolveNumber(number, { language })).toBe(handle.resolve({ language }));
        }
      }
    }
  });

  it("may be asked of a handoff that is gone, before any other was", () => {
    const engine = createEngine(serving(handoff("A", ["de"]), handoff("B", ["de"])), { now });
    const [a, b] = engine.handoffs.map((handle) => handle);
    engine.replace(serving(handoff("B", ["de"])));
    const number = a?.number as number;
    expect(engine.resolveNumber(number)).toEqual({ available: false, handoff: "A", instructions: "no A" });
    expect(engine.numbered(number)).toBe(a);
    expect(engine.resolveNumber(b?.number as number, { language: "de" })).toMatchObject({ queue: "B de" });
    engine.replace(serving(handoff("B", ["de"]), handoff("A", ["en"])));
    expect(engine.resolveNumber(number, { language: "en" })).toMatchObject({ queue: "A en" });
  });

  it("that no handoff has is refused: an index, one of another engine, one beside it, and what is no number", () => {
    const [engine, other] = [1, 2].map(() =>
      createEngine(serving(handoff("A", LANGUAGES), handoff("B", LANGUAGES)), { now }),
    );
    const own = engine?.handoffs.map(({ number }) => number) ?? [];
    const numbers = other?.handoffs.map(({ number }) => number) ?? [];
    const beside = own.flatMap((number) => [number + 1, number - 1, number ^ 2, number + 2 ** 30, ~number]);
    for (const none of [0, 1, 2, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, ...numbers, ...beside]) {
      const text = `\`number\` must be the \`number\` of a handoff of this engine, got ${none}`;
      expect(() => engine?.resolveNumber(none, { at: NOW })).toThrow(new RangeError(text));
      expect(() => engine?.numbered(none)).toThrow(new RangeError(text));
    }
    for (const like of own.flatMap((number) => [number + 0.5, number + 2 ** 32, String(number) as never])) {
      expect(() => engine?.numbered(like)).toThrow(RangeError);
    }
    for (const none of [undefined, null, "A", {}] as unknown as number[]) {
      expect(() => engine?.resolveNumber(none)).toThrow(
        /^`number` must be the `number` of a handoff of this engine, got /,
      );
    }
    const [first] = engine?.handoffs ?? [];
    expect(() => engine?.resolveNumber(first?.number as number, { at: -1 })).toThrow(
      /^`at` must be epoch milliseconds from 63676800000 .*, got -1\.$/,
    );
  });

  it("takes memory of its own once queues have moved, which status() counts", () => {
    const [a, b] = [handoff("A", ["de"]), handoff("B", ["de"])];
    const bytes = (isAsked: boolean) => {
      const engine = createEngine(serving(a, b), { now });
      if (isAsked) expect(engine.handoff("B").number).toBe(engine.handoff("B").number);
      const counts = [[a, { ...b, description: "text" }], [b]].map((handoffs) => {
        engine.replace(serving(...(handoffs as [])));
        return engine.status().bytes;
      });
      return counts as [number, number];
    };
    const [without, asked] = [bytes(false), bytes(true)];
    expect(asked[0]).toBe(without[0]);
    expect(asked[1]).toBeGreaterThan(without[1]);
  });

  it("is not that of a handoff that is gone without ever having been asked for", () => {
    const [a, b] = [handoff("A", ["de"]), handoff("B", ["de"])];
    const [engine, twin] = [1, 2].map(() => createEngine(serving(a, b), { now }));
    expect(engine?.handoff("A").number).not.toBe(twin?.handoff("A").number);
    // Numbers of two engines differ by their salts alone.
    const salts = (engine?.handoff("A").number as number) ^ (twin?.handoff("A").number as number);
    const number = (twin?.handoff("B").number as number) ^ salts;
    expect(engine?.resolveNumber(number, { language: "de" })).toMatchObject({ queue: "B de" });
    engine?.replace(serving(a));
    const text = `\`number\` must be the \`number\` of a handoff of this engine, got ${number}`;
    expect(() => engine?.resolveNumber(number)).toThrow(new RangeError(text));
  });

  it("and the handles stay with what serves when there is no memory for a table of their own", () => {
    const all = ["A", "B", "C"].map((name) => handoff(name, ["de"]));
    const engine = createEngine(serving(...all), { now });
    const handles = engine.handoffs;
    const numbers = handles.map(({ number }) => number);
    // Two words a place, of three handoffs with two places each, and 64 places more.
    const words = 2 * (3 * 2 + 64);
    const { fill: filled } = Int32Array.prototype;
    const fill = vi.spyOn(Int32Array.prototype, "fill").mockImplementation(function (this: Int32Array, ...given) {
      if (this.length === words) throw new RangeError("Array buffer allocation failed");
      return filled.apply(this, given) as Int32Array<ArrayBuffer>;
    });
    expect(() => engine.replace(serving(...all.toReversed()))).toThrow("Array buffer allocation failed");
    fill.mockRestore();
    expect(engine.configuration.handoffs.map(({ name }) => name)).toEqual(["A", "B", "C"]);
    for (const [i, handle] of handles.entries()) {
      for (const answer of [handle.resolve(), engine.resolveNumber(numbers[i] as number)]) {
        expect(answer).toMatchObject({ handoff: handle.name, queue: `${handle.name} de` });
      }
    }
  });

  it("follows when the host's clock replaces what serves for the very question", () => {
    const clock = clockThatCalls(NOW);
    const engine = createEngine(serving(handoff("A", ["de"]), handoff("B", ["de"])), { now: clock.now });
    const { number } = engine.handoff("B");
    clock.onRead = () => engine.replace(serving(handoff("B", ["en"])));
    expect(engine.resolveNumber(number, { language: "en" })).toMatchObject({ queue: "B en" });
    clock.onRead = () => engine.replace(serving(handoff("A", ["de", "en", "es"])));
    expect(engine.resolveNumber(number, { language: "en" })).toMatchObject({ available: false, handoff: "B" });
  });

  it("answers as the handle through any replaces and closures", () => {
    const names = ["A", "B", "C", "D"];
    const served = fc.subarray(LANGUAGES, { minLength: 1 });
    const configurations = fc
      .shuffledSubarray(names, { minLength: 1 })
      .chain((some) => fc.tuple(...some.map((name) => served.map((languages) => handoff(name, languages)))))
      .map((handoffs) => serving(...handoffs));
    const step = fc.record({ configuration: configurations, asks: fc.subarray(names), isClosed: fc.boolean() });
    holds(fc.tuple(configurations, fc.array(step, { maxLength: 12 })), 500, ([first, steps]) => {
      const engine = createEngine(first, { now });
      const handles = new Map(engine.handoffs.map((handle) => [handle.name, handle]));
      const given = new Map<number, string>();
      for (const { configuration, asks, isClosed } of steps) {
        for (const name of asks) {
          const handle = handles.get(name);
          if (handle !== undefined) given.set(handle.number, name);
        }
        engine.replace(configuration);
        if (isClosed) engine.close({ language: "es" }, { reason: "training" });
        else engine.reopen({});
        for (const handle of engine.handoffs) handles.set(handle.name, handle);
        for (const [number, name] of given) {
          const handle = handles.get(name);
          for (const request of [...LANGUAGES.map((language) => ({ language })), { at: NOW - YEAR }, {}]) {
            const [byNumber, byHandle] = [engine.resolveNumber(number, request), handle?.resolve(request)];
            if (byNumber !== byHandle || byNumber.handoff !== name) {
              throw new Error(JSON.stringify({ number, name, request, byNumber, byHandle }));
            }
          }
        }
      }
    });
  }, 120_000);
});
