import fc from "fast-check";
import type { ChannelType, DateException, WeeklyHours } from "../../src/config/types.ts";
import { intervals } from "./interval-arbitraries.ts";
import { supportedLanguages } from "./language-arbitraries.ts";

/** An exception whose date is not known yet: it depends on the transitions of the queue's zone. */
export interface ExceptionPlan {
  readonly anchor: number;
  readonly days: number;
  readonly exception: DateException;
}

/** A queue before it has a zone, and its exceptions dates. */
export interface QueuePlan {
  readonly zone: number;
  readonly enabled: boolean;
  readonly open24: boolean;
  readonly week: WeeklyHours;
  readonly exceptions: readonly ExceptionPlan[];
  readonly channels: readonly ChannelType[] | undefined;
  readonly languages: readonly string[] | undefined;
  /** Has the first queue's name and hours, in its own zone. */
  readonly twin: boolean;
}

const often = (weight: number): fc.Arbitrary<boolean> => fc.integer({ min: 1, max: 20 }).map((n) => n <= weight);

const week: fc.Arbitrary<WeeklyHours> = fc.oneof(
  fc.record(
    { mon: intervals, tue: intervals, wed: intervals, thu: intervals, fri: intervals, sat: intervals, sun: intervals },
    { requiredKeys: [] },
  ),
  intervals.map((list) => ({ mon: list, tue: list, wed: list, thu: list, fri: list, sat: list, sun: list })),
);

export const dateException: fc.Arbitrary<DateException> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<DateException>({ closed: true }) },
  { weight: 1, arbitrary: fc.constant<DateException>({ open_24: true }) },
  { weight: 3, arbitrary: intervals.map((list): DateException => ({ intervals: list })) },
);

const exceptionPlan: fc.Arbitrary<ExceptionPlan> = fc.record({
  anchor: fc.nat({ max: 999 }),
  days: fc.integer({ min: -2, max: 2 }),
  exception: dateException,
});

export const queuePlan: fc.Arbitrary<QueuePlan> = fc.record({
  zone: fc.nat({ max: 2 }),
  enabled: often(19),
  open24: often(3),
  week,
  exceptions: fc.array(exceptionPlan, { maxLength: 8, size: "max" }),
  channels: fc.option(fc.uniqueArray(fc.constantFrom<ChannelType>("voice", "chat"), { minLength: 1 }), {
    nil: undefined,
  }),
  languages: fc.option(supportedLanguages, { nil: undefined }),
  twin: often(3),
});
