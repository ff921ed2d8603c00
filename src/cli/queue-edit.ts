import type { DateException } from "../index.ts";

/** What is to be written into one queue of a file. */
export interface QueueEdit {
  /** Where the queue stands in its file. */
  readonly keys: readonly string[];
  /** By date; those that are there are replaced. */
  readonly exceptions: { readonly [date: string]: DateException };
}

/** An exception in one line. `key` makes a key of a word, `pad` stands inside of braces. */
export function exceptionText(exception: DateException, key: (word: string) => string, pad: string): string {
  const object = (...members: readonly string[]) => `{${pad}${members.join(", ")}${pad}}`;
  if (!("intervals" in exception)) return object(`${key("closed" in exception ? "closed" : "open_24")}: true`);
  const intervals = exception.intervals.map(({ start, end }) =>
    object(`${key("start")}: "${start}"`, `${key("end")}: "${end}"`),
  );
  return object(`${key("intervals")}: [${intervals.join(", ")}]`);
}

/** Where among dates a new one goes: behind the last earlier one, and in any case before none that is not a later one. */
export function placeOf(date: string, dates: readonly string[]): number {
  return dates.findLastIndex((other) => other < date) + 1;
}
