import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadSnapshot, SnapshotError } from "../../src/runtime.ts";
import { sampleEngine } from "./sample.ts";
import { changed, LENGTH, sealed, verdict, words } from "./tamper.ts";

const SOUND = sampleEngine().snapshot();

/** The words of the header that have an error of their own; the checksum is over all that comes after it. */
const CODE_OF_WORD = ["MAGIC", "MAGIC", "VERSION", "LENGTH", "CHECKSUM"];
const codeAt = (byte: number) => `E_SNAPSHOT_${CODE_OF_WORD[byte >> 2] ?? "CHECKSUM"}`;

/** Thousands of errors are thrown here, and nobody reads where. */
const { stackTraceLimit } = Error;
beforeAll(() => {
  Error.stackTraceLimit = 0;
});
afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit;
});

function withWord(word: number, value: number) {
  const bytes = SOUND.slice();
  words(bytes)[word] = value;
  return bytes;
}

describe("every wrong buffer is refused", () => {
  it("the right one is not", () => {
    expect(verdict(SOUND)).toBe("loaded");
  });

  it("cut short at any byte", () => {
    const wrong: string[] = [];
    for (let length = 0; length < SOUND.length; length++) {
      const said = verdict(SOUND.subarray(0, length));
      if (!said.startsWith(`E_SNAPSHOT_LENGTH: snapshot has ${length} bytes, expected `))
        wrong.push(`${length} ${said}`);
    }
    expect(wrong).toEqual([]);
  });

  it("cut short, with a length and a checksum that say it is whole", () => {
    const wrong: string[] = [];
    for (let length = 24; length < SOUND.length; length += 8) {
      const bytes = SOUND.slice(0, length);
      words(bytes)[LENGTH] = length;
      const said = verdict(sealed(bytes));
      if (!said.startsWith("E_SNAPSHOT_TABLE: ")) wrong.push(`${length} ${said}`);
    }
    expect(wrong).toEqual([]);
  });

  it("with any one bit flipped", () => {
    const bytes = SOUND.slice();
    const wrong: string[] = [];
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const byte = bit >> 3;
      const before = bytes[byte] as number;
      bytes[byte] = before ^ (1 << (bit & 7));
      const said = verdict(bytes);
      if (!said.startsWith(`${codeAt(byte)}: `)) wrong.push(`bit ${bit}: ${said}`);
      bytes[byte] = before;
    }
    expect(wrong).toEqual([]);
    expect(verdict(bytes)).toBe("loaded");
  });

  it.each([
    ["nothing at all", undefined, "E_SNAPSHOT_TYPE: a snapshot is an ArrayBuffer, a SharedArrayBuffer or a Uint8Array"],
    ["a text", "HANDOFF\n", "E_SNAPSHOT_TYPE: a snapshot is an ArrayBuffer, a SharedArrayBuffer or a Uint8Array"],
    ["a list", [...SOUND], "E_SNAPSHOT_TYPE: a snapshot is an ArrayBuffer, a SharedArrayBuffer or a Uint8Array"],
    [
      "another view",
      words(SOUND),
      "E_SNAPSHOT_TYPE: a snapshot is an ArrayBuffer, a SharedArrayBuffer or a Uint8Array",
    ],
    ["other bytes", new Uint8Array(64), "E_SNAPSHOT_MAGIC: not a snapshot: it does not begin with `HANDOFF`"],
    [
      "no byte",
      new Uint8Array(),
      "E_SNAPSHOT_LENGTH: snapshot has 0 bytes, expected a multiple of 8 from 24 on: is it cut short?",
    ],
    [
      "bytes too few to be a multiple of 8",
      SOUND.subarray(0, 9001),
      "E_SNAPSHOT_LENGTH: snapshot has 9001 bytes, expected a multiple of 8 from 24 on: is it cut short?",
    ],
    [
      "the first half",
      SOUND.subarray(0, 4000),
      `E_SNAPSHOT_LENGTH: snapshot has 4000 bytes, expected ${SOUND.length}: is it cut short?`,
    ],
    [
      "bytes behind the end",
      Buffer.concat([SOUND, Buffer.alloc(16)]),
      `E_SNAPSHOT_LENGTH: snapshot has ${SOUND.length + 16} bytes, expected ${SOUND.length}: is it cut short?`,
    ],
    [
      "a later format",
      withWord(2, 5),
      "E_SNAPSHOT_VERSION: snapshot has format version 5, this runtime reads version 4",
    ],
    [
      "an earlier one",
      withWord(2, 3),
      "E_SNAPSHOT_VERSION: snapshot has format version 3, this runtime reads version 4",
    ],
    ["a later byte changed", withWord(500, 7), "E_SNAPSHOT_CHECKSUM: snapshot is damaged: its checksum does not match"],
    ["another checksum", withWord(4, 7), "E_SNAPSHOT_CHECKSUM: snapshot is damaged: its checksum does not match"],
    [
      "a table that leads nowhere",
      changed(SOUND, "handoffTexts", (texts) => texts.fill(1000, 2, 3)),
      "E_SNAPSHOT_TABLE: snapshot is malformed: text of handoffs 2 is 1000, not from 0 to 24",
    ],
  ])("%s", (_, bytes, said) => {
    expect(verdict(bytes as Uint8Array)).toBe(said);
  });

  it("by an error of a class of its own", () => {
    const load = () => loadSnapshot(new Uint8Array(64));
    expect(load).toThrow(SnapshotError);
    expect(load).toThrow(expect.objectContaining({ name: "SnapshotError", code: "E_SNAPSHOT_MAGIC" }));
  });
});
