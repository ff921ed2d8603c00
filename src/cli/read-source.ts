import { readBytes, whyNot } from "./file-bytes.ts";
import { fault } from "./file-fault.ts";
import { type Finding, Refused } from "./finding.ts";
import { type Format, formatOf, guessedFormat, type Source } from "./source.ts";
import type { Terminal } from "./terminal.ts";
import { decodeUtf8 } from "./utf8.ts";

const MIB = 1_048_576;
/** More than the largest fleet; a device that never ends is left there. */
const MOST_BYTES = 256 * MIB;
/** YAML takes thirty times as long to read as JSON, and as much more memory. */
const MOST_YAML_BYTES = 16 * MIB;

/** Throws Refused when the file cannot be read as text. */
export async function readSource(name: string, terminal: Terminal, format?: Format): Promise<Source> {
  const known = format ?? formatOf(name);
  const refuse = (finding: (source: Source) => Finding) =>
    new Refused([finding({ name, text: "", format: known ?? "json" })]);
  const most = known === "yaml" ? MOST_YAML_BYTES : MOST_BYTES;
  const hint = known === "yaml" ? "; write JSON, which is read faster" : "";
  let bytes: Uint8Array;
  try {
    const whole = await readBytes(name, terminal, most);
    if (whole === undefined) throw refuse((source) => fault("E_SIZE", source, undefined, [`${most / MIB} MiB`, hint]));
    bytes = whole;
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw refuse((source) => fault("E_READ", source, undefined, [whyNot(error as NodeJS.ErrnoException)]));
  }
  const decoded = decodeUtf8(bytes);
  const source: Source = { name, text: decoded.text, format: known ?? guessedFormat(decoded.text) };
  if (decoded.fault === undefined) return source;
  const span = { start: decoded.text.length, end: decoded.text.length + 1 };
  throw new Refused([
    decoded.fault === "utf-16"
      ? fault("E_UTF16_FILE", source, undefined, [])
      : fault("E_UTF8", source, span, [decoded.fault]),
  ]);
}
