import { describe, expect, it } from "vitest";
import { sampleEngine } from "./sample.ts";
import { replaced, type SectionName, section, verdict, words } from "./tamper.ts";

const SOUND = sampleEngine().snapshot();
const MALFORMED = "E_SNAPSHOT_TABLE: snapshot is malformed: ";
const NAMES = ["dimensions", "words", "firstQueue", "queues", "handoffTexts", "queueTexts", "setTexts"] as const;

const utf8 = (text: string) => new TextEncoder().encode(text);
const numbers = (name: SectionName) => words(section(SOUND, name));

describe("tables that do not fit each other are refused though the checksum matches", () => {
  it.each([...NAMES, "textStarts", "nameSlots", "info"] as const)("%s: none", (name) => {
    expect(verdict(replaced(SOUND, name, new Uint8Array()))).toMatch(/^E_SNAPSHOT_TABLE: snapshot is malformed: ./);
  });

  it.each([...NAMES, "textStarts", "text"] as const)("%s: one short", (name) => {
    const short = name === "text" ? section(SOUND, name).slice(0, -1) : numbers(name).slice(0, -1);
    expect(verdict(replaced(SOUND, name, short))).toMatch(/^E_SNAPSHOT_TABLE: snapshot is malformed: ./);
  });

  it.each([
    [
      "first day after the end of time",
      "dimensions",
      Int32Array.of(99_999_999, 55, 5),
      "first day 0 is 99999999, not from 0 to 99999945",
    ],
    [
      "more days than have minutes in 32 bits",
      "dimensions",
      Int32Array.of(20_732, 1_491_309, 5),
      "days 0 is 1491309, not from 1 to 999999",
    ],
    ["no day", "dimensions", Int32Array.of(20_732, 0, 5), "days 0 is 0, not from 1 to 999999"],
    ["no schedule", "dimensions", Int32Array.of(20_732, 55, 0), "schedules 0 is 0, not from 1 to 194"],
    [
      "more schedules than words",
      "dimensions",
      Int32Array.of(20_732, 55, 195),
      "schedules 0 is 195, not from 1 to 194",
    ],
    [
      "schedules of which all days are no more than the words",
      "dimensions",
      Int32Array.of(20_732, 55, 0x7fff_ffff),
      "schedules 0 is 2147483647, not from 1 to 194",
    ],
    [
      "one schedule more than lists, where the row has room for it",
      "dimensions",
      Int32Array.of(20_732, 55, 6),
      "schedule 5 has no leaf from day 0 on",
    ],
    [
      "schedules in wider rows",
      "dimensions",
      Int32Array.of(20_732, 55, 17),
      "rows and lists 0 is 284, not from 0 to 194",
    ],
    ["one day more than rows", "dimensions", Int32Array.of(20_732, 56, 5), "schedule 3 has no leaf from day 0 on"],
    [
      "days that need more words than there are",
      "dimensions",
      Int32Array.of(20_732, 999_999, 194),
      "rows and lists 0 is 26812838, not from 0 to 194",
    ],
    [
      "one word less than rows and lists",
      "words",
      numbers("words").slice(0, 141),
      "rows and lists 0 is 142, not from 0 to 141",
    ],
    ["rows and lists, and no leaf", "words", numbers("words").slice(0, 142), "schedule 0 has no leaf from day 0 on"],
    [
      "no name slot is free",
      "nameSlots",
      Int32Array.of(1, 2, 3, 1),
      "name slots are 4, not a power of two with a free one",
    ],
    [
      "name slots are no power of two",
      "nameSlots",
      Int32Array.of(1, 2, 3, 0, 0, 0),
      "name slots are 6, not a power of two with a free one",
    ],
    ["no name slots", "nameSlots", new Int32Array(), "name slots are 0, not a power of two with a free one"],
    [
      "starts of texts that are not in order",
      "textStarts",
      numbers("textStarts").with(9, 0),
      "text starts 9 is 0 after 8112",
    ],
    ["no language tables", "textStarts", Int32Array.of(0), "text of languages 0 is 0, not from 0 to -1"],
    ["text that belongs to none", "text", new Uint8Array(8383), "text starts end at 8382, not 8383"],
    ["more handoffs than texts", "firstQueue", Int32Array.of(0, 2, 4, 5, 5), "handoff texts 0 is 9, not from 12 to 12"],
    [
      "nobody behind a handoff's queues",
      "queues",
      numbers("queues").with(5, 15),
      "queues of handoffs end at 3, not at 6 without a transfer",
    ],
    [
      "nobody among a handoff's queues",
      "queues",
      numbers("queues").with(3, -1),
      "queues of handoffs end at 3, not at 2 without a transfer",
    ],
    [
      "nobody behind the last queue",
      "queues",
      numbers("queues").with(15, 63),
      "queues of handoffs end at 8, not at 9 without a transfer",
    ],
    [
      "a handoff without a place",
      "firstQueue",
      Int32Array.of(0, 3, 3, 8),
      "queues of handoffs end at 3, not at 6 without a transfer",
    ],
    [
      "a transfer where nobody serves",
      "queueTexts",
      numbers("queueTexts").with(5, 7),
      "queues of handoffs end at 3, not at 3 without a transfer",
    ],
    ["broken JSON", "info", utf8('{"zones":'), "what it was made from is not told in JSON"],
    ["no JSON", "info", new Uint8Array(), "what it was made from is not told in JSON"],
    ["JSON of another kind", "info", utf8("null"), "what it was made from is not told in JSON"],
    ["JSON without zones", "info", utf8('{"configuration":"0"}'), "what it was made from is not told in JSON"],
  ] as const)("%s", (_, name, by, said) => {
    expect(verdict(replaced(SOUND, name, by))).toBe(MALFORMED + said);
  });
});
