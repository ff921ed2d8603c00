import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { type LoadOptions, loadSnapshot } from "../../src/runtime.ts";
import { NOW, sampleEngine } from "./sample.ts";
import { changed, sealed, treeParts, verdict, words } from "./tamper.ts";

const engine = sampleEngine();
const SOUND = engine.snapshot();
const REQUEST = { at: NOW, language: "en" };
const ANSWER = engine.resolve("Billing Support", REQUEST);

function answer(bytes: Parameters<typeof loadSnapshot>[0], options?: LoadOptions) {
  return loadSnapshot(bytes, options).handoff("Billing Support").resolve(REQUEST);
}

/** The snapshot at some place of a larger buffer. */
function within<Whole extends Uint8Array>(whole: Whole, start: number): Whole {
  whole.set(SOUND, start);
  return whole.subarray(start, start + SOUND.length) as Whole;
}

/** Whether a change of the given bytes, after loading them, changes the answers. */
function isReadInPlace(bytes: Uint8Array): boolean {
  const handoff = loadSnapshot(bytes).handoff("Straße");
  expect(handoff.resolve({ at: NOW }).available).toBe(true);
  const { byteOffset, byteLength } = treeParts(SOUND).leaves;
  // No boundary comes in the day, and it begins closed.
  bytes.fill(0x7e, byteOffset, byteOffset + byteLength);
  return !handoff.resolve({ at: NOW }).available;
}

describe("a snapshot is read where it lies", () => {
  it.each([
    ["an ArrayBuffer", () => SOUND.slice().buffer],
    ["a SharedArrayBuffer", () => within(new Uint8Array(new SharedArrayBuffer(SOUND.length)), 0).buffer],
    ["a view of all of a buffer", () => SOUND.slice()],
    ["a view of a part, at a multiple of eight bytes", () => within(new Uint8Array(20_000), 64)],
    ["a view of a part of shared memory", () => within(new Uint8Array(new SharedArrayBuffer(20_000)), 64)],
    ["a view at an odd byte", () => within(new Uint8Array(20_000), 13)],
    ["a view at an odd byte of shared memory", () => within(new Uint8Array(new SharedArrayBuffer(20_000)), 13)],
    ["a Buffer of Node", () => Buffer.from(SOUND)],
    ["a Buffer of Node at an odd byte", () => within(Buffer.alloc(20_000), 13)],
    ["an ArrayBuffer of another realm", () => within(runInNewContext(`new Uint8Array(${SOUND.length})`), 0).buffer],
    ["a view of another realm", () => within(runInNewContext("new Uint8Array(20000)"), 64)],
    ["a view of another realm at an odd byte", () => within(runInNewContext("new Uint8Array(20000)"), 13)],
  ])("%s is opened", (_, bytes) => {
    expect(answer(bytes())).toEqual(ANSWER);
  });

  it("nothing is copied but a view that begins at no multiple of eight bytes", () => {
    expect(isReadInPlace(SOUND.slice())).toBe(true);
    expect(isReadInPlace(within(new Uint8Array(20_000), 64))).toBe(true);
    expect(isReadInPlace(within(Buffer.alloc(20_000), 64 - (Buffer.alloc(20_000).byteOffset % 8)))).toBe(true);
    expect(isReadInPlace(within(new Uint8Array(20_000), 13))).toBe(false);
    expect(isReadInPlace(within(Buffer.alloc(20_000), 13))).toBe(false);
  });

  it("a buffer that was transferred to another thread is refused like one that was cut short", () => {
    const bytes = SOUND.slice();
    structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
    const said = "E_SNAPSHOT_LENGTH: snapshot has 0 bytes, expected a multiple of 8 from 24 on: is it cut short?";
    expect(verdict(bytes.buffer)).toBe(said);
    expect(verdict(bytes)).toBe(said);
  });

  it("what is damaged after the checks is answered wrongly, but answered", () => {
    const damaged = changed(SOUND, "queues", (numbers) => numbers.fill(0, numbers.length - 1));
    const { names } = loadSnapshot(damaged, { trusted: true });
    const last = loadSnapshot(damaged, { trusted: true }).handoff(names.at(-1) as string);
    expect(last.resolve({ at: NOW, channel: "fax" })).toBeTypeOf("object");
  });

  it("`trusted` skips the checks, not what says which format it is", () => {
    const damaged = SOUND.slice();
    words(damaged)[4] = 1;
    expect(verdict(damaged)).toMatch(/^E_SNAPSHOT_CHECKSUM/);
    expect(answer(damaged, { trusted: true })).toEqual(ANSWER);
    const malformed = changed(SOUND, "nameSlots", (slots) => slots.fill(1000, -1));
    expect(verdict(malformed)).toMatch(/^E_SNAPSHOT_TABLE/);
    expect(() => loadSnapshot(malformed, { trusted: true })).not.toThrow();
    const later = SOUND.slice();
    words(later)[2] = 5;
    expect(() => loadSnapshot(sealed(later), { trusted: true })).toThrow("snapshot has format version 5");
    expect(() => loadSnapshot(SOUND.slice(0, 800), { trusted: true })).toThrow("snapshot has 800 bytes");
  });
});
