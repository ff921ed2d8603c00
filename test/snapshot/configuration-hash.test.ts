import { describe, expect, it } from "vitest";
import { configurationHash } from "../../src/config/configuration-hash.ts";
import { SAMPLE } from "./sample.ts";

const hashOf = (value: unknown) => configurationHash(value as typeof SAMPLE);

/** Every value that differs from the given one in one place: a character, a key, a flag, a number, an order, a length. */
function* variantsOf(value: unknown): Generator<unknown> {
  if (typeof value === "string") {
    for (let i = 0; i < value.length; i++)
      yield `${value.slice(0, i)}${value[i] === "x" ? "y" : "x"}${value.slice(i + 1)}`;
    yield `${value} `;
  } else if (typeof value === "boolean") yield !value;
  else if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      for (const variant of variantsOf(value[i])) yield value.with(i, variant);
      yield value.toSpliced(i, 1);
      if (i > 0) yield [...value.slice(0, i - 1), value[i], value[i - 1], ...value.slice(i + 1)];
    }
    yield [...value, "x"];
  } else if (typeof value === "object" && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      const { [key]: _, ...others } = value as { readonly [key: string]: unknown };
      for (const variant of variantsOf(member)) yield { ...others, [key]: variant };
      yield others;
      yield { ...others, [`${key}x`]: member };
    }
    yield { ...value, x: "" };
  }
}

describe("the hash of a configuration", () => {
  it("is 16 hexadecimal digits, the same each time", () => {
    expect(hashOf(SAMPLE)).toMatch(/^[0-9a-f]{16}$/);
    expect(hashOf(structuredClone(SAMPLE))).toBe(hashOf(SAMPLE));
  });

  it("is another one for any one character, key, flag, order or length", () => {
    const texts = new Set([SAMPLE, ...variantsOf(SAMPLE)].map((value) => JSON.stringify(value)));
    const hashes = new Set([...texts].map((text) => hashOf(JSON.parse(text))));
    expect(texts.size).toBeGreaterThan(1500);
    expect(hashes.size).toBe(texts.size);
  });

  it("tells values of different kinds apart that read the same", () => {
    const values = [
      null,
      "null",
      true,
      "true",
      0,
      "0",
      [],
      {},
      "",
      [[]],
      [{}],
      { "": "" },
      [""],
      ["", ""],
      ["a", "b"],
      ["ab"],
    ];
    expect(new Set(values.map(hashOf)).size).toBe(values.length);
  });

  it("sees a key whose value is the same text", () => {
    const values = [
      {},
      { voice: "voice" },
      { chat: "chat" },
      { voice: "voice", chat: "chat" },
      { voice: "chat", chat: "voice" },
    ];
    expect(new Set(values.map(hashOf)).size).toBe(values.length);
  });

  it("does not depend on which parts are one object, nor on the order of keys", () => {
    const part = { start: "09:00", end: "17:00" };
    expect(hashOf([part, part])).toBe(hashOf([{ ...part }, { end: "17:00", start: "09:00" }]));
    expect(hashOf({ a: part, b: part })).not.toBe(hashOf({ a: part }));
  });
});
