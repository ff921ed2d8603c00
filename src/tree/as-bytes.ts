import { SnapshotError } from "./snapshot-error.ts";

/** By what they are called: the buffers of another realm, such as a test runner's, are instances of other classes. */
export function asBytes(bytes: ArrayBuffer | SharedArrayBuffer | Uint8Array): Uint8Array {
  const kind = Object.prototype.toString.call(bytes);
  if (kind === "[object Uint8Array]") {
    const view = bytes as Uint8Array;
    // Not `slice`: Node's buffers have one of their own, which does not copy.
    return view.byteOffset % 8 === 0 ? view : new Uint8Array(view);
  }
  // A buffer that was transferred to another thread has no bytes, and takes no view.
  if (kind.endsWith("ArrayBuffer]"))
    return bytes.byteLength === 0 ? new Uint8Array() : new Uint8Array(bytes as ArrayBuffer);
  throw new SnapshotError("E_SNAPSHOT_TYPE", "a snapshot is an ArrayBuffer, a SharedArrayBuffer or a Uint8Array");
}
