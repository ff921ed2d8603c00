import type { Request } from "../resolve/request.ts";
import { civilMinute } from "../schedule/schedule.ts";
import { stretchesOfDate } from "../schedule/stretches-of-date.ts";
import { FIRST_INSTANT, LAST_INSTANT, MS_PER_DAY, MS_PER_MINUTE } from "../time/instant.ts";
import type { AgentRequest, At } from "./agent-request.ts";
import { type Answers, isServing, type Serving } from "./answers.ts";
import { type Clocks, callerZone, type Moment, momentAt } from "./moment.ts";

/** From here on the answer is another one. Another queue may take over: that changes the answer and closes nothing. */
export interface NextChange extends Moment {
  readonly available: boolean;
  /** The name of the queue that serves from then on. */
  readonly to: string | undefined;
}

/** Half-open. */
export interface OpenStretch {
  readonly start: Moment;
  readonly end: Moment;
}

/**
 * What an agent may say about a handoff. Each instant is undefined when it does not come within the engine's window, or
 * within a year.
 */
export interface Facts {
  readonly available: boolean;
  /** The queue that is chosen; while there is none, the one that opens next. By its clock the facts are told. */
  readonly queue: string | undefined;
  readonly next_change: NextChange | undefined;
  /** When the handoff becomes unavailable: the coming time or, while it is unavailable, the time after `next_open`. */
  readonly closes_at: Moment | undefined;
  /** When the handoff becomes available: the coming time or, while it is available, the time after `closes_at`. */
  readonly next_open: Moment | undefined;
  /** When the handoff is available, by whichever queue, on the civil date that the queue's clock shows. */
  readonly hours_today: readonly OpenStretch[];
  /** The instant that was asked about. Last, as it differs each time. */
  readonly at: Moment;
}

/** How far `closes_at` and `next_open` are looked for. */
const LOOK_AHEAD_MS = 366 * MS_PER_DAY;
/** More than what a refusal says of the time before. */
const TOLD_BACK_MS = 64 * MS_PER_DAY;

export interface Known {
  readonly facts: Facts;
  readonly clocks: Clocks;
}

export function factsOf(answers: Answers, { zones }: Serving, request: At<AgentRequest>): Known {
  const { at } = request;
  const { available } = answers.resolve(request);
  const limit = Math.min(at + LOOK_AHEAD_MS, LAST_INSTANT);
  const flip = nextFlip(answers, request, available, limit);
  const back = flip && nextFlip(answers, { ...request, at: flip }, !available, limit);
  const [closes, opens] = available ? [flip, back] : [back, flip];
  const queue = queueOf(answers, request, available ? at : opens);
  const next = answers.nextChange(request);
  const last = Math.max(at + LOOK_AHEAD_MS, next?.at ?? 0) + MS_PER_DAY;
  const caller = callerZone(request.timezone, zones, Math.max(at - TOLD_BACK_MS, FIRST_INSTANT), last);
  const clocks = { zones, queue: queue?.timezone, caller };
  const moment = (instant: number | undefined) => (instant === undefined ? undefined : momentAt(instant, clocks));
  const facts: Facts = {
    available,
    queue: queue?.name,
    next_change: next && {
      ...momentAt(next.at, clocks),
      available: next.resolution.available,
      to: next.resolution.available ? next.resolution.queue : undefined,
    },
    closes_at: moment(closes),
    next_open: moment(opens),
    hours_today: hoursToday(answers, request, clocks),
    at: momentAt(at, clocks),
  };
  return { facts, clocks };
}

/** The first instant before `limit` at which the handoff is no longer as available as it is. */
function nextFlip(answers: Answers, request: At<Request>, available: boolean, limit: number): number | undefined {
  let next = answers.nextChange(request);
  while (next !== undefined && next.resolution.available === available && next.at < limit) {
    next = answers.nextChange({ ...request, at: next.at });
  }
  return next !== undefined && next.at < limit ? next.at : undefined;
}

/** The queue that is chosen at an instant or, where none ever is, the first one that serves such a request. */
function queueOf(answers: Answers, request: At<Request>, chosenAt: number | undefined) {
  const { queues } = answers.explain({ ...request, at: chosenAt ?? request.at });
  // By its place: two queues may share a name.
  const found = queues.find(({ verdict }) => verdict === "chosen") ?? queues.find(isServing);
  return found && answers.configuration.destination[found.index];
}

function hoursToday(answers: Answers, request: At<Request>, clocks: Clocks): readonly OpenStretch[] {
  if (clocks.queue === undefined) return [];
  const minute = Math.floor(request.at / MS_PER_MINUTE);
  const { epochDay } = civilMinute(clocks.queue, minute, clocks.zones);
  const date = stretchesOfDate(clocks.queue, epochDay, clocks.zones);
  const open: { start: number; end: number }[] = [];
  for (let i = 0; i < date.length; i += 2) {
    const from = Math.max((date[i] as number) * MS_PER_MINUTE, FIRST_INSTANT);
    const to = Math.min((date[i + 1] as number) * MS_PER_MINUTE, LAST_INSTANT);
    for (const { start, end } of answers.intervals({ ...request, from, to })) {
      const last = open.at(-1);
      if (last?.end === start) last.end = end;
      else open.push({ start, end });
    }
  }
  return open.map(({ start, end }) => ({ start: momentAt(start, clocks), end: momentAt(end, clocks) }));
}
