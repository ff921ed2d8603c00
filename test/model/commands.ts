import fc from "fast-check";
import type { Handoff, Request, Scope } from "../../src/index.ts";
import { ConfigError } from "../../src/index.ts";
import { loadSnapshot } from "../../src/runtime.ts";
import { type Asked, closedIsOpen, closedVerdicts, handoffIn, type ModelScope } from "./closed-law.ts";
import {
  answerFor,
  DAY,
  inForce,
  keepHandles,
  MINUTE,
  type Model,
  observe,
  type Real,
  requireSame,
  shown,
} from "./world.ts";

/** What is done to an engine and to its model; what it answers is compared within. */
export type ModelCommand = fc.Command<Model, Real>;

/** A command by what it was chosen from, so that a counterexample can be read. */
function command(name: string, plan: object, run: (model: Model, real: Real) => void): ModelCommand {
  return {
    check: () => true,
    run(model, real) {
      run(model, real);
      requireWatch(model, real);
    },
    toString: () => `${name} ${JSON.stringify(plan)}`,
  };
}

/** Whoever watches has been told of the answer that there is now. */
function requireWatch(model: Model, { time, watch }: Real): void {
  time.settle();
  if (watch === undefined) return;
  const asked = { ...watch.request, at: model.now };
  requireSame("watch", shown(watch.answer), answerFor(model, watch.name, asked), { ...asked, name: watch.name });
}

const NAMES = ["Handoff 0", "Handoff 1"];
const handoffName: fc.Arbitrary<string> = fc.constantFrom(...NAMES);
const request: fc.Arbitrary<number> = fc.nat({ max: 20 });

/** An instant: now (left out), somewhere near it, or about an edge of a closure. */
type When = { readonly offset: number } | { readonly edge: number; readonly beside: number } | undefined;

const when: fc.Arbitrary<When> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  {
    weight: 3,
    arbitrary: fc.record({ edge: fc.nat({ max: 20 }), beside: fc.constantFrom(-MINUTE, -1, 0, 1, MINUTE) }),
  },
  { weight: 3, arbitrary: fc.record({ offset: fc.integer({ min: -3 * DAY, max: 9 * DAY }) }) },
  { weight: 1, arbitrary: fc.record({ offset: fc.integer({ min: -700 * DAY, max: 700 * DAY }) }) },
);

function instantOf(when: When, { now, closures }: Model): number | undefined {
  if (when === undefined) return undefined;
  if ("offset" in when) return now + when.offset;
  const edges = closures.flatMap(({ since, until }) => [since, until]).filter(Number.isFinite);
  return (edges[when.edge % Math.max(edges.length, 1)] ?? now) + when.beside;
}

interface Question {
  readonly handoff: string;
  readonly request: number;
  readonly when: When;
}

const question: fc.Arbitrary<Question> = fc.record({ handoff: handoffName, request, when });

/** The request as it is given, what it asks about, and of whom: not every configuration ever had both handoffs. */
function askedBy({ handoff, request, when }: Question, model: Model) {
  const name = model.known.has(handoff) ? handoff : "Handoff 0";
  const at = instantOf(when, model);
  const wanted = model.requests[request % model.requests.length] as Omit<Asked, "at">;
  if (at === undefined) observe(model);
  const given: Request = { ...wanted, ...(at !== undefined && { at }) };
  const asked: Asked = { ...wanted, at: at ?? model.now };
  return { name, given, asked };
}

/** Of a handoff that there is, or was. */
function handleOf({ handles }: Real, handoff: string): Handoff {
  return handles.get(handoff) as Handoff;
}

const resolve = question.map((plan) =>
  command("resolve", plan, (model, real) => {
    const { name, given, asked } = askedBy(plan, model);
    const handle = handleOf(real, name);
    const answer = handle.resolve(given);
    requireSame("resolve", shown(answer), answerFor(model, name, asked), { plan, asked });
    if (!Object.isFrozen(answer) || handle.resolve(given) !== answer) throw new Error("another object");
    real.numbers.set(handle.number, name);
    for (const [number, of] of real.numbers) {
      if (of === name && real.engine.resolveNumber(number, given) !== answer) throw new Error(`number ${number}`);
    }
  }),
);

