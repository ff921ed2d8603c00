import type { RangeOptions } from "./meaning.ts";

export interface ExportOptions extends RangeOptions {
  /** One handoff by name. Default: all. */
  readonly handoff?: string | undefined;
}

export interface ICalendarOptions extends ExportOptions {
  /** `queues`: when each is open. `handoffs` (default): when each is available, and which queue serves. */
  readonly of?: "queues" | "handoffs" | undefined;
  /** As in a request; for handoffs. */
  readonly channel?: string | undefined;
  readonly language?: string | undefined;
  /** DTSTAMP, epoch milliseconds: when the calendar was made. Default: the start of the range. */
  readonly stamp?: number | undefined;
}

export interface SqlOptions extends ExportOptions {
  readonly dialect: "postgres" | "duckdb" | "clickhouse";
  /** Prefix of the names of tables; default `handoff`. */
  readonly prefix?: string | undefined;
}
