import type { QueueConfiguration } from "../config/types.ts";

/** What a queue says of its hours. */
export type QueueHours = Pick<QueueConfiguration, "open_24" | "weekly_hours" | "date_exceptions">;

/** Hours, or why there are none: what cannot be expressed as it was meant is refused, never left out. */
export type ImportedHours<Problem> =
  | { readonly hours: QueueHours; readonly problems: readonly []; readonly warnings: readonly Problem[] }
  | { readonly hours?: undefined; readonly problems: readonly Problem[]; readonly warnings: readonly Problem[] };
