import { describe, expect, it } from "vitest";
import { SECTION_COUNT, SECTIONS } from "../../src/resolve/snapshot-tables.ts";
import { sampleEngine } from "./sample.ts";
import {
  COUNT,
  changed,
  LENGTH,
  leafWord,
  NO_BOUNDARY,
  replaced,
  replacedInTree,
  type SectionName,
  sealed,
  section,
  strideOf,
  TABLE,
  treeParts,
  verdict,
  words,
} from "./tamper.ts";

const SOUND = sampleEngine().snapshot();
/** A row has room for eleven more, which are never read. */
const SCHEDULES = 5;
const MALFORMED = "E_SNAPSHOT_TABLE: snapshot is malformed: ";

/** The table in which a number that leads nowhere is found, by the place that leads there. */
const LEADING: readonly (readonly [SectionName, number, string])[] = [
  ["dimensions", 0, "first day 0 is"],
  ["dimensions", 1, "days 0 is"],
  ["dimensions", 2, "schedules 0 is"],
  ["firstQueue", 0, "queues of handoffs 0 is"],
  ["firstQueue", 1, "queues of handoffs "],
  ["firstQueue", 3, "queues of handoffs "],
  ["queues", 0, "schedule 0 is"],
  ["queues", 3, "language set and channels 1 is"],
  ["handoffTexts", 5, "text of handoffs 5 is"],
  ["queueTexts", 3, "text of queues 3 is"],
  ["setTexts", 1, "text of language sets 1 is"],
  ["textStarts", 0, "text starts 0 is"],
  ["textStarts", 4, "text starts "],
  ["textStarts", 24, "text starts "],
  ["nameSlots", 2, "name slot 2 is"],
];
const CLOSED = leafWord(NO_BOUNDARY, NO_BOUNDARY, 0);
const NOWHERE = [-1, -0x8000_0000, 0x7fff_ffff, 0xffff_ffff];

describe("offsets out of range are refused though the checksum matches", () => {
  it("what is sealed anew is sound", () => {
    for (const name of Object.keys(SECTIONS) as SectionName[]) {
      expect([name, verdict(replaced(SOUND, name, section(SOUND, name)))]).toEqual([name, "loaded"]);
    }
  });

  it.each(LEADING)("%s[%i] leads nowhere: %s", (name, place, said) => {
    // There, -1 says that nobody stands there: what that leads to is told in tables-that-do-not-fit.
    const isRoute = name === "queues" && place % 2 === 1;
    for (const value of isRoute ? NOWHERE.filter((number) => (number | 0) !== -1) : NOWHERE) {
      const refusal = verdict(changed(SOUND, name, (numbers) => numbers.fill(value, place, place + 1)));
      expect(refusal.slice(0, MALFORMED.length + said.length)).toBe(MALFORMED + said);
    }
  });

  it("rows are padded to whole words, with zeros", () => {
    const [, days = 0, schedules] = words(section(SOUND, "dimensions"));
    const { rows } = treeParts(SOUND);
    expect([schedules, strideOf(SOUND), rows.length]).toEqual([SCHEDULES, 16, days * 16]);
    expect(rows.filter((_, place) => place % 16 >= SCHEDULES).every((place) => place === 0)).toBe(true);
    expect(rows.filter((_, place) => place % 16 < SCHEDULES).some((place) => place !== 0)).toBe(true);
  });

  it("every list that a schedule has in an era: nowhere, among rows and lists, past the last leaf, of no width", () => {
    const { lists, leaves } = treeParts(SOUND);
    const stride = strideOf(SOUND);
    const [firstDay = 0] = words(section(SOUND, "dimensions"));
    const firstDays = 256 - (firstDay % 256);
    const end = words(section(SOUND, "words")).length;
    const elsewhere = [0, end - leaves.length - 2, end - 1, end, (1 << 28) - 2].map((start) => (start << 4) | 1);
    for (let place = 0; place < lists.length; place++) {
      const [era, schedule] = [Math.floor(place / stride), place % stride];
      for (const list of [...NOWHERE, ...elsewhere]) {
        const refusal = verdict(replacedInTree(SOUND, { lists: lists.with(place, list) }));
        const said = `${MALFORMED}schedule ${schedule} has no leaf from day ${era * firstDays} on`;
        expect([place, list, refusal]).toEqual([place, list, schedule < SCHEDULES ? said : "loaded"]);
      }
    }
  });

  it.each([SCHEDULES, 16])("every row: a day whose leaf is past all others, of %i schedules", (schedules) => {
    const bytes = changed(SOUND, "dimensions", (numbers) => {
      numbers[2] = schedules;
    });
    const { rows, lists, leaves } = treeParts(bytes);
    const stride = strideOf(bytes);
    const [firstDay = 0] = words(section(bytes, "dimensions"));
    const firstDays = 256 - (firstDay % 256);
    // Fifteen leaves, which all schedules have: the sixteenth would be that of another.
    const start = words(section(bytes, "words")).length - leaves.length;
    const few = { leaves: new Int32Array(30).fill(CLOSED), lists: new Int32Array(lists.length).fill((start << 4) | 1) };
    expect(verdict(replacedInTree(bytes, { rows, ...few }))).toBe("loaded");
    expect(verdict(replacedInTree(bytes, { rows: rows.map((_, i) => i % 15), ...few }))).toBe("loaded");
    for (let place = 0; place < rows.length; place++) {
      const refusal = verdict(replacedInTree(bytes, { rows: rows.with(place, 15), ...few }));
      const [day, schedule] = [Math.floor(place / stride), place % stride];
      const era = day < firstDays ? 0 : firstDays;
      const said = `${MALFORMED}schedule ${schedule} has no leaf from day ${era} on`;
      expect([place, refusal]).toEqual([place, schedule < schedules ? said : "loaded"]);
    }
  });

  it("every section: elsewhere, longer or shorter than its place, out of order", () => {
    for (let s = 0; s < SECTION_COUNT; s++) {
      const [start = 0, size = 0] = words(SOUND).subarray(TABLE + 2 * s);
      const next = words(SOUND)[TABLE + 2 * s + 2] ?? 0;
      const changes: readonly (readonly [number, number])[] = [
        ...[-8, 0, 8, start - 8, start + 1, start + 8, next, 0x7fff_fff8, -0x8000_0000].map(
          (at) => [at, size] as const,
        ),
        ...[-1, SOUND.length - start + 1, 0x7fff_ffff, 0xffff_ffff].map((bytes) => [start, bytes] as const),
      ];
      for (const [at, bytes] of changes) {
        const copy = SOUND.slice();
        words(copy).set([at, bytes], TABLE + 2 * s);
        const said = `section ${s} is ${bytes | 0} bytes from ${at} on, of ${SOUND.length}`;
        expect(verdict(sealed(copy))).toBe(MALFORMED + said);
      }
    }
  });

  it.each([0, 1, SECTION_COUNT - 1, SECTION_COUNT + 1, -1, 0x7fff_ffff])("%i sections", (count) => {
    const copy = SOUND.slice();
    words(copy)[COUNT] = count;
    expect(verdict(sealed(copy))).toBe(`${MALFORMED}it has ${count} sections, not 11`);
  });

  it("bytes behind the last section", () => {
    const longer = new Uint8Array(SOUND.length + 8);
    longer.set(SOUND);
    words(longer)[LENGTH] = longer.length;
    const end = SOUND.length - 8 + (section(SOUND, "info").length % 8);
    expect(verdict(sealed(longer))).toBe(`${MALFORMED}its sections end at ${end}, of ${longer.length}`);
  });
});
