import type { Configuration, HandoffConfiguration, QueueConfiguration } from "../config/types.ts";
import { UnknownNameError } from "../config/unknown-name-error.ts";
import { ScheduleNumbers } from "../schedule/schedule-numbers.ts";
import type { ZoneSource } from "../time/zone.ts";
import { type Answers, answersOf } from "./answers.ts";
import { offsetStretches } from "./civil-spans.ts";
import { classChanges, type Sides } from "./class-changes.ts";
import type { Diff, DiffOptions, HandoffDiff, LoneHandoff, WordChange } from "./diff-types.ts";
import { eligibleQueues } from "./eligible.ts";
import { type HandoffPair, pairHandoffs } from "./handoff-pairs.ts";
import { minutesOf } from "./length.ts";
import type { Meaning } from "./meaning.ts";
import { OpenTimes } from "./open-times.ts";
import { QueueRules } from "./queue-rules.ts";
import { type Range, rangeOf } from "./range.ts";
import { sameData } from "./same-data.ts";
import { scenarioChanges } from "./scenario-changes.ts";
import { servedStretches, turnsOf } from "./serving.ts";
import { handoffWords, otherWords, queueWords } from "./word-changes.ts";

/**
 * What changes in meaning from one engine's configuration, under its time zones, to another's: within a range, by default the
 * window of the second. Throws an UnknownNameError for a handoff, a RangeError for a range that is none.
 */
export function diff(before: Meaning, after: Meaning, options: DiffOptions = {}): Diff {
  const range = rangeOf(options, after);
  const sides = sidesOf(before.zoneSource, after.zoneSource, range);
  const [old, now] = [before.configuration, after.configuration];
  const { pairs, added, removed } = narrowed(pairHandoffs(old, now, sides.rules), options.handoff, old, now);
  const handoffs: HandoffDiff[] = [];
  const words: WordChange[] = [];
  const quiet: string[] = [];
  for (const pair of pairs) {
    words.push(...handoffWords(pair));
    if (pair.before.destination === pair.after.destination && isSameLaw(pair, sides)) continue;
    const answers = answersOf(pair, sides.rules);
    words.push(...queueWords(pair.after, answers.pairs));
    if (isSameRouting(pair, answers, sides)) continue;
    const changes = classChanges(pair, answers, sides);
    const { name, destination } = pair.after;
    if (changes.length === 0) quiet.push(name);
    else handoffs.push({ handoff: name, timezone: (destination[0] as QueueConfiguration).timezone, changes });
  }
  const renamed = pairs.filter((pair) => pair.before.name !== pair.after.name).map(namesOf);
  const whole = options.handoff === undefined;
  const scenarios = whole ? scenarioChanges(old, now, renamed) : [];
  if (whole) words.push(...otherWords(old, now));
  const sameHours = [handoffs, added, removed, renamed, scenarios].every(({ length }) => length === 0);
  return {
    ...range,
    zones: { before: zonesNamed(before.zoneSource), after: zonesNamed(after.zoneSource) },
    same: sameHours && words.length === 0 && quiet.length === 0,
    sameHours,
    handoffs,
    added: added.map((handoff) => lone(handoff, sides.after, range)),
    removed: removed.map((handoff) => lone(handoff, sides.before, range)),
    renamed,
    scenarios,
    words,
    quiet,
  };
}

function sidesOf(before: ZoneSource, after: ZoneSource, range: Range): Sides {
  const numbers = new ScheduleNumbers();
  const known = new Map<string, boolean>();
  const sameZone = (timezone: string) => {
    if (before === after) return true;
    const same =
      known.get(timezone) ??
      sameData(offsetStretches(before, timezone, range), offsetStretches(after, timezone, range));
    known.set(timezone, same);
    return same;
  };
  const ofBefore = new OpenTimes(before, range, numbers);
  const ofAfter = before === after ? ofBefore : new OpenTimes(after, range, numbers);
  return { range, rules: new QueueRules(numbers), before: ofBefore, after: ofAfter, sameZone };
}

/** The pair of one handoff by either of its names, or it alone on its side. */
function narrowed(
  all: ReturnType<typeof pairHandoffs>,
  name: string | undefined,
  before: Configuration,
  after: Configuration,
): ReturnType<typeof pairHandoffs> {
  if (name === undefined) return all;
  const isIt = (handoff: HandoffConfiguration) => handoff.name === name;
  const now = all.pairs.filter((pair) => isIt(pair.after));
  const pairs = now.length > 0 ? now : all.pairs.filter((pair) => isIt(pair.before));
  const found = { pairs, added: all.added.filter(isIt), removed: all.removed.filter(isIt) };
  if (pairs.length + found.added.length + found.removed.length > 0) return found;
  const names = [...after.handoffs, ...before.handoffs].map((handoff) => handoff.name);
  throw new UnknownNameError("handoff", name, new Set(names));
}

/** The same queues in the same order by the same rules, whatever they are called. */
function isSameRouting(pair: HandoffPair, answers: Answers, sides: Sides): boolean {
  const sameAnswers = sameData(answers.before, answers.after);
  return sameAnswers && sides.rules.same(pair.before.destination, pair.after.destination) && isSameLaw(pair, sides);
}

function isSameLaw({ before }: HandoffPair, { sameZone }: Sides): boolean {
  return before.destination.every(({ timezone }) => sameZone(timezone));
}

function lone({ name, destination }: HandoffConfiguration, times: OpenTimes, range: Range): LoneHandoff {
  const turns = turnsOf(eligibleQueues(destination, {}), (q) => times.of(destination[q] as QueueConfiguration), range);
  const servedMinutes = minutesOf(servedStretches(turns, destination, range.to));
  return { handoff: name, queues: destination.map((queue) => queue.name), servedMinutes };
}

function namesOf({ before, after }: HandoffPair): Diff["renamed"][number] {
  return { before: before.name, after: after.name };
}

function zonesNamed({ name, version }: ZoneSource): Diff["zones"]["before"] {
  return { name, version };
}
