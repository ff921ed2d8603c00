/** How far a long piece of work has come. */
export interface Progress {
  /** `check`: handoffs are validated; `compile`: schedules are compiled. */
  readonly phase: "check" | "compile";
  readonly done: number;
  readonly total: number;
}

export type OnProgress = (progress: Progress) => void;

/** Passes on what has come a hundredth further, and the end. */
export function progressOf(
  onProgress: OnProgress | undefined,
  phase: Progress["phase"],
): ((done: number, total: number) => void) | undefined {
  if (onProgress === undefined) return undefined;
  let next = 0;
  return (done, total) => {
    if (done < next && done < total) return;
    next = done + total / 100;
    onProgress({ phase, done, total });
  };
}
