import { describe, expect, it } from "vitest";
import { ZoneDataError } from "../../src/index.ts";
import { readTzif } from "../../src/time/tzif.ts";
import { spansOf } from "../../src/time/zone-law.ts";
import { FIXTURE_NAMES, fixture } from "./fixture.ts";
import { type TzifFile, tzifFile } from "./tzif-file.ts";

const LABEL = "`Some/Zone`";
const FROM = Date.UTC(1972, 0, 8) / 60_000;
const TO = Date.UTC(2100, 0, 1) / 60_000;

/** Why bytes are refused, undefined when they are not; anything but a ZoneDataError is thrown on. */
function refusal(bytes: Uint8Array): string | undefined {
  try {
    readTzif(bytes, LABEL);
    return undefined;
  } catch (error) {
    if (!(error instanceof ZoneDataError) || error.code !== "E_TZDATA_ZONE") throw error;
    const start = `time-zone data of ${LABEL} is corrupt: `;
    expect(error.message.slice(0, start.length)).toBe(start);
    return error.message.slice(start.length);
  }
}

function overwritten(bytes: Uint8Array, at: number, ...values: readonly number[]): Uint8Array {
  const copy = bytes.slice();
  copy.set(values, at);
  return copy;
}

/** Of the 64-bit block of `tzifFile`. */
const SECOND_HEADER = 44 + 7;
const NEW_YEAR = Date.UTC(2026, 0, 1) / 1000;
const MOST = 2 ** 32 - 1;
const HALF_HOURS: TzifFile["types"] = [
  [0, 0, 0],
  [1800, 0, 0],
];

describe("a file that zic made", () => {
  it.each(FIXTURE_NAMES)("%s is refused when it is cut, at whatever byte", (name) => {
    const whole = fixture(name);
    expect(refusal(whole)).toBeUndefined();
    const read: number[] = [];
    for (let length = 0; length < whole.length; length++) {
      if (refusal(whole.subarray(0, length)) === undefined) read.push(length);
    }
    expect(read).toEqual([]);
  });

  it.each(FIXTURE_NAMES)("%s with any byte changed is refused, or gives offsets that can be", (name) => {
    const whole = fixture(name);
    let refused = 0;
    for (let at = 0; at < Math.min(whole.length, 1500); at++) {
      for (const flip of [0x01, 0x80, 0xff]) {
        const bytes = overwritten(whole, at, (whole[at] as number) ^ flip);
        if (refusal(bytes) !== undefined) {
          refused++;
          continue;
        }
        const law = readTzif(bytes, LABEL);
        if (law.end <= FROM) continue;
        const { starts, offsets } = spansOf(law, FROM, Math.min(TO, law.end));
        expect(
          starts.every((start, i) => Number.isInteger(start) && (i === 0 || start > (starts[i - 1] as number))),
        ).toBe(true);
        expect(offsets.every((offset, i) => Number.isInteger(offset) && offset !== offsets[i - 1])).toBe(true);
      }
    }
    expect(refused).toBeGreaterThan(50);
  });

  it("may be followed by more, which is for readers of the future", () => {
    const whole = fixture("Test/Half_Hour");
    const longer = new Uint8Array([...whole, 1, 2, 3]);
    expect(readTzif(longer, LABEL)).toEqual(expect.objectContaining({ starts: readTzif(whole, LABEL).starts }));
  });
});

