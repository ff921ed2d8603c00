import { describe, expect, it } from "vitest";
import { CONFIGURATION, DAY, HOUR, handoff, MINUTE, NOW, queue, SINCE, sample } from "./sample.ts";

const reason = "fire alarm";

describe("explain", () => {
  it("gives the closure as the rule that decided, and says since when, until when and why", () => {
    const { engine } = sample();
    const office = engine.close({ handoff: "Billing", queue: "Office" }, { reason, until: SINCE + HOUR });
    const [first, second] = engine.handoff("Billing").explain({ language: "es" }).queues;
    expect(first).toMatchObject({ verdict: "closure", rule: { kind: "closure", closure: office } });
    expect(first?.text).toBe(
      "Office is closed by hand since 2026-11-24T12:00:00Z until 2026-11-24T13:00:00Z: fire alarm",
    );
    expect(second?.verdict).toBe("chosen");
  });

  it("tells of a closure without an end, and of the whole handoff before that of a queue", () => {
    const { engine } = sample();
    const all = engine.close({}, { reason });
    engine.close({ handoff: "Billing", queue: "Office" }, { reason: "training" });
    const { queues } = engine.handoff("Billing").explain({ language: "de" });
    expect(queues.map(({ verdict }) => verdict)).toEqual(["closure", "language", "closure"]);
    expect(queues[0]).toMatchObject({ rule: { closure: all } });
    expect(queues[0]?.text).toBe(
      "Office is closed by hand since 2026-11-24T12:00:00Z until it is reopened: fire alarm",
    );
  });

  it("gives the ordinary verdict before and after a closure, and for requests that it does not close", () => {
    const { engine } = sample();
    engine.close({ channel: "voice" }, { reason, until: SINCE + HOUR });
    const billing = engine.handoff("Billing");
    const verdictOf = (at: number, channel: string) => billing.explain({ at, channel }).queues[0]?.verdict;
    expect(verdictOf(SINCE - 1, "voice")).toBe("chosen");
    expect(verdictOf(SINCE, "voice")).toBe("closure");
    expect(verdictOf(SINCE, "chat")).toBe("chosen");
    expect(verdictOf(SINCE + HOUR, "voice")).toBe("chosen");
    expect(billing.explain({ at: SINCE + 12 * HOUR, channel: "voice" }).queues[0]?.verdict).toBe("closed");
  });
});

describe("nextChange and intervals", () => {
  it("see the closing, the reopening at its end, and nothing between", () => {
    const { engine } = sample();
    const closure = engine.close({ handoff: "Billing" }, { reason, until: SINCE + HOUR });
    const billing = engine.handoff("Billing");
    const request = { channel: "voice", language: "de" };
    const before = billing.nextChange({ ...request, at: SINCE - HOUR });
    expect(before).toEqual({ at: SINCE, resolution: billing.resolve({ ...request, at: SINCE }) });
    expect(billing.nextChange(request)).toEqual({ at: closure.until, resolution: billing.resolve({ at: SINCE - 1 }) });
    expect(billing.intervals({ ...request, from: SINCE - HOUR, to: SINCE + 6 * HOUR })).toEqual([
      { start: SINCE - HOUR, end: SINCE, queue: "Office" },
      { start: SINCE + HOUR, end: SINCE + 5 * HOUR, queue: "Office" },
      { start: SINCE + 5 * HOUR, end: SINCE + 6 * HOUR, queue: "Night" },
    ]);
  });

  it("see no change while nothing reopens what is closed", () => {
    const { engine } = sample();
    engine.close({}, { reason });
    expect(engine.handoff("Billing").nextChange()).toBeUndefined();
    expect(engine.handoff("Sales").queues[1]?.nextChange()).toBeUndefined();
    expect(engine.handoff("Billing").intervals()).toEqual([]);
  });

  it("see a message end, even when nothing opens then", () => {
    const { engine } = sample();
    const until = SINCE + 12 * HOUR;
    engine.close({ handoff: "Billing" }, { reason, until, message: "closed by hand" });
    const request = { channel: "chat", language: "de" };
    const answer = engine.handoff("Billing").nextChange(request);
    expect(answer?.at).toBe(until);
    expect(answer?.resolution).toMatchObject({ available: false, instructions: "Billing is closed." });
  });

  it("of a queue leave out what closes the queue, its handoff or everything, and no channel or language", () => {
    const { engine } = sample();
    const [office, , night] = engine.handoff("Billing").queues;
    engine.close({ channel: "voice" }, { reason });
    engine.close({ handoff: "Billing", language: "es" }, { reason });
    expect(night?.isOpen()).toBe(true);
    expect(night?.nextChange()).toBeUndefined();
    engine.close({ handoff: "Billing", queue: "Office" }, { reason, until: SINCE + HOUR });
    engine.close({ handoff: "Billing" }, { reason, until: SINCE + 30 * MINUTE });
    engine.close({}, { reason, until: SINCE + 10 * MINUTE });
    expect(night?.isOpen()).toBe(false);
    expect(night?.nextChange()).toEqual({ at: SINCE + 30 * MINUTE, open: true });
    expect(office?.nextChange(SINCE - HOUR)).toEqual({ at: SINCE, open: false });
    expect(office?.nextChange()).toEqual({ at: SINCE + HOUR, open: true });
    expect(office?.intervals(SINCE - DAY, SINCE + DAY)).toEqual([
      { start: SINCE - DAY, end: SINCE - DAY + 5 * HOUR },
      { start: SINCE - 3 * HOUR, end: SINCE },
      { start: SINCE + HOUR, end: SINCE + 5 * HOUR },
      { start: SINCE + 21 * HOUR, end: SINCE + DAY },
    ]);
  });
});

