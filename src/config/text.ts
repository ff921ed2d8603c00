import { type LooseObject, textIn } from "./loose.ts";
import { pointerTo } from "./pointer.ts";
import { joined, NO_PROBLEMS, type Problem, problem } from "./problem.ts";
import { quote } from "./quote.ts";

const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/u;
/** What may stand in a text of several lines. */
const CONTROL_IN_PROSE = /[^\P{Cc}\n\r\t]/u;
const INVISIBLE =
  /\p{Cf}|\p{Co}|\u{34f}|\u{115f}|\u{1160}|\u{17b4}|\u{17b5}|\u{3164}|\u{ffa0}|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/u;

/** Most texts are of printable ASCII, which says at one look that there is nothing to say. */
const PLAIN_NAME = /^[!-~](?:[ -~]*[!-~])?$/;
const PLAIN_PROSE = /^[ -~\n\r\t]*$/;

const LONGEST_NAME = 200;

/** A name (so called) and prose of one object; `at` makes its pointer, if need be. */
export function textProblems(at: () => string, object: LooseObject, fields: readonly string[]): readonly Problem[] {
  let found = NO_PROBLEMS;
  for (const field of fields) {
    const text = textIn(object[field]);
    if (text === undefined || (field === "name" ? PLAIN_NAME : PLAIN_PROSE).test(text)) continue;
    const pointer = pointerTo(at(), field);
    found = joined(found, field === "name" ? nameProblems(pointer, text) : proseProblems(pointer, text));
  }
  return found;
}

/** A name that is shown on one line: a queue's, a handoff's, a topic's. */
function nameProblems(pointer: string, name: string): readonly Problem[] {
  // An empty name, and one that is too long, is reported by its shape.
  if (name === "" || isTooLong(name)) return [];
  if (name.trim() !== name) return [problem("E_NAME", pointer, name, quote(name))];
  return characterProblems(pointer, name, CONTROL, INVISIBLE);
}

/** Text for an agent or a reader. Line breaks and invisible characters are the operator's; terminal controls are not. */
function proseProblems(pointer: string, text: string): readonly Problem[] {
  return characterProblems(pointer, text, CONTROL_IN_PROSE);
}

function isTooLong(name: string): boolean {
  // A code point has one or two units.
  return name.length > LONGEST_NAME && (name.length > LONGEST_NAME * 2 || [...name].length > LONGEST_NAME);
}

function characterProblems(pointer: string, text: string, control: RegExp, invisible?: RegExp): readonly Problem[] {
  const controls = control.exec(text);
  if (controls !== null) return [problem("E_CTRL", pointer, text, codePoint(controls[0]))];
  const unseen = invisible?.exec(text) ?? null;
  return unseen === null ? [] : [problem("E_INVISIBLE", pointer, text, codePoint(unseen[0]))];
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}`;
}
