import { describe, expect, it } from "vitest";
import { createEngine, type Handoff } from "../../src/index.ts";
import { NOW, now, queue } from "./sample.ts";

const oneOf = (...destination: readonly unknown[]): Handoff =>
  createEngine(destination as never, { now }).handoff("default");

const picky = queue({ name: "Picky", supported_channel_types: ["voice", "chat"], supported_languages: ["en"] });
const open = queue({ name: "Anyone" });

const channels = ["Voice", "sms", "email", "", " voice", "voice\0", "x".repeat(10_000), "__proto__", "constructor"];
const languages = [
  ...["en_US", "e", "english", "i-klingon", "x-private", "en-a-bbb-a-ccc", "*", "root", "en\0", "\u0435n"],
  ...["en-x-aaaaaaaaa", "de-1996-1996", "", "__proto__", "constructor", "toString", "x".repeat(10_000), "en-\ud800"],
];
const oddities = [42, true, {}, [], Number.NaN, 10n, () => "en"];
/** Without a text of their own. */
const textless = [Symbol("en"), Object.create(null)];

describe("a channel that is none (row 94)", () => {
  it.each(channels)("%j matches a queue that names no channel, and no other", (channel) => {
    expect(oneOf(picky, open).resolve({ channel })).toMatchObject({ available: true, queue: "Anyone" });
    expect(oneOf(picky).resolve({ channel })).toMatchObject({ available: false });
    expect(oneOf(picky).explain({ channel, at: NOW }).queues).toMatchObject([{ verdict: "channel" }]);
  });
});

describe("a language tag that is malformed (row 95)", () => {
  it.each(languages)("%j matches a queue that names no language, and no other", (language) => {
    expect(oneOf(picky, open).resolve({ language })).toMatchObject({ available: true, queue: "Anyone" });
    expect(oneOf(picky).resolve({ language })).toMatchObject({ available: false });
    expect(oneOf(picky).explain({ language, at: NOW }).queues).toMatchObject([{ verdict: "language" }]);
  });
});

describe("a query (rows 94 and 95)", () => {
  it.each(oddities)("with %o for a channel and a language is answered, not thrown at", (odd) => {
    const request = { channel: odd as never, language: odd as never, at: NOW };
    const handoff = oneOf(picky, open);
    expect(handoff.resolve(request)).toMatchObject({ available: true, queue: "Anyone" });
    expect(handoff.nextChange(request)).toBeUndefined();
    expect(handoff.intervals({ ...request, from: NOW, to: NOW + 1 })).toHaveLength(1);
    expect(handoff.explain(request).queues).toHaveLength(2);
    expect(handoff.briefing({ ...request, timezone: odd as never }).facts.queue).toBe("Anyone");
    expect(handoff.transfer({ ...request, timezone: odd as never })).toMatchObject({ queue: "Anyone" });
  });

  it.each(textless)("with %o for a channel and a language is answered, not thrown at", (odd) => {
    const request = { channel: odd, language: odd, at: NOW };
    expect(oneOf(picky, open).resolve(request)).toMatchObject({ available: true, queue: "Anyone" });
    expect(oneOf(picky).nextChange(request)).toBeUndefined();
    expect(oneOf(picky).briefing({ ...request, timezone: odd }).facts.queue).toBeUndefined();
    expect(oneOf(picky).transfer({ ...request, timezone: odd })).toMatchObject({ reason: { code: "not_served" } });
  });

  it("with a symbol for a channel is explained", () => {
    const { queues } = oneOf(picky).explain({ at: NOW, channel: Symbol("voice") as never });
    expect(queues[0]?.text).toBe("Picky serves voice, chat, not the channel symbol");
  });

  it("with null for a channel and a language is one that leaves them out", () => {
    const request = { channel: null as never, language: null as never };
    expect(oneOf(picky).resolve(request)).toMatchObject({ available: true, queue: "Picky" });
  });

  it.each([
    ["EN", "Picky"],
    ["en-us", "Picky"],
    ["eng", "Picky"],
    ["de", "Anyone"],
  ])("in %s finds %s, whatever its capitals and aliases (rows 96 and 97)", (language, expected) => {
    expect(oneOf(picky, open).resolve({ language })).toMatchObject({ queue: expected });
  });

  it("does not change the prototype of all objects (row 21)", () => {
    const before = Reflect.ownKeys(Object.prototype);
    for (const text of ["__proto__", "constructor", "prototype"]) {
      oneOf(picky, open).resolve({ channel: text, language: text });
    }
    expect(Reflect.ownKeys(Object.prototype)).toEqual(before);
  });
});
