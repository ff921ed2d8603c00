import { ownShapes } from "./generated/shape.js";
import type { LooseObject } from "./loose.ts";

/**
 * Tells sound handoffs and queues from those that have a problem somewhere, without saying which. Equal parts are one
 * object, and one that was sound is not looked at again.
 */
export class SoundShapes {
  readonly #weeks = new Set<unknown>();
  readonly #days = new Set<unknown>();
  readonly #intervals = new Set<unknown>();
  readonly #dates = new Set<unknown>();
  readonly #exceptions = new Set<unknown>();

  hasHandoff(handoff: unknown): boolean {
    if (!ownShapes.handoff(handoff)) return false;
    const { destination } = handoff as { readonly destination: unknown };
    return ownShapes.destination(destination) && (destination as readonly unknown[]).every(this.hasQueue);
  }

  readonly hasQueue = (queue: unknown): boolean => {
    if (!ownShapes.queue(queue)) return false;
    const { weekly_hours: week, date_exceptions: dates } = queue as LooseObject;
    return (
      (week === undefined || isSound(week, this.#weeks, ownShapes.weekly_hours, this.#hasDay)) &&
      (dates === undefined || isSound(dates, this.#dates, ownShapes.date_exceptions, this.#hasException))
    );
  };

  readonly #hasException = (exception: unknown): boolean =>
    isSound(exception, this.#exceptions, ownShapes.date_exception, this.#hasDay, ({ intervals }) =>
      intervals === undefined ? [] : [intervals],
    );

  readonly #hasDay = (intervals: unknown): boolean =>
    isSound(intervals, this.#days, ownShapes.intervals, this.#hasInterval);

  readonly #hasInterval = (interval: unknown): boolean =>
    isSound(interval, this.#intervals, ownShapes.interval, () => true);
}

/** A part that is sound by itself and in each of the members that have a shape of their own. */
function isSound(
  part: unknown,
  known: Set<unknown>,
  isSoundItself: (part: unknown) => boolean,
  isSoundMember: (member: unknown) => boolean,
  members: (part: LooseObject) => readonly unknown[] = Object.values,
): boolean {
  if (known.has(part)) return true;
  if (!isSoundItself(part) || !members(part as LooseObject).every(isSoundMember)) return false;
  known.add(part);
  return true;
}
