/** What can be wrong with time-zone data, from its place down to one zone of it. */
export type ZoneDataErrorCode =
  | "E_TZDATA_NONE"
  | "E_TZDATA_FOLDER"
  | "E_TZDATA_CHECK"
  | "E_TZDATA_CHANGED"
  | "E_TZDATA_UNKNOWN"
  | "E_TZDATA_ZONE"
  | "E_TZDATA_RANGE"
  | "E_TZDATA_READ"
  | "E_TZDATA_OLDER";

/**
 * Time-zone data that cannot be used: none at all (`E_TZDATA_NONE`), no folder of it (`E_TZDATA_FOLDER`), known instants
 * that it has wrong (`E_TZDATA_CHECK`), another version under a source that is in use (`E_TZDATA_CHANGED`), a zone that it
 * does not know (`E_TZDATA_UNKNOWN`), a zone whose data is corrupt (`E_TZDATA_ZONE`), instants that the data of a zone does
 * not reach (`E_TZDATA_RANGE`), a source that threw an error of its own (`E_TZDATA_READ`), a version that may be older than
 * the one that serves (`E_TZDATA_OLDER`).
 */
export class ZoneDataError extends Error {
  readonly code: ZoneDataErrorCode;

  constructor(code: ZoneDataErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ZoneDataError";
    this.code = code;
  }
}