const nextChange = question.map((plan) =>
  command("nextChange", plan, (model, real) => {
    const { name, given, asked } = askedBy(plan, model);
    const next = handleOf(real, name).nextChange(given);
    if (next === undefined) return;
    const context = { plan, asked, next };
    const now = answerFor(model, name, asked);
    requireSame("nextChange", shown(next.resolution), answerFor(model, name, { ...asked, at: next.at }), context);
    if (next.at <= asked.at || next.at % MINUTE !== 0) throw new Error(`nextChange ${JSON.stringify(context)}`);
    for (const part of [0.3, 0.7, 1]) {
      const at = Math.min(Math.floor(asked.at + part * (next.at - asked.at)), next.at - 1);
      requireSame("before nextChange", answerFor(model, name, { ...asked, at }), now, context);
    }
  }),
);

const intervals = question.map((plan) =>
  command("intervals", plan, (model, real) => {
    const { name, asked } = askedBy(plan, model);
    const { channel, language, at } = asked;
    const found = handleOf(real, name).intervals({ channel, language, from: at, to: at + DAY });
    for (let hour = 0; hour < 24; hour += 3) {
      const instant = at + hour * 60 * MINUTE;
      const queue = found.find(({ start, end }) => start <= instant && instant < end)?.queue;
      const answer = answerFor(model, name, { ...asked, at: instant });
      requireSame("intervals", queue, answer.available ? answer.queue : undefined, { plan, asked, hour });
    }
  }),
);

const explain = question.map((plan) =>
  command("explain", plan, (model, real) => {
    const { name, given, asked } = askedBy(plan, model);
    const handoff = handoffIn(model.serving, name);
    const { resolution, queues } = handleOf(real, name).explain(given);
    requireSame("explain", shown(resolution), answerFor(model, name, asked), { plan, asked });
    const verdicts = handoff === undefined ? [] : closedVerdicts(model.closures, handoff, asked);
    requireSame(
      "verdicts",
      queues.map(({ verdict }) => verdict),
      verdicts,
      { plan, asked },
    );
  }),
);

const isOpen = question.map((plan) =>
  command("isOpen", plan, (model, real) => {
    const { name, given, asked } = askedBy(plan, model);
    const handoff = handoffIn(model.serving, name);
    const { queues } = handleOf(real, name);
    if (queues.length !== (handoff?.destination.length ?? 0)) throw new Error("queues of another configuration");
    for (const [place, queue] of queues.entries()) {
      const open = handoff !== undefined && closedIsOpen(model.closures, handoff, place, asked.at);
      requireSame("isOpen", queue.isOpen(given.at), open, { plan, asked, place });
    }
  }),
);

interface TransferPlan extends Question {
  /** How long before the transfer the conversation was told, and for how long that is to hold. */
  readonly told: number | undefined;
  readonly holdMs: number;
}

const transferPlan: fc.Arbitrary<TransferPlan> = fc.record({
  ...{ handoff: handoffName, request, when },
  told: fc.option(fc.integer({ min: -MINUTE, max: 12 * 60 * MINUTE }), { nil: undefined }),
  holdMs: fc.oneof(fc.constant(DAY), fc.integer({ min: 0, max: 12 * 60 * MINUTE })),
});

/** What `transfer` answers: where the conversation goes, or why not. */
function transferOf(model: Model, name: string, asked: Asked, { told, holdMs }: TransferPlan): object {
  const now = answerFor(model, name, asked);
  if (now.available) return { to: now.queue, transfer: now.transfer, hold: false };
  const handoff = handoffIn(model.serving, name);
  const verdictsAt = (at: number) => (handoff ? closedVerdicts(model.closures, handoff, { ...asked, at }) : []);
  const verdicts = verdictsAt(asked.at);
  const isByHand = verdicts.includes("closure");
  const isServed = verdicts.some((verdict) => verdict === "closed" || verdict === "closure");
  const code = !handoff ? "removed" : isByHand ? "closed_by_hand" : isServed ? "closed" : "not_served";
  const refusal = (no_hold?: string) => ({ code, no_hold, instructions: now.instructions });
  if (told === undefined) return refusal();
  const place = verdictsAt(asked.at - told).indexOf("chosen");
  if (place < 0 ? isByHand : verdicts[place] === "closure") return refusal("closed_by_hand");
  if (told < 0 || told > holdMs) return refusal("expired");
  const then = answerFor(model, name, { ...asked, at: asked.at - told });
  return then.available ? { to: then.queue, transfer: then.transfer, hold: true } : refusal("not_available_then");
}

