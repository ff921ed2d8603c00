import fc from "fast-check";
import type { HandoffConfiguration, QueueConfiguration, Weekday } from "../../src/config/types.ts";
import { type Mark, type Timeline, timeline } from "../../src/report.ts";
import { lawIsEligible, lawIsOpen } from "../oracle/law.ts";
import { type Scenario, scenario } from "../properties/arbitraries.ts";
import { engineFor } from "../properties/engine-for.ts";
import { failure } from "../properties/failure.ts";
import { holds } from "../properties/holds.ts";
import { TEMPORAL_POLYFILL } from "../properties/oracles.ts";
import { around, eventful, everyMinute, isWithin, lawServes } from "./naive.ts";
import { shownAt } from "./naive-civil.ts";

const DAYS: readonly Weekday[] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const MINUTE = 60_000;

interface Asked {
  readonly given: Scenario;
  readonly anchor: number;
  readonly axis: number;
}

const asked: fc.Arbitrary<Asked> = fc.record({
  given: scenario({ picks: 1, handoffs: 1, aheadDays: 30 }),
  anchor: fc.nat({ max: 999 }),
  axis: fc.nat({ max: 9 }),
});

const isOpen = (queue: QueueConfiguration, at: number) => lawIsOpen(queue, at, TEMPORAL_POLYFILL.temporal);
const weekdayOf = (date: string) => DAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] as Weekday;

/** Whether the law opens the queue at `at` by what ran over from the evening before, and by that alone. */
function isSpill(queue: QueueConfiguration, at: number): boolean {
  const { date } = shownAt(queue.timezone, at);
  if (queue.open_24 || queue.date_exceptions?.[date] !== undefined) return false;
  const ofDate = { intervals: queue.weekly_hours?.[weekdayOf(date)] ?? [] };
  const withoutSpill = { ...queue, date_exceptions: { ...queue.date_exceptions, [date]: ofDate } };
  return isOpen(queue, at) && !isOpen(withoutSpill, at);
}

/** Whether the law would open it so, were it not for the exception of the date. */
function isCutSpill(queue: QueueConfiguration, at: number): boolean {
  const { date } = shownAt(queue.timezone, at);
  const { [date]: exception, ...others } = queue.date_exceptions ?? {};
  if (exception === undefined) return false;
  const week = queue.open_24 ? {} : { ...queue.weekly_hours, [weekdayOf(date)]: [] };
  return isOpen({ ...queue, open_24: false, weekly_hours: week, date_exceptions: others }, at) && !isOpen(queue, at);
}

/** What is open, the civil dates of an axis, and every mark; returns how many minutes were compared. */
export function compareTimeline(
  runs: number,
  batch = 0,
): readonly [compared: number, marks: ReadonlyMap<string, number>] {
  let compared = 0;
  const seen = new Map<string, number>();
  holds(
    asked,
    runs,
    ({ given, anchor, axis }) => {
      const range = around(eventful(given, anchor), 36);
      const [handoff] = given.configuration.handoffs as readonly [HandoffConfiguration];
      const { destination } = handoff;
      const kind = axis % 2 === 0 ? {} : (given.requests[0] ?? {});
      const timezone = (destination[axis % destination.length] as QueueConfiguration).timezone;
      const picture = timeline(engineFor(given), { handoff: handoff.name, ...kind, timezone, ...range });
      const fail = (what: string, at?: number) => failure(what, given, at, { kind, timezone, range, picture });
      const marks = picture.dates.flatMap((day) => day.marks.map((mark) => ({ mark, date: day.date })));
      for (const { mark } of marks) seen.set(mark.kind, (seen.get(mark.kind) ?? 0) + 1);
      for (const at of everyMinute(range)) {
        const serving = lawServes(destination, kind, at);
        const open = picture.open.find(({ start, end }) => at >= start && at < end);
        if ((open?.index ?? -1) !== serving) throw fail("open", at);
        const { date, minute, offset } = shownAt(timezone, at);
        const day = picture.dates.find((each) => each.date === date);
        const span = day?.spans.find(({ start, end }) => at >= start && at < end);
        if (span?.offset !== offset || span.civilStart + (at - span.start) / MINUTE !== minute) throw fail("spans", at);
        const part = day?.open.find(({ start, end }) => at >= start && at < end);
        if ((part?.index ?? -1) !== serving) throw fail("open of a date", at);
        if (part && part.civilStart + (at - part.start) / MINUTE !== minute)
          throw fail("civil minutes of what is open", at);
        destination.forEach((queue, q) => {
          const about = marks.filter(({ mark, date: on }) => on === date && "index" in mark && mark.index === q);
          const has = (which: Mark["kind"]) =>
            about.some(({ mark }) => mark.kind === which && "stretches" in mark && isWithin(mark.stretches, at));
          const eligible = lawIsEligible(queue, kind);
          const exception = queue.date_exceptions?.[shownAt(queue.timezone, at).date] !== undefined;
          if (has("date_exception") !== (eligible && exception)) throw fail(`date_exception of ${q}`, at);
          if (has("spill") !== (eligible && isSpill(queue, at))) throw fail(`spill of ${q}`, at);
          if (has("cut_spill") !== (eligible && isCutSpill(queue, at))) throw fail(`cut_spill of ${q}`, at);
        });
        compared++;
      }
      checkDates(picture, range, fail);
    },
    batch,
  );
  return [compared, seen];
}

/** How often the zone shows each civil minute of a date, and when the offset changes, by Temporal. */
function checkDates(
  { dates, timezone }: Timeline,
  range: { readonly from: number; readonly to: number },
  fail: (what: string, at?: number) => Error,
): void {
  const shown = new Map<string, number>();
  const lengths = new Map<string, number>();
  const transitions: number[] = [];
  let before: number | undefined;
  for (let at = range.from - 2880 * MINUTE; at < range.to + 2880 * MINUTE; at += MINUTE) {
    const { date, minute, offset } = shownAt(timezone, at);
    shown.set(`${date} ${minute}`, (shown.get(`${date} ${minute}`) ?? 0) + 1);
    lengths.set(date, (lengths.get(date) ?? 0) + 1);
    if (before !== undefined && before !== offset && at >= range.from && at < range.to) transitions.push(at);
    before = offset;
  }
  const listed = dates.flatMap(({ marks }) =>
    marks.filter((mark) => mark.kind === "transition" && mark.timezone === timezone),
  );
  if (String(listed.map((mark) => "at" in mark && mark.at)) !== String(transitions)) throw fail("transitions");
  for (const { date, minutes, marks } of dates) {
    if (minutes !== (lengths.get(date) ?? 0)) throw fail(`length of ${date}`);
    const within = (kind: Mark["kind"], minute: number) =>
      marks.some(
        (mark) => mark.kind === kind && "civilStart" in mark && minute >= mark.civilStart && minute < mark.civilEnd,
      );
    const has = marks.some((mark) => mark.kind === "transition" && mark.timezone === timezone);
    for (let minute = 0; minute < 1440; minute++) {
      const times = shown.get(`${date} ${minute}`) ?? 0;
      if (within("gap", minute) && times !== 0) throw fail(`gap on ${date} at ${minute}`);
      if (within("fold", minute) && times !== 2) throw fail(`fold on ${date} at ${minute}`);
      // A transition just outside the range has no mark.
      if (has && times !== 1 && !within("gap", minute) && !within("fold", minute)) throw fail(`${date} at ${minute}`);
    }
  }
}