describe("a file is refused by name and reason", () => {
  it("unless it is sound", () => {
    expect(refusal(tzifFile())).toBeUndefined();
    expect(
      refusal(tzifFile({ types: HALF_HOURS, transitions: [[NEW_YEAR, 1]], footer: "\n<+00>-0:30\n" })),
    ).toBeUndefined();
  });

  it.each<[what: string, bytes: Uint8Array, reason: string]>([
    ["nothing at all", new Uint8Array(), "it ends within a header, at byte 0"],
    [
      "text",
      new Uint8Array(Buffer.from("# tzdb data for Africa and environs, a text of any length")),
      "`TZif` is missing at byte 0",
    ],
    [
      "another magic before the second block",
      overwritten(tzifFile(), SECOND_HEADER, 0x54, 0x5a, 0x69, 0x67),
      "`TZif` is missing at byte 51",
    ],
    [
      "version 1",
      tzifFile({ version: "\0" }),
      "it is of version 1, which has no rule for the future; version 2 or later is needed",
    ],
    ["a version that is no digit", tzifFile({ version: "x" }), "its version is the byte 120"],
    ["two versions", overwritten(tzifFile(), 4, 0x33), "its two headers differ in their version"],
    [
      "leap seconds",
      tzifFile({ counts: [0, 0, 1, 0, 1, 4], footer: `${"\0".repeat(12)}\nUTC0\n` }),
      "it counts leap seconds, as those of a folder `right` do",
    ],
    ["no offsets", tzifFile({ types: [] }), "it has no offsets"],
    [
      "three indicators for one offset",
      tzifFile({ counts: [3, 0, 0, 0, 1, 4], footer: "\0\0\0\nUTC0\n" }),
      "its counts contradict each other",
    ],
    ["no designations", tzifFile({ designations: "" }), "its designations have no end"],
    ["designations without an end", tzifFile({ designations: "UTC" }), "its designations have no end"],
    ["an offset without a designation", tzifFile({ types: [[0, 0, 4]] }), "its offset 0 has no designation"],
    ["an offset of 26 hours", tzifFile({ types: [[93_600, 0, 0]] }), "its offset 0 is 93600 seconds"],
    ["an offset of -25 hours", tzifFile({ types: [[-90_000, 0, 0]] }), "its offset 0 is -90000 seconds"],
    [
      "daylight saving time 2",
      tzifFile({ types: [[0, 2, 0]] }),
      "its offset 0 is neither standard nor daylight saving time",
    ],
    [
      "transitions that go back",
      tzifFile({
        types: HALF_HOURS,
        transitions: [
          [NEW_YEAR, 1],
          [NEW_YEAR - 1, 0],
        ],
      }),
      "its transition 1 is earlier than the one before",
    ],
    [
      "an offset that is not there",
      tzifFile({ types: HALF_HOURS, transitions: [[NEW_YEAR, 2]] }),
      "its transition 0 leads to the offset 2 of 2",
    ],
    [
      "an offset of half a minute",
      tzifFile({
        types: [
          [0, 0, 0],
          [30, 0, 0],
        ],
        transitions: [[NEW_YEAR, 1]],
        footer: "\n\n",
      }),
      "its offset of 30 s is no whole minute",
    ],
    [
      "an offset of half a minute from before 1972 on",
      tzifFile({ types: [[-2670, 0, 0]], footer: "\n\n" }),
      "its offset of -2670 s is no whole minute",
    ],
    [
      "a transition within a minute",
      tzifFile({ types: HALF_HOURS, transitions: [[NEW_YEAR + 1, 1]], footer: "\n<+00>-0:30\n" }),
      `its transition at ${NEW_YEAR + 1} s is at no whole minute`,
    ],
    ["no footer at all", tzifFile({ footer: "" }), "its footer is missing"],
    ["a footer on the same line", tzifFile({ footer: "UTC0\n" }), "its footer does not begin with a newline"],
    ["a footer without an end", tzifFile({ footer: "\nUTC0" }), "its footer has no end"],
    ["a footer of control characters", tzifFile({ footer: "\n\u001b[2J\n" }), "its footer is not printable text"],
    ["a footer of Latin-1", tzifFile({ footer: "\n\u00e9\u00e9\u00e90\n" }), "its footer is not printable text"],
    [
      "a footer that is no rule",
      tzifFile({ footer: "\nUTC\n" }),
      "its footer `UTC` is no POSIX TZ string in whole minutes",
    ],
    [
      "a footer in seconds",
      tzifFile({ footer: "\nLMT0:44:30\n" }),
      "its footer `LMT0:44:30` is no POSIX TZ string in whole minutes",
    ],
    [
      "a footer of another offset",
      tzifFile({ types: HALF_HOURS, transitions: [[NEW_YEAR, 1]], footer: "\nEST5\n" }),
      "its footer contradicts its last transition",
    ],
    ["a megabyte", new Uint8Array(1 << 20), "it has more than 65536 bytes"],
  ])("%s", (_, bytes, reason) => {
    expect(refusal(bytes)).toBe(reason);
  });

  it.each([0, 1, 2, 3, 4, 5])("a count of four billion, the one with number %i", (which) => {
    for (const header of [0, SECOND_HEADER]) {
      const bytes = overwritten(tzifFile(), header + 20 + which * 4, 255, 255, 255, 255);
      expect(refusal(bytes)).toMatch(/^its counts ask for \d+ bytes, it has \d+$/);
    }
    expect(refusal(tzifFile({ counts: [MOST, MOST, MOST, MOST, MOST, MOST] }))).toMatch(
      /^its counts ask for \d+ bytes/,
    );
  });
});
