import type { Destination, QueueConfiguration } from "../config/types.ts";
import { MS_PER_MINUTE } from "../time/instant.ts";
import type { Answers } from "./answers.ts";
import type { ChangedSpan, ClassChange } from "./diff-types.ts";
import type { HandoffPair } from "./handoff-pairs.ts";
import type { OpenTimes } from "./open-times.ts";
import type { QueueRules } from "./queue-rules.ts";
import type { Range } from "./range.ts";
import { type RequestKind, requestGroups } from "./request-groups.ts";
import { NOBODY, type Turns, turnsOf } from "./serving.ts";
import { differingSpans, type SpanList, sameSpans } from "./span-list.ts";

/** Both sides, and what is known of them. */
export interface Sides {
  readonly range: Range;
  readonly rules: QueueRules;
  readonly before: OpenTimes;
  readonly after: OpenTimes;
  /** Whether a zone has the same law on both sides within the range. */
  readonly sameZone: (timezone: string) => boolean;
}

/** What differs between the two of a pair, by request. Classes that see the same difference are together. */
export function classChanges(pair: HandoffPair, answers: Answers, sides: Sides): readonly ClassChange[] {
  const { range, before, after } = sides;
  const [old, now] = [pair.before.destination, pair.after.destination];
  const { groups, classesOf } = requestGroups([old, now]);
  const found: { readonly kinds: RequestKind[]; readonly spans: SpanList }[] = [];
  const turnsBefore = turnsOnce(old, before, range);
  const turnsAfter = turnsOnce(now, after, range);
  for (const { kinds, eligible } of groups) {
    const [ofOld = [], ofNow = []] = eligible;
    if (isAlike(ofOld, ofNow, pair, answers, sides)) continue;
    const spans = differingSpans(turnsBefore(ofOld), turnsAfter(ofNow), answers, range.to);
    if (spans.starts.length === 0) continue;
    const known = found.find((one) => sameSpans(one.spans, spans));
    if (known === undefined) found.push({ kinds: [...kinds], spans });
    else known.kinds.push(...kinds);
  }
  return found.map(({ kinds, spans }) => classChange(classesOf(kinds), spans, old, now, answers.twins));
}

/** A reader of millions of spans is rare, and they take longer to write out than to find: that waits until they are read. */
function classChange(
  requests: ClassChange["requests"],
  list: SpanList,
  old: Destination,
  now: Destination,
  twins: ReadonlySet<string>,
): ClassChange {
  let spans: readonly ChangedSpan[] | undefined;
  return {
    requests,
    ...totals(list),
    get spans() {
      spans ??= changedSpans(list, old, now, twins);
      return spans;
    },
  };
}

/** Most queues that may serve some request on one side go with several on the other. */
function turnsOnce(destination: Destination, times: OpenTimes, range: Range): (eligible: readonly number[]) => Turns {
  const known = new Map<string, Turns>();
  return (eligible) => {
    const key = eligible.join();
    const turns = known.get(key) ?? turnsOf(eligible, (q) => times.of(destination[q] as QueueConfiguration), range);
    known.set(key, turns);
    return turns;
  };
}

/** The same queues by the same rules, one after the other: no instant needs to be looked at. */
function isAlike(
  ofOld: readonly number[],
  ofNow: readonly number[],
  { before, after }: HandoffPair,
  answers: Answers,
  { rules, sameZone }: Sides,
): boolean {
  if (ofOld.length !== ofNow.length) return false;
  return ofOld.every((b, i) => {
    const a = ofNow[i] as number;
    const [one, other] = [before.destination[b] as QueueConfiguration, after.destination[a] as QueueConfiguration];
    return answers.before[b] === answers.after[a] && rules.sameHours(one, other) && sameZone(one.timezone);
  });
}

function totals({ starts, ends, before, after }: SpanList): Omit<ClassChange, "requests" | "spans"> {
  let [gained, lost, moved] = [0, 0, 0];
  for (let i = 0; i < starts.length; i++) {
    const length = (ends[i] as number) - (starts[i] as number);
    if (before[i] === NOBODY) gained += length;
    else if (after[i] === NOBODY) lost += length;
    else moved += length;
  }
  return {
    gainedMinutes: gained / MS_PER_MINUTE,
    lostMinutes: lost / MS_PER_MINUTE,
    movedMinutes: moved / MS_PER_MINUTE,
  };
}

function changedSpans(list: SpanList, old: Destination, now: Destination, twins: ReadonlySet<string>) {
  const { starts, ends, before, after } = list;
  return starts.map((start, i): ChangedSpan => {
    const [was, is] = [old[before[i] as number], now[after[i] as number]];
    const { timezone } = (is ?? was) as QueueConfiguration;
    const span = { start, end: ends[i] as number, before: was?.name ?? null, after: is?.name ?? null, timezone };
    if (twins.size === 0 || !(isTwin(was, twins) || isTwin(is, twins))) return span;
    const functions = { before: was?.transfer_function_name ?? null, after: is?.transfer_function_name ?? null };
    return { ...span, transferFunctions: functions };
  });
}

function isTwin(queue: QueueConfiguration | undefined, twins: ReadonlySet<string>): boolean {
  return queue !== undefined && twins.has(queue.name);
}
