import type { Destination, QueueConfiguration } from "../config/types.ts";
import { MS_PER_MINUTE } from "../time/instant.ts";
import type { Answers } from "./answers.ts";
import type { ChangedSpan, ClassChange } from "./diff-types.ts";
import type { HandoffPair } from "./handoff-pairs.ts";
import type { OpenTimes } from "./open-times.ts";
import type { QueueRules } from "./queue-rules.ts";
import type { Range } from "./range.ts";
import { type RequestKind, requestGroups } from "./request-groups.ts";
import { NOBODY, turnsOf } from "./serving.ts";
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
  for (const { kinds, eligible } of groups) {
    const [ofOld = [], ofNow = []] = eligible;
    if (isAlike(ofOld, ofNow, pair, answers, sides)) continue;
    const spans = differingSpans(
      turnsOf(ofOld, (q) => before.of(old[q] as QueueConfiguration), range),
      turnsOf(ofNow, (q) => after.of(now[q] as QueueConfiguration), range),
      answers,
      range.to,
    );
    if (spans.starts.length === 0) continue;
    const known = found.find((one) => sameSpans(one.spans, spans));
    if (known === undefined) found.push({ kinds: [...kinds], spans });
    else known.kinds.push(...kinds);
  }
  return found.map(({ kinds, spans }) => ({
    requests: classesOf(kinds),
    ...totals(spans),
    spans: spans.starts.map((_, i) => changedSpan(spans, i, old, now)),
  }));
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
  const sum = (is: (i: number) => boolean) =>
    starts.reduce((minutes, start, i) => (is(i) ? minutes + ((ends[i] as number) - start) : minutes), 0) /
    MS_PER_MINUTE;
  return {
    gainedMinutes: sum((i) => before[i] === NOBODY),
    lostMinutes: sum((i) => after[i] === NOBODY),
    movedMinutes: sum((i) => before[i] !== NOBODY && after[i] !== NOBODY),
  };
}

function changedSpan(
  { starts, ends, before, after }: SpanList,
  i: number,
  old: Destination,
  now: Destination,
): ChangedSpan {
  const [was, is] = [old[before[i] as number], now[after[i] as number]];
  const both = was !== undefined && is !== undefined && was.name === is.name;
  const functions = both && { before: was.transfer_function_name, after: is.transfer_function_name };
  return {
    start: starts[i] as number,
    end: ends[i] as number,
    before: was?.name ?? null,
    after: is?.name ?? null,
    timezone: (is ?? was)?.timezone as string,
    ...(functions && { transferFunctions: functions }),
  };
}
