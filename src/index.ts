export type { ScenariosResolution } from "./agent/scenarios.ts";
export { ConfigError } from "./config/config-error.ts";
export type { Problem, ProblemCode } from "./config/problem.ts";
export type {
  ChannelType,
  CivilInterval,
  Configuration,
  DateException,
  Destination,
  HandoffConfiguration,
  QueueConfiguration,
  TaskConfiguration,
  TopicConfiguration,
  TransferFunctionConfiguration,
  Weekday,
  WeeklyHours,
} from "./config/types.ts";
export { UnknownNameError } from "./config/unknown-name-error.ts";
export { createEngine, type Engine } from "./engine.ts";
export type { Change, Handoff, RangeRequest, ServedInterval } from "./handoff.ts";
export type { EngineOptions } from "./options.ts";
export type { OnProgress, Progress } from "./progress.ts";
export type { Interval, Queue, QueueChange } from "./queue.ts";
export type { CivilReading, Explanation, QueueExplanation, Rule, Verdict } from "./resolve/explanation.ts";
export type { HoursRule } from "./resolve/hours-rule.ts";
export type { Request } from "./resolve/request.ts";
export type { Available, Resolution, Unavailable } from "./resolve/resolution.ts";
export type { Scenarios } from "./scenarios.ts";
export type { Status } from "./status.ts";
export { runtimeZones } from "./time/runtime-zones.ts";
export type { OffsetSpans, ZoneSource } from "./time/zone.ts";
export { validate } from "./validate.ts";
