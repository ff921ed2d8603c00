export type { ScenariosResolution } from "./agent/scenarios.ts";
export type { CloseOptions, Meant } from "./closing.ts";
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
export { createEngine, type Engine } from "./engine.ts";
export type { AnswerChange, EngineEvents, EventName, Listener, ListenerFailure } from "./engine-events.ts";
export type { Change, Handoff, RangeRequest, ServedInterval } from "./handoff.ts";
export type { EngineOptions } from "./options.ts";
export type { OnProgress, Progress } from "./progress.ts";
export type { Interval, Queue, QueueChange } from "./queue.ts";
export type { Closure, Scope } from "./resolve/closure.ts";
export type { CivilReading, Explanation, QueueExplanation, Rule, Verdict } from "./resolve/explanation.ts";
export type { HoursRule } from "./resolve/hours-rule.ts";
export type { Request } from "./resolve/request.ts";
export type { Available, Resolution, Unavailable } from "./resolve/resolution.ts";
export type { Scenarios } from "./scenarios.ts";
export type { Status } from "./status.ts";
export { runtimeZones } from "./time/runtime-zones.ts";
export type { OffsetSpans, ZoneSource } from "./time/zone.ts";
export type { Timers } from "./timers.ts";
export { UnknownNameError } from "./unknown-name-error.ts";
export { validate } from "./validate.ts";
export type { WatchRequest } from "./watches.ts";
