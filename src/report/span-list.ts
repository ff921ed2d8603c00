import { NOBODY, type Turns } from "./serving.ts";

/** Where two sets of turns lead to different answers: `starts`, `ends` and the queues by place, side by side. */
export interface SpanList {
  readonly starts: number[];
  readonly ends: number[];
  readonly before: number[];
  readonly after: number[];
}

/** Queues of equal `answers` are the same, and stand under the first of their places; spans that touch are one where they are. */
export function differingSpans(
  before: Turns,
  after: Turns,
  answers: { readonly before: readonly string[]; readonly after: readonly string[] },
  to: number,
): SpanList {
  const spans: SpanList = { starts: [], ends: [], before: [], after: [] };
  const differ = (one: number, other: number) =>
    one === NOBODY || other === NOBODY ? one !== other : answers.before[one] !== answers.after[other];
  const [firstBefore, firstAfter] = [firstPlaces(answers.before), firstPlaces(answers.after)];
  let [b, a] = [0, 0];
  while (b < before.starts.length && a < after.starts.length) {
    const start = Math.max(before.starts[b] as number, after.starts[a] as number);
    const [beforeEnd, afterEnd] = [before.starts[b + 1] ?? to, after.starts[a + 1] ?? to];
    const [one, other] = [before.queues[b] as number, after.queues[a] as number];
    const end = Math.min(beforeEnd, afterEnd);
    if (differ(one, other)) append(spans, start, end, firstBefore[one] ?? NOBODY, firstAfter[other] ?? NOBODY);
    if (beforeEnd === end) b++;
    if (afterEnd === end) a++;
  }
  return spans;
}

function firstPlaces(answers: readonly string[]): readonly number[] {
  return answers.map((answer) => answers.indexOf(answer));
}

function append({ starts, ends, before, after }: SpanList, start: number, end: number, one: number, other: number) {
  const last = ends.length - 1;
  if (ends[last] === start && before[last] === one && after[last] === other) {
    ends[last] = end;
    return;
  }
  starts.push(start);
  ends.push(end);
  before.push(one);
  after.push(other);
}

export function sameSpans(one: SpanList, other: SpanList): boolean {
  const { starts, ends, before, after } = one;
  if (starts.length !== other.starts.length) return false;
  return starts.every(
    (start, i) =>
      start === other.starts[i] &&
      ends[i] === other.ends[i] &&
      before[i] === other.before[i] &&
      after[i] === other.after[i],
  );
}
