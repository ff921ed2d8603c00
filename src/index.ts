export type { AgentRequest, TransferRequest } from "./agent/agent-request.ts";
export type { ArgumentProblem, ArgumentProblemCode } from "./agent/argument-problem.ts";
export type { Briefing, Origin } from "./agent/briefing.ts";
export type { CallResult, UnknownFunction } from "./agent/called-function.ts";
export type { Facts, NextChange, OpenStretch } from "./agent/facts.ts";
export type { FunctionTool } from "./agent/function-tool.ts";
export type { Hold, NoHold } from "./agent/hold.ts";
export type { Moment } from "./agent/moment.ts";
export type { StrictObstacle } from "./agent/openai-strict.ts";
export type { FunctionArguments } from "./agent/read-arguments.ts";
export type { RefusalReason } from "./agent/refusal-reason.ts";
export type { Offer, ScenariosResolution } from "./agent/scenarios.ts";
export type { JsonSchemaFor, StandardResult, StandardSchema } from "./agent/standard-schema.ts";
export {
  type AiSdkTool,
  type AnthropicTool,
  aiSdkTools,
  anthropicTool,
  type McpTool,
  mcpTool,
  type OpenAIChatTool,
  type OpenAITool,
  openaiChatTool,
  openaiStrictObstacles,
  openaiTool,
} from "./agent/tool-formats.ts";
export type { ArgumentsRefused, TransferDirective, TransferRefusal, TransferResult } from "./agent/transfer.ts";
export type { FunctionParameters } from "./agent/transfer-functions.ts";
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
export { UnknownNameError } from "./config/unknown-name-error.ts";
export { createEngine, type Engine, type ToolScope } from "./engine.ts";
export type { AnswerChange, EngineEvents, EventName, Listener, ListenerFailure } from "./engine-events.ts";
export type { Change, Handoff, RangeRequest, ServedInterval } from "./handoff.ts";
export type { RollFailure } from "./live.ts";
export { type LoadSnapshotOptions, loadSnapshot } from "./load-snapshot.ts";
export type { EngineOptions } from "./options.ts";
export type { OnProgress, Progress } from "./progress.ts";
export type { Interval, Queue, QueueChange } from "./queue.ts";
export type { RefreshOptions, ZonesRefresh } from "./refresh-zones.ts";
export type { OpenDifference, QueueDifference, ZonesComparison } from "./report/compare-zones.ts";
export type { OffsetStretch, ZoneDifference } from "./report/zone-differences.ts";
export type { Closure, Scope } from "./resolve/closure.ts";
export type { CivilReading, Explanation, QueueExplanation, Rule, Verdict } from "./resolve/explanation.ts";
export type { HoursRule } from "./resolve/hours-rule.ts";
export type { Request } from "./resolve/request.ts";
export type { Available, Resolution, Unavailable } from "./resolve/resolution.ts";
export {
  type LoadOptions,
  type Snapshot,
  SnapshotError,
  type SnapshotErrorCode,
  type SnapshotHandoff,
  type SnapshotInfo,
} from "./runtime.ts";
export type { Scenarios } from "./scenarios.ts";
export { checkSnapshotZones, type SnapshotZones } from "./snapshot-zones.ts";
export type { Status, ZonesPassedOver, ZonesRefused } from "./status.ts";
export { type InjectedZones, injectedZones } from "./time/injected-zones.ts";
export { newestZones } from "./time/newest-zones.ts";
export { type ReadableZones, readableZones } from "./time/readable-zones.ts";
export { runtimeZones } from "./time/runtime-zones.ts";
export { systemZones } from "./time/system-zones.ts";
export type { OffsetSpans, UnusableZones, ZoneSource } from "./time/zone.ts";
export type { ZoneData } from "./time/zone-data.ts";
export { ZoneDataError, type ZoneDataErrorCode } from "./time/zone-data-error.ts";
export type { Timers } from "./timers.ts";
export { validate } from "./validate.ts";
export type { WatchRequest } from "./watches.ts";
export type { WindowOptions } from "./window.ts";
export type { OtherZones, ZonesReport } from "./zones-report.ts";
