/** What can be wrong with a snapshot, in the order in which it is found. */
export type SnapshotErrorCode =
  | "E_SNAPSHOT_TYPE"
  | "E_SNAPSHOT_MAGIC"
  | "E_SNAPSHOT_VERSION"
  | "E_SNAPSHOT_LENGTH"
  | "E_SNAPSHOT_CHECKSUM"
  | "E_SNAPSHOT_TABLE"
  | "E_SNAPSHOT_ZONES";

/**
 * A buffer that is no sound snapshot, or one that was compiled by other time-zone law than the host asks for. Make another
 * from the configuration.
 */
export class SnapshotError extends Error {
  readonly code: SnapshotErrorCode;

  constructor(code: SnapshotErrorCode, message: string) {
    super(message);
    this.name = "SnapshotError";
    this.code = code;
  }
}
