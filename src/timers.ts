/** How the engine waits: nothing but events needs it. Times are milliseconds. */
export interface Timers {
  /** Calls back once, not before `ms` have passed, and keeps no process alive for it. Returns what calls it off. */
  after(ms: number, callback: () => void): () => void;
  /** Calls back once, when the code that runs now is done and others had their turn. */
  soon(callback: () => void): void;
}

export const runtimeTimers: Timers = {
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    timer.unref?.();
    return () => clearTimeout(timer);
  },
  soon(callback) {
    setTimeout(callback, 0);
  },
};
