/** The operator's own words: snake_case keys, exactly as they stand in the configuration file. */

export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

export type ChannelType = "voice" | "chat";

/** Civil times of one date, half-open `[start, end)`. `end` earlier than `start` runs overnight. */
export interface CivilInterval {
  /** `HH:MM`, 00:00 to 23:59. */
  readonly start: string;
  /** `HH:MM`, 00:00 to 24:00. */
  readonly end: string;
}

export type WeeklyHours = { readonly [day in Weekday]?: readonly CivilInterval[] };

export type DateException =
  | { readonly closed: true }
  | { readonly open_24: true }
  | { readonly intervals: readonly CivilInterval[] };

export interface QueueConfiguration {
  readonly name: string;
  readonly type: "Agent_queue";
  readonly enabled: boolean;
  readonly open_24: boolean;
  /** IANA name of a zone or link. */
  readonly timezone: string;
  readonly transfer_function_name: string;
  /** Required when `open_24` is false. A weekday that is not listed is closed. */
  readonly weekly_hours?: WeeklyHours;
  /** Keyed by civil date, `YYYY-MM-DD`. */
  readonly date_exceptions?: { readonly [date: string]: DateException };
  /** Omitted: all channels. */
  readonly supported_channel_types?: readonly ChannelType[];
  /** BCP 47 tags. Omitted: all languages. */
  readonly supported_languages?: readonly string[];
}

/** Queues in order of preference: the first that is eligible and open is chosen. */
export type Destination = readonly QueueConfiguration[];

export interface TransferFunctionConfiguration {
  readonly name: string;
  readonly purpose?: string;
  /** JSON Schema of the arguments that the agent passes. */
  readonly input_parameters?: { readonly [keyword: string]: unknown };
  readonly set_variables?: { readonly [variable: string]: unknown };
}

export interface HandoffConfiguration {
  readonly name: string;
  readonly description: string;
  /** Overrides the `handoff_<name>` that is derived from the name. */
  readonly function_name?: string;
  readonly agent_available_instructions: string;
  readonly agent_unavailable_instructions: string;
  readonly destination: Destination;
}

export interface TopicConfiguration {
  readonly name: string;
  readonly instructions?: string;
  /** Names of handoffs, in order of preference. */
  readonly handoff_scenarios: readonly string[];
}

export interface TaskConfiguration {
  readonly name: string;
  readonly instructions?: string;
  /** Names of handoffs, in order of preference. */
  readonly handoffs: readonly string[];
}

export interface Configuration {
  readonly $schema?: string;
  readonly transfer_functions: readonly TransferFunctionConfiguration[];
  readonly handoffs: readonly HandoffConfiguration[];
  readonly topics?: readonly TopicConfiguration[];
  readonly tasks?: readonly TaskConfiguration[];
}