describe("status", () => {
  it("lists what is closed now, and so does the engine", () => {
    const { engine, at } = sample();
    const short = engine.close({ channel: "voice" }, { reason, until: NOW + HOUR });
    const long = engine.close({ handoff: "Billing" }, { reason: "training", message: "Call later." });
    expect(engine.status().closures).toEqual([short, long]);
    expect(engine.closures).toEqual([short, long]);
    expect([short, short.scope].every(Object.isFrozen)).toBe(true);
    at(NOW + 2 * HOUR);
    expect(engine.status().closures).toEqual([long]);
  });
});

describe("what close and reopen are given wrongly", () => {
  const { engine } = sample({
    ...CONFIGURATION,
    handoffs: [handoff("Billing Support", [queue("Office"), queue("Home")])],
  });
  const close = (scope: unknown, options: unknown) => () => engine.close(scope as never, options as never);

  it.each([
    [{ handoff: "Biling Support" }, "no handoff is named `Biling Support`; did you mean `Billing Support`?"],
    [{ handoff: undefined }, "no handoff is named undefined"],
    [{ handoff: "Billing Support", queue: "Ofice" }, "no queue is named `Ofice`; did you mean `Office`?"],
    [{ handoff: "Billing Support", queue: undefined }, "no queue is named undefined"],
    [{ channel: "void" }, "no channel is named `void`; did you mean `voice`?"],
    [{ channel: 1 }, "no channel is named 1"],
  ])("%j is an unknown name", (scope, message) => {
    expect(close(scope, { reason })).toThrow(expect.objectContaining({ name: "UnknownNameError", message }));
    expect(() => engine.reopen(scope as never)).toThrow(expect.objectContaining({ name: "UnknownNameError", message }));
  });

  it.each([
    [undefined, '`scope` must be "everything" or an object such as {"handoff": "…"}, got undefined'],
    ["all", '`scope` must be "everything" or an object such as {"handoff": "…"}, got "all"'],
    [[], '`scope` must be "everything" or an object such as {"handoff": "…"}, got []'],
    [{ handof: "Billing Support" }, '`scope` has no field "handof"; it may have handoff, queue, channel, language'],
    [{ queue: "Office" }, "`scope.queue` needs `scope.handoff` beside it"],
    [
      { handoff: "Billing Support", queue: 0, channel: "voice" },
      "`scope.queue` is closed for every channel and language; leave these out",
    ],
    [{ handoff: "Billing Support", queue: 2 }, "`scope.queue` must be a place from 0 to 1, got 2"],
    [{ handoff: "Billing Support", queue: 0.5 }, "`scope.queue` must be a place from 0 to 1, got 0.5"],
    [{ language: "en_US" }, '`scope.language` must be a BCP 47 language tag, got "en_US"'],
    [{ language: undefined }, "`scope.language` must be a BCP 47 language tag, got undefined"],
  ])("%j is no scope", (scope, message) => {
    expect(close(scope, { reason })).toThrow(new RangeError(message));
    expect(() => engine.reopen(scope as never)).toThrow(new RangeError(message));
  });

  it.each([
    [undefined, "`reason` must be a string, got undefined"],
    [{ reason: 1 }, "`reason` must be a string, got 1"],
    [{ reason: "" }, '`reason` must be 1 to 200 characters on one line, got ""'],
    [{ reason: "a\nb" }, '`reason` must be 1 to 200 characters on one line, got "a\\nb"'],
    [{ reason: "\u001b[2J" }, "`reason` holds the control character U+001B; remove it"],
    [{ reason: "\ud800" }, "`reason` holds half of a surrogate pair, which is no character"],
    [{ reason, untill: NOW + 60_000 }, '`options` has no field "untill"; it may have until, reason, message'],
    [{ reason, message: null }, "`message` must be a string, got null"],
    [{ reason, message: "\u0007" }, "`message` holds the control character U+0007; remove it"],
    [{ reason, until: NOW }, "`until` must be later than now (2026-11-24T12:00:30.500Z), got 2026-11-24T12:00:30.500Z"],
    [
      { reason, until: 1_800_000_000 },
      "`until` must be epoch milliseconds from 63676800000 (1972-01-08T00:00:00Z) to 8639999827200000 " +
        "(+275760-09-11T00:00:00Z), got 1800000000. Seconds were given? 1800000000 seconds are 2027-01-15T08:00:00Z.",
    ],
    [
      { reason, until: "tomorrow" },
      "`until` must be epoch milliseconds from 63676800000 (1972-01-08T00:00:00Z) to 8639999827200000 " +
        "(+275760-09-11T00:00:00Z), got string.",
    ],
  ])("options %j", (options, message) => {
    expect(close({}, options)).toThrow(new RangeError(message));
  });

  it("closes nothing, and takes no number", () => {
    expect(engine.closures).toEqual([]);
    expect(engine.reopen(1)).toEqual([]);
    expect(engine.reopen("everything")).toEqual([]);
    expect(engine.close({}, { reason }).id).toBe(1);
  });
});
