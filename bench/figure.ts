/** Something measured, and the bar it is held against. */
export interface Figure {
  readonly name: string;
  /** Promised: `bench:ci` fails below half of the bar. The others are where the work is heading. */
  readonly promised: boolean;
  /** A count, the same on every machine: it meets its bar or fails. */
  readonly exact: boolean;
  readonly measured: number;
  readonly bar: number;
  readonly bound: "at least" | "at most";
  readonly unit: "×" | " million/s" | " ms" | " bytes";
}

export type Verdict = "met" | "below its bar" | "below half of its bar";

/** Half: on a machine that is busy with something else, a round can take twice its time. */
export function verdict({ measured, bar, bound }: Figure): Verdict {
  const share = bound === "at least" ? measured / bar : bar / measured;
  return share >= 1 ? "met" : share >= 0.5 ? "below its bar" : "below half of its bar";
}

/** Whether `bench:ci` fails: a promise is broken, and noise is no excuse. */
export function isBroken(figure: Figure): boolean {
  const how = verdict(figure);
  return figure.promised && (figure.exact ? how !== "met" : how === "below half of its bar");
}

export function measuredText({ measured, unit }: Figure): string {
  return `${short(measured)}${unit}`;
}

export function barText({ bar, bound, unit }: Figure): string {
  return `${bound} ${bar.toLocaleString("en")}${unit}`;
}

/** Two digits are more than a busy machine is good for. */
export function short(value: number): string {
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString("en");
}