const transfer = transferPlan.map((plan) =>
  command("transfer", plan, (model, real) => {
    const { name, given, asked } = askedBy(plan, model);
    const { told, holdMs } = plan;
    const hold = told === undefined ? {} : { since: asked.at - told, holdMs };
    const result = handleOf(real, name).transfer({ ...given, ...hold }, {});
    const shownResult =
      result.outcome === "transfer"
        ? { to: result.queue, transfer: result.transfer_function_name, hold: result.hold !== undefined }
        : result.outcome === "unavailable"
          ? { code: result.reason.code, no_hold: result.reason.no_hold, instructions: result.briefing.instructions }
          : result;
    if (result.outcome === "transfer") real.outcomes.add(result.hold === undefined ? "transfer" : "transfer on hold");
    if (result.outcome === "unavailable") real.outcomes.add(result.reason.code).add(`${result.reason.no_hold}`);
    requireSame("transfer", shownResult, transferOf(model, name, asked, plan), { plan, asked });
  }),
);

const replace = fc
  .record({ configuration: fc.nat({ max: 2 }), isBad: fc.integer({ min: 0, max: 3 }).map((n) => n === 0) })
  .map((plan) =>
    command("replace", plan, (model, real) => {
      const { engine } = real;
      const configuration = model.configurations[plan.configuration % model.configurations.length] as Model["serving"];
      observe(model);
      if (plan.isBad) {
        try {
          engine.replace({ ...configuration, transfer_functions: [] });
        } catch (error) {
          if (error instanceof ConfigError) return;
          throw error;
        }
        throw new Error("not refused");
      }
      engine.replace(configuration);
      model.serving = configuration;
      model.revision++;
      for (const handoff of configuration.handoffs) model.known.set(handoff.name, handoff);
      keepHandles(real);
    }),
  );

interface ScopePlan {
  readonly kind: "everything" | "handoff" | "name" | "place" | "channel" | "language" | "all";
  readonly handoff: string;
  readonly queue: number;
  readonly channel: "voice" | "chat";
  readonly language: string;
}

const scopePlan: fc.Arbitrary<ScopePlan> = fc.record({
  kind: fc.constantFrom<ScopePlan["kind"]>(
    "everything",
    "handoff",
    "name",
    "name",
    "place",
    "channel",
    "language",
    "all",
  ),
  handoff: handoffName,
  queue: fc.nat({ max: 5 }),
  channel: fc.constantFrom<"voice" | "chat">("voice", "chat"),
  language: fc.constantFrom("en", "es", "pt-BR", "he", "zh-Hant"),
});

function scopeOf({ kind, handoff, queue, channel, language }: ScopePlan, { serving }: Model): ModelScope {
  const { name, destination } =
    handoffIn(serving, handoff) ?? (serving.handoffs[0] as (typeof serving.handoffs)[number]);
  const place = queue % destination.length;
  switch (kind) {
    case "everything":
      return {};
    case "handoff":
      return { handoff: name };
    case "name":
      return { handoff: name, queue: destination[place]?.name as string };
    case "place":
      return { handoff: name, queue: place };
    case "channel":
      return { channel };
    case "language":
      return { language };
    case "all":
      return { handoff: name, channel, language };
  }
}

/** Whether all that a scope closes is closed by the other one, too. */
function liesWithin(scope: ModelScope, wide: ModelScope, { serving }: Model): boolean {
  const { destination = [] } = handoffIn(serving, scope.handoff ?? "") ?? {};
  const isClosedBy = ({ queue }: ModelScope) =>
    destination.filter(({ name }, place) => queue === place || queue === name).map((one) => destination.indexOf(one));
  return Object.entries(wide).every(([field, value]) => {
    if (scope[field as keyof ModelScope] === value) return true;
    const closed = field === "queue" ? isClosedBy(scope) : [];
    return closed.length > 0 && closed.every((place) => isClosedBy(wide).includes(place));
  });
}

const minutes = fc.integer({ min: 1, max: 3 * 1440 * MINUTE });

