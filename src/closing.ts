import { canonicalLanguage } from "./config/language.ts";
import { placeholderProblems } from "./config/placeholders.ts";
import { quote } from "./config/quote.ts";
import { textProblems } from "./config/text.ts";
import type { ChannelType, Configuration } from "./config/types.ts";
import { UnknownNameError } from "./config/unknown-name-error.ts";
import { minuteStart } from "./kept-closures.ts";
import type { Closure, Scope } from "./resolve/closure.ts";
import { placesOf } from "./resolve/closures.ts";
import { formatInstant, instantError, isInstant, MS_PER_MINUTE } from "./time/instant.ts";

export interface CloseOptions {
  /** Epoch milliseconds, later than now; rounded up to a whole minute. Left out: until it is reopened. */
  readonly until?: number | undefined;
  /** Why, for operators: `explain` and `status` show it. 1 to 200 characters on one line. */
  readonly reason: string;
  /** What the agent is told meanwhile, in place of the agent-unavailable instructions; may hold the same placeholders. */
  readonly message?: string | undefined;
}

const FIELDS: readonly string[] = ["handoff", "queue", "channel", "language"] satisfies (keyof Scope)[];
const OPTIONS: readonly string[] = ["until", "reason", "message"] satisfies (keyof CloseOptions)[];
const CHANNELS: readonly ChannelType[] = ["voice", "chat"];
const LONGEST_REASON = 200;

/** Throws an UnknownNameError or a RangeError that says what is wrong. */
export function makeClosure(
  scope: Scope | "everything",
  options: CloseOptions,
  { id, now, configuration }: { readonly id: number; readonly now: number; readonly configuration: Configuration },
): Closure {
  const { until, reason, message } = options ?? {};
  checkScope(scope, configuration);
  // A misspelt `until` must not close for good.
  checkNames("options", options ?? {}, OPTIONS);
  if (until !== undefined && !isInstant(until)) throw instantError("until", until);
  if (until !== undefined && until <= now) {
    throw new RangeError(`\`until\` must be later than now (${formatInstant(now)}), got ${formatInstant(until)}`);
  }
  checkText("reason", reason);
  if (reason === "" || reason.length > LONGEST_REASON || /[\n\r\t]/.test(reason)) {
    throw new RangeError(`\`reason\` must be 1 to ${LONGEST_REASON} characters on one line, got ${quote(reason)}`);
  }
  if (message !== undefined) {
    checkText("message", message);
    const [problem] = placeholderProblems(() => "", "message", message);
    if (problem !== undefined) throw new RangeError(`\`message\`: ${problem.message}`);
  }
  return Object.freeze({
    id,
    scope: asScope(scope),
    since: minuteStart(now),
    until: until === undefined ? undefined : Math.ceil(until / MS_PER_MINUTE) * MS_PER_MINUTE,
    reason,
    message,
  });
}

/** What `reopen` may be given: a closure or its number, or a scope that holds all that they close. */
export type Meant = Closure | number | Scope | "everything";

/** Whether a closure is meant. Throws a RangeError when what is given is none of these. */
export function meaning(meant: Meant, configuration: Configuration): (closure: Closure) => boolean {
  if (typeof meant === "number") return ({ id }) => id === meant;
  if (isClosure(meant)) return ({ id }) => id === meant.id;
  checkFields(meant);
  const { queue, ...rest } = asScope(meant);
  const wanted = Object.entries(rest);
  return ({ scope }) =>
    wanted.every(([field, value]) => scope[field as keyof Scope] === value) && holdsQueue(queue, scope, configuration);
}

/** By its name or by its place, a queue is the same one; what a name closes is every queue that has it. */
function holdsQueue(queue: Scope["queue"], { handoff, queue: closed }: Scope, { handoffs }: Configuration): boolean {
  if (queue === undefined || queue === closed) return true;
  const names = namesOf(handoffs.find(({ name }) => name === handoff)?.destination ?? []);
  const [held = [], places = []] = [placesOf(queue, names), placesOf(closed, names)];
  return places.length > 0 && places.every((place) => held.includes(place));
}

/** Throws when a scope, of which nothing is closed, names what does not exist. */
export function checkMeant(meant: Meant, configuration: Configuration): void {
  if (typeof meant !== "number" && !isClosure(meant)) checkScope(meant, configuration);
}

function isClosure(meant: Meant): meant is Closure {
  return typeof meant === "object" && meant !== null && "id" in meant;
}

/** A mistaken scope must not close more than was meant, so nothing in it is passed over. */
function checkScope(scope: Scope | "everything", { handoffs }: Configuration): void {
  checkFields(scope);
  if (scope === "everything") return;
  const { handoff: name, queue, channel, language } = scope;
  if ("handoff" in scope) {
    const handoff = handoffs.find((one) => one.name === name);
    if (handoff === undefined) throw new UnknownNameError("handoff", name, namesOf(handoffs));
    if ("queue" in scope) checkQueue(queue, namesOf(handoff.destination));
  }
  if ("queue" in scope && !("handoff" in scope)) throw new RangeError("`scope.queue` needs `scope.handoff` beside it");
  if ("queue" in scope && ("channel" in scope || "language" in scope)) {
    throw new RangeError("`scope.queue` is closed for every channel and language; leave these out");
  }
  if ("channel" in scope && !CHANNELS.some((known) => known === channel)) {
    throw new UnknownNameError("channel", channel, CHANNELS);
  }
  if ("language" in scope && (typeof language !== "string" || canonicalLanguage(language) === undefined)) {
    throw new RangeError(`\`scope.language\` must be a BCP 47 language tag, got ${quote(language)}`);
  }
}

function checkFields(scope: unknown): void {
  if (scope === "everything") return;
  if (typeof scope !== "object" || scope === null || Array.isArray(scope)) {
    throw new RangeError(`\`scope\` must be "everything" or an object such as {"handoff": "…"}, got ${quote(scope)}`);
  }
  checkNames("scope", scope, FIELDS);
}

function checkNames(what: string, given: object, known: readonly string[]): void {
  for (const field of Object.keys(given)) {
    if (known.includes(field)) continue;
    throw new RangeError(`\`${what}\` has no field ${quote(field)}; it may have ${known.join(", ")}`);
  }
}

function checkQueue(queue: unknown, names: readonly string[]): void {
  if (typeof queue !== "number") {
    if (!names.some((name) => name === queue)) throw new UnknownNameError("queue", queue, names);
  } else if (!(queue in names)) {
    throw new RangeError(`\`scope.queue\` must be a place from 0 to ${names.length - 1}, got ${queue}`);
  }
}

function checkText(field: string, text: unknown): asserts text is string {
  if (typeof text !== "string") throw new RangeError(`\`${field}\` must be a string, got ${quote(text)}`);
  if (!text.isWellFormed()) throw new RangeError(`\`${field}\` holds half of a surrogate pair, which is no character`);
  const [problem] = textProblems(() => "", { [field]: text }, [field]);
  if (problem !== undefined) throw new RangeError(`\`${field}\` ${problem.message}`);
}

/** A frozen copy; languages in canonical form, so that the same ones are equal. */
function asScope(scope: Scope | "everything"): Scope {
  if (scope === "everything") return Object.freeze({});
  const { language, ...rest } = scope;
  if (typeof language !== "string") return Object.freeze({ ...scope });
  return Object.freeze({ ...rest, language: canonicalLanguage(language) ?? language });
}

function namesOf(named: readonly { readonly name: string }[]): readonly string[] {
  return named.map(({ name }) => name);
}
