/** One way to answer the same questions. `run(i)` answers question `i` and returns a number that is its answer. */
export interface Contender {
  readonly name: string;
  readonly run: (question: number) => number;
  /** Questions a round: slow contenders answer fewer of the same. */
  readonly questions: number;
}

export interface Timing {
  readonly name: string;
  /** Nanoseconds a question: median, lowest and highest of the rounds. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Times contenders in turn, round by round, so that a machine that slows down slows all of them. Throws when two give
 * different answers to a question both were asked: a benchmark of wrong answers measures nothing.
 */
export function interleave(contenders: readonly Contender[], rounds: number): readonly Timing[] {
  const times = contenders.map((): number[] => []);
  const shared = Math.min(...contenders.map(({ questions }) => questions));
  let sums: readonly number[] = [];
  for (let round = 0; round <= rounds; round++) {
    sums = contenders.map((contender, c) => {
      let sum = 0;
      let sharedSum = 0;
      const start = process.hrtime.bigint();
      for (let i = 0; i < contender.questions; i++) {
        sum = (sum + contender.run(i) * ((i & 1023) + 1)) | 0;
        if (i === shared - 1) sharedSum = sum;
      }
      const elapsed = Number(process.hrtime.bigint() - start);
      // The first round warms up.
      if (round > 0) times[c]?.push(elapsed / contender.questions);
      return sharedSum;
    });
    const wrong = contenders.findIndex((_, c) => sums[c] !== sums[0]);
    if (wrong >= 0) throw new Error(`${contenders[wrong]?.name} answers otherwise than ${contenders[0]?.name}`);
  }
  return contenders.map(({ name }, c) => {
    const sorted = (times[c] as number[]).sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] as number;
    return { name, median: at(0.5), low: at(0), high: at(1) };
  });
}
