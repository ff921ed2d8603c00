import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadSnapshot, type Snapshot, SnapshotError } from "../../src/runtime.ts";
import { holds } from "../properties/holds.ts";
import { DAY, NOW, SAMPLE, sampleEngine } from "./sample.ts";
import { replaced, sealed, section, words } from "./tamper.ts";

const SOUND = sampleEngine().snapshot();
const WORDS = words(SOUND);
const TEXT = section(SOUND, "text");
const OUTSIDE_TEXT = Array.from(WORDS.keys()).filter(
  (w) => w * 4 < TEXT.byteOffset || w * 4 >= TEXT.byteOffset + TEXT.length,
);

const REQUESTS = [
  { at: NOW, channel: "voice", language: "de-AT" },
  { at: NOW - 14 * DAY, language: "iw" },
  { at: NOW + 12 * DAY, channel: "chat", language: "zh-Hant-TW" },
  { at: NOW + 40 * DAY, channel: "fax", language: "not a tag" },
  { at: NOW + 11.3 * DAY },
  { at: NOW + 4000 * DAY, language: "sr-Latn-RS" },
];
const ALLOWED = /^(`at` is outside the snapshot's window: |no handoff is named ")/;

interface Overwriting {
  readonly word: number;
  readonly value: number;
  /** Bits of the value that count; the others stay. */
  readonly mask: number;
}

const overwriting: fc.Arbitrary<Overwriting> = fc.record({
  word: fc.oneof(fc.constantFrom(...OUTSIDE_TEXT), fc.constantFrom(...OUTSIDE_TEXT), fc.nat({ max: WORDS.length - 1 })),
  value: fc.oneof(
    fc.noBias(fc.integer()),
    fc.integer({ min: -2, max: 300 }),
    fc.constantFrom(...WORDS),
    fc.constantFrom(0x7fff_ffff, -0x8000_0000, -1, 0xffff, 0x1_0000),
  ),
  mask: fc.constantFrom(-1, -1, 0xff, 0xff00, 0xff_0000, 0xffff, -0x1_0000),
});

function tampered(changes: readonly Overwriting[]): Uint8Array<ArrayBuffer> {
  const bytes = SOUND.slice();
  const all = words(bytes);
  for (const { word, value, mask } of changes) all[word] = ((all[word] as number) & ~mask) | (value & mask);
  return sealed(bytes);
}

/** Throws what is neither an answer nor an error that is documented. */
function askAll(snapshot: Snapshot): void {
  for (const name of [...snapshot.names, ...SAMPLE.handoffs.map(({ name }) => name), "nobody"]) {
    for (const request of REQUESTS) {
      try {
        const answer = snapshot.handoff(name).resolve(request);
        for (const text of Object.values(answer).slice(1)) expect(text).toBeTypeOf("string");
      } catch (error) {
        if (!(error instanceof RangeError) || !ALLOWED.test(error.message)) throw error;
      }
    }
  }
}

describe("any words overwritten, and the checksum made anew", () => {
  it("is refused with a SnapshotError, or answers", () => {
    const verdicts = { loaded: 0, refused: 0 };
    holds(fc.array(overwriting, { minLength: 1, maxLength: 3 }), 2000, (changes) => {
      let snapshot: Snapshot;
      try {
        snapshot = loadSnapshot(tampered(changes));
      } catch (error) {
        if (!(error instanceof SnapshotError)) throw error;
        verdicts.refused++;
        return;
      }
      verdicts.loaded++;
      askAll(snapshot);
    });
    expect(verdicts.refused).toBeGreaterThan(300);
    expect(verdicts.loaded).toBeGreaterThan(300);
  });

  it("language tables that lead in a circle are read to an end", () => {
    const text = section(SOUND, "text").slice();
    const [, end = 0] = words(section(SOUND, "textStarts").slice());
    text.fill(0x20, 0, end).set(new TextEncoder().encode("de pt pt de"));
    const snapshot = loadSnapshot(replaced(SOUND, "text", text));
    expect(snapshot.handoff("Straße").resolve({ at: NOW, language: "de" }).available).toBe(false);
    expect(snapshot.handoff("Straße").resolve({ at: NOW, language: "es" }).available).toBe(true);
  });
});
