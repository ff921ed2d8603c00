import { FIRST_INSTANT, MS_PER_MINUTE } from "./instant.ts";
import { offsetByRule, type PosixRule, parsePosixRule } from "./posix-rule.ts";
import { checkBlock, type Refuse, readBlock, TYPE_BYTES, type TzifBlock, typesAt } from "./tzif-block.ts";
import { ZoneDataError } from "./zone-data-error.ts";
import { changeTo, type ZoneLaw } from "./zone-law.ts";

/** Ten times the largest that zic makes. */
export const MOST_TZIF_BYTES: number = 64 * 1024;

const NEWLINE = 10;
const MOST_SHOWN = 60;
const FIRST_SECOND = FIRST_INSTANT / 1000;
const FIRST_MINUTE = FIRST_INSTANT / MS_PER_MINUTE;
const TWO_TO_32 = 2 ** 32;
/** RFC 9636, 3.2: an offset is more than -25 and less than 26 hours. */
const LEAST_OFFSET = -25 * 3600 + 1;
const MOST_OFFSET = 26 * 3600 - 1;

/**
 * The law of a zone as a TZif file has it: RFC 9636, versions 2 and later, of which the 64-bit block and the footer are
 * read. `label` names the zone. Throws a ZoneDataError, which says what is wrong, for anything but a sound file.
 */
export function readTzif(bytes: Uint8Array, label: string): ZoneLaw {
  const refuse = (reason: string): never => {
    throw new ZoneDataError("E_TZDATA_ZONE", `time-zone data of ${label} is corrupt: ${reason}`);
  };
  if (bytes.length > MOST_TZIF_BYTES) refuse(`it has more than ${MOST_TZIF_BYTES} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = readBlock(view, 0, 4, refuse);
  const block = readBlock(view, first.end, 8, refuse);
  checkBlock(view, block, first.version, refuse);
  const rule = readFooter(view, block.end, refuse);
  return { label, ...readLaw(view, block, rule, refuse) };
}

/** Undefined for an empty one, which leaves the time after the last transition open. What follows it is for the future. */
function readFooter(view: DataView, at: number, refuse: Refuse): PosixRule | undefined {
  if (at >= view.byteLength) refuse("its footer is missing");
  if (view.getUint8(at) !== NEWLINE) refuse("its footer does not begin with a newline");
  let text = "";
  for (let i = at + 1; ; i++) {
    if (i >= view.byteLength) refuse("its footer has no end");
    const byte = view.getUint8(i);
    if (byte === NEWLINE) break;
    if (byte < 0x20 || byte > 0x7e) refuse("its footer is not printable text");
    text += String.fromCharCode(byte);
  }
  if (text === "") return undefined;
  return (
    parsePosixRule(text) ?? refuse(`its footer \`${text.slice(0, MOST_SHOWN)}\` is no POSIX TZ string in whole minutes`)
  );
}

function readLaw(
  view: DataView,
  block: TzifBlock,
  rule: PosixRule | undefined,
  refuse: Refuse,
): Omit<ZoneLaw, "label"> {
  const types = readTypes(view, block, refuse);
  // Before the first transition it is the first type, and without transitions the rule holds throughout: RFC 9636, 3.2.
  const initial = block.transitions > 0 || rule === undefined ? types[0] : offsetByRule(rule, FIRST_MINUTE) * 60;
  const found = { starts: [FIRST_SECOND], offsets: [initial as number] };
  const indices = block.start + block.transitions * 8;
  let second = Number.NEGATIVE_INFINITY;
  let offset = initial as number;
  for (let i = 0; i < block.transitions; i++) {
    const before = second;
    second = view.getInt32(block.start + i * 8) * TWO_TO_32 + view.getUint32(block.start + i * 8 + 4);
    // Files of zic up to 2021b may have equal ones, of which the later holds.
    if (second < before) refuse(`its transition ${i} is earlier than the one before`);
    const type = view.getUint8(indices + i);
    if (type >= types.length) refuse(`its transition ${i} leads to the offset ${type} of ${types.length}`);
    offset = types[type] as number;
    changeTo(found, Math.max(second, FIRST_SECOND), offset);
  }
  // Transitions that change no offset, which fat files have at 2^31 - 1, are not among them.
  for (const each of found.starts) if (each % 60 !== 0) refuse(`its transition at ${each} s is at no whole minute`);
  for (const each of found.offsets) if (each % 60 !== 0) refuse(`its offset of ${each} s is no whole minute`);
  const ruleFrom = Math.floor(second / 60);
  if (block.transitions > 0 && rule !== undefined && offsetByRule(rule, ruleFrom) * 60 !== offset) {
    refuse("its footer contradicts its last transition");
  }
  return {
    from: FIRST_MINUTE,
    // RFC 9636, 3.2: without a footer, local time is unspecified from the last transition on.
    end: block.transitions > 0 && rule === undefined ? ruleFrom : Number.POSITIVE_INFINITY,
    starts: found.starts.map((start) => start / 60),
    offsets: found.offsets.map((each) => each / 60),
    rule,
    ruleFrom,
  };
}

/** UTC offsets in seconds. */
function readTypes(view: DataView, block: TzifBlock, refuse: Refuse): readonly number[] {
  const types: number[] = [];
  for (let i = 0; i < block.types; i++) {
    const at = typesAt(block) + i * TYPE_BYTES;
    const offset = view.getInt32(at);
    if (offset < LEAST_OFFSET || offset > MOST_OFFSET) refuse(`its offset ${i} is ${offset} seconds`);
    if (view.getUint8(at + 4) > 1) refuse(`its offset ${i} is neither standard nor daylight saving time`);
    if (view.getUint8(at + 5) >= block.designationBytes) refuse(`its offset ${i} has no designation`);
    types.push(offset);
  }
  return types;
}
