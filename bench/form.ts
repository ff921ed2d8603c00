/** How long a run takes. */
export interface Form {
  readonly rounds: number;
  /** Questions a round of the quickest contenders. */
  readonly questions: number;
  /** Whether fleets of 100,000 handoffs are measured too. */
  readonly large: boolean;
}

/** Two million: of fewer, the caches hold the better part. */
export const FULL: Form = { rounds: 7, questions: 1 << 21, large: true };

export const SHORT: Form = { rounds: 5, questions: 1 << 19, large: false };
