import { isUtf8 } from "node:buffer";

export interface Decoded {
  /** Without the byte order mark; up to the first byte that is not UTF-8. */
  readonly text: string;
  /** `utf-16`, or the byte that is not UTF-8, such as `0xff`. */
  readonly fault: string | undefined;
}

/** UTF-8, strictly. A byte order mark is left out, for some editors write one without being asked. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return { text: "", fault: "utf-16" };
  const text = new TextDecoder().decode(bytes);
  return isUtf8(bytes) ? { text, fault: undefined } : firstFault(bytes, text);
}

/** The first replacement character that the file itself does not hold. */
function firstFault(bytes: Uint8Array, text: string): Decoded {
  let offset = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let from = 0;
  for (;;) {
    const at = text.indexOf("\ufffd", from);
    offset += Buffer.byteLength(text.slice(from, at));
    const isHeld = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
    if (!isHeld)
      return { text: text.slice(0, at), fault: `0x${(bytes[offset] as number).toString(16).padStart(2, "0")}` };
    offset += 3;
    from = at + 1;
  }
}
