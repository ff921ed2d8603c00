import { collect } from "./weighed.ts";

/** What is said of whatever is timed. */
export interface Labels {
  readonly name: string;
  /** Questions a round: slow contenders answer fewer of the same. */
  readonly questions: number;
  /** Bytes of its index. */
  readonly bytes?: number;
  /** What is measured, with its version. */
  readonly version?: string;
  readonly sum?: (from: number, to: number) => number;
}

/**
 * One way to answer the same questions, with a loop of its own: a loop shared by all would call each of them through one
 * polymorphic call, which costs as much as a lookup, and functions of one source would share what V8 learns about them.
 * Quick ones sum without a branch: whether a queue is open is what no processor can guess.
 */
export interface Contender extends Labels {
  /** The sum over the questions `[from, to)` of `answer * ((question & 1023) + 1)`, modulo 2^32 (`| 0` at each step). */
  readonly sum: (from: number, to: number) => number;
}

/** One that runs elsewhere and holds the stopwatch itself. */
export interface OutsideContender extends Omit<Labels, "sum"> {
  readonly round: () => Round;
}

export interface Round {
  readonly nanoseconds: number;
  /** Of all its questions. */
  readonly sum: number;
}

export interface Timing {
  readonly contender: Labels;
  /** Nanoseconds a question: median, lowest and highest of the rounds. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Contenders that are asked the same. The first holds the stopwatch inside and answers as many questions as any. */
export type Group = readonly [Contender, ...(Contender | OutsideContender)[]];

const WARM_UP_MS = 250;

/**
 * Times contenders in turn, round by round, so that a machine that slows down slows all of them. Throws when one gives
 * another answer than the first of its group to a question both were asked: a benchmark of wrong answers measures
 * nothing.
 */
export function interleave(rounds: number, groups: readonly Group[]): readonly Timing[] {
  // What building the contenders left behind is not collected while they are timed.
  collect();
  const all = groups.flat();
  const expected = groups.flatMap(([first, ...rest]) =>
    [first, ...rest].map(({ questions }) => first.sum(0, Math.min(questions, first.questions))),
  );
  const firsts = groups.flatMap((group) => group.map(() => group[0].name));
  const times = all.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    all.forEach((contender, c) => {
      if (round === 0 && !("round" in contender)) warmUp(contender);
      const { nanoseconds, sum } = "round" in contender ? contender.round() : timed(contender);
      if (sum !== expected[c]) throw new Error(`${contender.name} and ${firsts[c]} give different answers`);
      // The first round warms up.
      if (round > 0) times[c]?.push(nanoseconds / contender.questions);
    });
  }
  return all.map((contender, c) => timingOf(contender, times[c] as number[]));
}

/** `rounds`: nanoseconds a question in each. */
export function timingOf(contender: Labels, rounds: readonly number[]): Timing {
  const sorted = [...rounds].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] as number;
  return { contender, median: at(0.5), low: at(0), high: at(1) };
}

/** Until what is asked again and again has been compiled: a round of a few milliseconds is over before that. */
function warmUp({ sum, questions }: Contender): void {
  for (const end = performance.now() + WARM_UP_MS; performance.now() < end; ) sum(0, questions);
}

/** An eighth of the questions brings a contender's index back into the caches, from which its predecessors drove it. */
function timed({ sum, questions }: Contender): Round {
  sum(0, questions >> 3);
  const start = process.hrtime.bigint();
  const answers = sum(0, questions);
  return { nanoseconds: Number(process.hrtime.bigint() - start), sum: answers };
}