const close = fc
  .record({
    scope: scopePlan,
    lasts: fc.option(minutes, { nil: undefined }),
    message: fc.option(fc.constantFrom("one", "two"), { nil: undefined }),
  })
  .map((plan) =>
    command("close", plan, (model, { engine }) => {
      observe(model);
      const { message, lasts } = plan;
      const until = lasts === undefined ? undefined : model.now + lasts;
      const scope = scopeOf(plan.scope, model);
      const { id } = engine.close(scope as Scope, { reason: "by the test", message, until });
      model.made++;
      if (id !== model.made) throw new Error(`closure ${id}, not ${model.made}`);
      model.closures.push({
        ...{ id, scope, message, isReopened: false },
        since: Math.floor(model.now / MINUTE) * MINUTE,
        until: until === undefined ? Number.POSITIVE_INFINITY : Math.ceil(until / MINUTE) * MINUTE,
      });
    }),
  );

const reopen = fc.oneof(fc.record({ closure: fc.nat({ max: 20 }) }), fc.record({ scope: scopePlan })).map((plan) =>
  command("reopen", plan, (model, { engine }) => {
    observe(model);
    const meant = "closure" in plan ? plan.closure % (model.made + 1) : scopeOf(plan.scope, model);
    const ended = inForce(model).filter(({ id, scope }) =>
      typeof meant === "number" ? id === meant : liesWithin(scope, meant, model),
    );
    const told = engine.reopen(meant as Scope | number).map(({ id }) => id);
    requireSame(
      "reopen",
      told,
      ended.map(({ id }) => id),
      { plan },
    );
    for (const closure of ended) {
      closure.isReopened = true;
      closure.until = model.now;
    }
    observe(model);
  }),
);

const move = fc
  .oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 3 * 60 * MINUTE }) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 4 * DAY }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 500 * DAY }) },
    { weight: 2, arbitrary: fc.integer({ min: -3 * 60 * MINUTE, max: -1 }) },
    { weight: 1, arbitrary: fc.integer({ min: -500 * DAY, max: -1 }) },
  )
  .map((by) =>
    command("move", { by }, (model, { engine, time, watch }) => {
      time.leap(by);
      model.now = time.now();
      // Set back, it is read at once: that it was is all that the engine has to remember of its readings.
      if (by < 0) {
        engine.status();
        observe(model);
      }
      if (watch === undefined) return;
      time.advance(MINUTE);
      model.now = time.now();
    }),
  );

const status = fc.constant({}).map((plan) =>
  command("status", plan, (model, { engine }) => {
    observe(model);
    const { closures, revision, window, rolling } = engine.status();
    const told = closures.map(({ id, since, until = Number.POSITIVE_INFINITY }) => [id, since, until]);
    const closed = inForce(model).map(({ id, since, until }) => [id, since, until]);
    requireSame("status", [revision, told], [model.revision, closed], {});
    const isInside = window.from <= model.now && model.now < window.to;
    if (!isInside && !rolling) throw new Error("now is outside the window");
  }),
);

const snapshot = question.map((plan) =>
  command("snapshot", plan, (model, real) => {
    const { name, asked } = askedBy(plan, model);
    if (handoffIn(model.serving, name) === undefined) return;
    observe(model);
    const snapshot = loadSnapshot(real.engine.snapshot());
    const { from, to } = snapshot.info.window;
    for (const at of [
      asked.at,
      model.now,
      ...model.closures.flatMap(({ since, until }) => [since, since - 1, until - 1, until]),
    ]) {
      if (!(at >= from && at < to)) continue;
      const answer = shown(snapshot.handoff(name).resolve({ ...asked, at }));
      requireSame("snapshot", answer, answerFor(model, name, { ...asked, at }), { plan, asked, at });
    }
  }),
);

/** By how often each is chosen. */
const WEIGHTED: readonly (readonly [number, fc.Arbitrary<ModelCommand>])[] = [
  [12, resolve],
  [3, nextChange],
  [2, intervals],
  [3, explain],
  [2, isOpen],
  [3, transfer],
  [3, replace],
  [6, close],
  [4, reopen],
  [6, move],
  [1, status],
  [1, snapshot],
];

export const COMMANDS: readonly fc.Arbitrary<ModelCommand>[] = WEIGHTED.flatMap(([weight, arbitrary]) =>
  Array.from({ length: weight }, () => arbitrary),
);
