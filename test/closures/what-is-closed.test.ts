import { describe, expect, it } from "vitest";
import type { Engine, Request } from "../../src/index.ts";
import { CONFIGURATION, DAY, HOUR, handoff, MINUTE, NOW, queue, SINCE, sample } from "./sample.ts";

const reason = "fire alarm";

/** The queue that serves, or what is said instead. */
function said(engine: Engine, name: string, request: Request = {}): string {
  const answer = engine.resolve(name, request);
  return answer.available ? answer.queue : answer.instructions;
}

describe("a closure closes", () => {
  it("everything, given as {} or by its name", () => {
    for (const scope of [{}, "everything"] as const) {
      const { engine } = sample();
      expect(said(engine, "Billing")).toBe("Office");
      engine.close(scope, { reason });
      expect(said(engine, "Billing")).toBe("Billing is closed.");
      expect(said(engine, "Sales", { channel: "chat" })).toBe("Sales is closed.");
    }
  });

  it("a handoff and no other", () => {
    const { engine } = sample();
    engine.close({ handoff: "Billing" }, { reason });
    expect(said(engine, "Billing")).toBe("Billing is closed.");
    expect(said(engine, "Sales")).toBe("Chat");
  });

  it("a queue by its name or its place, and the next one serves", () => {
    for (const office of ["Office", 0]) {
      const { engine } = sample();
      engine.close({ handoff: "Billing", queue: office }, { reason });
      expect(said(engine, "Billing")).toBe("Spanish");
      expect(said(engine, "Billing", { language: "de" })).toBe("Night");
      expect(said(engine, "Billing", { language: "de", channel: "chat" })).toBe("Billing is closed.");
    }
  });

  it("every queue of a name that a destination has twice, but only one place", () => {
    const twice = { ...CONFIGURATION, handoffs: [handoff("Twice", [queue("A"), queue("A"), queue("B")])] };
    const { engine } = sample(twice);
    const byPlace = engine.close({ handoff: "Twice", queue: 0 }, { reason });
    expect(engine.handoff("Twice").queues.map((one) => one.isOpen())).toEqual([false, true, true]);
    engine.reopen(byPlace);
    engine.close({ handoff: "Twice", queue: "A" }, { reason });
    expect(engine.handoff("Twice").queues.map((one) => one.isOpen())).toEqual([false, false, true]);
  });

  it("a channel, for requests that name it", () => {
    const { engine } = sample();
    engine.close({ channel: "voice" }, { reason });
    expect(said(engine, "Billing", { channel: "voice" })).toBe("Billing is closed.");
    expect(said(engine, "Billing", { channel: "chat" })).toBe("Office");
    expect(said(engine, "Billing")).toBe("Office");
    expect(said(engine, "Billing", { channel: "fax" })).toBe("Office");
  });

  it("a language, for requests that match it as a queue's languages match", () => {
    const { engine } = sample();
    engine.close({ language: "es" }, { reason });
    for (const language of ["es", "ES", "es-MX", "es-419"]) {
      expect(said(engine, "Billing", { language })).toBe("Billing is closed.");
    }
    for (const language of [undefined, "en", "est", "en_US", ""]) {
      expect(said(engine, "Billing", { language })).toBe("Office");
    }
    engine.close({ language: "pt-BR" }, { reason });
    expect(said(engine, "Billing", { language: "pt" })).toBe("Billing is closed.");
    expect(said(engine, "Billing", { language: "pt-PT" })).toBe("Office");
    engine.close({ language: "iw" }, { reason });
    expect(said(engine, "Billing", { language: "he-IL" })).toBe("Billing is closed.");
  });

  it("what all fields of its scope hold", () => {
    const { engine } = sample();
    engine.close({ handoff: "Billing", channel: "voice", language: "de" }, { reason });
    expect(said(engine, "Billing", { channel: "voice", language: "de" })).toBe("Billing is closed.");
    expect(said(engine, "Billing", { channel: "voice", language: "en" })).toBe("Office");
    expect(said(engine, "Billing", { channel: "chat", language: "de" })).toBe("Office");
    expect(said(engine, "Sales", { channel: "voice", language: "de" })).toBe("All");
  });
});

describe("a closure holds", () => {
  it("from the start of its minute until it is reopened", () => {
    const { engine, at } = sample();
    const closure = engine.close({}, { reason });
    expect(closure).toEqual({ id: 1, scope: {}, since: SINCE, until: undefined, reason, message: undefined });
    expect(said(engine, "Billing", { at: SINCE - 1 })).toBe("Office");
    expect(said(engine, "Billing", { at: SINCE })).toBe("Billing is closed.");
    expect(said(engine, "Billing", { at: SINCE + 300 * DAY })).toBe("Billing is closed.");
    at(NOW + 2 * HOUR);
    expect(engine.reopen(closure)).toEqual([closure]);
    expect(said(engine, "Billing")).toBe("Office");
    expect(engine.reopen(closure)).toEqual([]);
  });

  it("until an instant, which is rounded up to a whole minute", () => {
    const { engine, at } = sample();
    const until = SINCE + 90 * MINUTE;
    expect(engine.close({}, { reason, until: until - MINUTE + 1 }).until).toBe(until);
    expect(said(engine, "Billing", { at: until - 1 })).toBe("Billing is closed.");
    expect(said(engine, "Billing", { at: until })).toBe("Office");
    at(until - 1);
    expect(said(engine, "Billing")).toBe("Billing is closed.");
    expect(engine.closures).toHaveLength(1);
    at(until);
    expect(said(engine, "Billing")).toBe("Office");
    expect(engine.closures).toEqual([]);
    expect(engine.status().closures).toEqual([]);
  });

  it("for what is asked about the past as well when it is over: answers about an instant stay the same", () => {
    const { engine, at } = sample();
    engine.close({ handoff: "Billing" }, { reason });
    at(NOW + HOUR);
    engine.reopen({ handoff: "Billing" });
    at(NOW + 2 * HOUR);
    expect(said(engine, "Billing", { at: NOW + 30 * MINUTE })).toBe("Billing is closed.");
    expect(engine.handoff("Billing").intervals({ from: NOW - HOUR, to: NOW + 2 * HOUR, channel: "chat" })).toEqual([
      { start: NOW - HOUR, end: SINCE, queue: "Office" },
      { start: SINCE + HOUR, end: NOW + 2 * HOUR, queue: "Office" },
    ]);
  });

  it("not at all when it is reopened within its minute", () => {
    const { engine } = sample();
    engine.reopen(engine.close({}, { reason }));
    expect(said(engine, "Billing", { at: SINCE })).toBe("Office");
    expect(said(engine, "Billing")).toBe("Office");
  });

  it("through rolls of the window", () => {
    const { engine, at } = sample();
    const billing = engine.handoff("Billing");
    engine.close({ handoff: "Billing" }, { reason });
    for (let day = 1; day <= 500; day++) {
      at(NOW + day * DAY);
      expect(billing.resolve().available).toBe(false);
      expect(said(engine, "Sales")).toBe("Chat");
    }
    engine.reopen({ handoff: "Billing" });
    expect(billing.resolve().available).toBe(true);
    expect(billing.resolve({ at: NOW - HOUR }).available).toBe(true);
  });

  it("outside the window too, and what it diverts is not counted as outside", () => {
    const { engine } = sample();
    engine.close({ handoff: "Billing" }, { reason });
    for (const name of ["Billing", "Sales"]) said(engine, name);
    expect(engine.status().outsideWindow).toBe(0);
    expect(said(engine, "Billing", { at: NOW + 5000 * DAY })).toBe("Billing is closed.");
    expect(said(engine, "Sales", { at: NOW + 5000 * DAY })).toBe("Chat");
    expect(engine.status().outsideWindow).toBe(2);
  });
});

describe("closures that overlap", () => {
  it("close for as long as one of them holds, and each is reopened by itself", () => {
    const { engine } = sample();
    const everything = engine.close({}, { reason });
    const billing = engine.close({ handoff: "Billing" }, { reason: "training" });
    expect(engine.reopen(everything)).toEqual([everything]);
    expect(said(engine, "Sales")).toBe("Chat");
    expect(said(engine, "Billing")).toBe("Billing is closed.");
    expect(engine.closures).toEqual([billing]);
    expect(engine.reopen(billing.id)).toEqual([billing]);
    expect(said(engine, "Billing")).toBe("Office");
  });

  it("are reopened together by a scope that holds them; what a wider one closes stays closed", () => {
    const { engine } = sample();
    const queueOfBilling = engine.close({ handoff: "Billing", queue: "Night" }, { reason });
    const voiceOfBilling = engine.close({ handoff: "Billing", channel: "voice" }, { reason });
    const sales = engine.close({ handoff: "Sales" }, { reason });
    const all = engine.close({}, { reason });
    expect(engine.reopen({ handoff: "Billing" })).toEqual([queueOfBilling, voiceOfBilling]);
    expect(said(engine, "Billing")).toBe("Billing is closed.");
    expect(engine.reopen("everything")).toEqual([sales, all]);
    expect(engine.closures).toEqual([]);
  });

  it("are found by a queue's name or its place, whichever they were made by", () => {
    const { engine } = sample();
    const byName = engine.close({ handoff: "Billing", queue: "Spanish" }, { reason });
    expect(engine.reopen({ handoff: "Billing", queue: 0 })).toEqual([]);
    expect(engine.reopen({ handoff: "Billing", queue: 1 })).toEqual([byName]);
    const byPlace = engine.close({ handoff: "Billing", queue: 2 }, { reason });
    expect(engine.reopen({ handoff: "Billing", queue: "Night" })).toEqual([byPlace]);
  });

  it("of a name that two queues have are not ended by the place of one of them", () => {
    const { engine } = sample({ ...CONFIGURATION, handoffs: [handoff("Billing", [queue("Twin"), queue("Twin")])] });
    const twins = engine.close({ handoff: "Billing", queue: "Twin" }, { reason });
    const second = engine.close({ handoff: "Billing", queue: 1 }, { reason });
    expect(engine.reopen({ handoff: "Billing", queue: 0 })).toEqual([]);
    expect(engine.reopen({ handoff: "Billing", queue: "Twin" })).toEqual([twins, second]);
  });

  it("are found by a language in any spelling", () => {
    const { engine } = sample();
    const hebrew = engine.close({ language: "iw" }, { reason });
    expect(hebrew.scope).toEqual({ language: "he" });
    expect(engine.reopen({ language: "HE" })).toEqual([hebrew]);
  });
});

describe("a message", () => {
  it("is said in place of the unavailable instructions, the same frozen object each time", () => {
    const { engine } = sample();
    const message = "We had to leave the building.\nPlease call 555 0100.";
    engine.close({ handoff: "Billing" }, { reason, message });
    const answer = engine.resolve("Billing");
    expect(answer).toEqual({ available: false, handoff: "Billing", instructions: message });
    expect(Object.isFrozen(answer)).toBe(true);
    expect(engine.resolve("Billing", { at: NOW + HOUR, language: "es" })).toBe(answer);
    engine.replace({ ...CONFIGURATION, handoffs: [...CONFIGURATION.handoffs].reverse() });
    expect(engine.resolve("Billing")).toBe(answer);
  });

  it("is the one of the closure made last, of those that have one and close the whole handoff for the request", () => {
    const { engine } = sample();
    engine.close({}, { reason, message: "one" });
    const two = engine.close({ channel: "voice" }, { reason, message: "two" });
    engine.close({ handoff: "Billing" }, { reason });
    engine.close({ handoff: "Billing", queue: "Office" }, { reason, message: "of a queue" });
    expect(said(engine, "Billing", { channel: "voice" })).toBe("two");
    expect(said(engine, "Billing", { channel: "chat" })).toBe("one");
    engine.reopen(two);
    expect(said(engine, "Billing", { channel: "voice" })).toBe("one");
  });

  it("of closed queues is said while no other queue serves", () => {
    const { engine } = sample();
    engine.close({ handoff: "Billing", queue: "Office" }, { reason, message: "no office" });
    engine.close({ handoff: "Billing", queue: "Night" }, { reason, message: "no night" });
    expect(said(engine, "Billing", { channel: "chat", language: "de" })).toBe("no office");
    expect(said(engine, "Billing", { channel: "voice", language: "de" })).toBe("no night");
    expect(said(engine, "Billing", { channel: "voice", language: "es" })).toBe("Spanish");
    expect(said(engine, "Billing", { channel: "fax", language: "de", at: NOW + 12 * HOUR })).toBe("no office");
  });

  it("is not said where no closure applies, nor by a closure that has none", () => {
    const { engine } = sample();
    engine.close({ handoff: "Billing", queue: "Spanish" }, { reason, message: "no Spanish" });
    expect(said(engine, "Billing", { channel: "chat", language: "de", at: NOW + 12 * HOUR })).toBe(
      "Billing is closed.",
    );
    engine.close({ handoff: "Billing" }, { reason });
    expect(said(engine, "Billing", { language: "es" })).toBe("Billing is closed.");
  });
});

describe("replace", () => {
  it("leaves closures in force, by the names that they were made with", () => {
    const { engine } = sample();
    engine.close({ handoff: "Billing", queue: "Office" }, { reason });
    const place = engine.close({ handoff: "Sales", queue: 0 }, { reason });
    const [billing, sales] = CONFIGURATION.handoffs;
    const reversed = [sales, billing].map((one) => ({ ...one, destination: [...(one?.destination ?? [])].reverse() }));
    engine.replace({ ...CONFIGURATION, handoffs: reversed as typeof CONFIGURATION.handoffs });
    expect(engine.handoff("Billing").queues.map((one) => one.isOpen())).toEqual([true, true, false]);
    expect(engine.handoff("Sales").queues.map((one) => one.isOpen())).toEqual([false, true]);
    expect(engine.closures.at(-1)).toBe(place);
  });

  it("that removes the closed handoff, or queue, leaves the closure, and one that brings it back finds it closed", () => {
    const { engine } = sample();
    const closure = engine.close({ handoff: "Billing" }, { reason, message: "closed by hand" });
    const queueClosure = engine.close({ handoff: "Sales", queue: "Chat" }, { reason });
    const billing = engine.handoff("Billing");
    engine.replace({ ...CONFIGURATION, handoffs: [handoff("Sales", [queue("All")])] });
    expect(billing.resolve()).toEqual({ available: false, handoff: "Billing", instructions: "Billing is closed." });
    expect(said(engine, "Sales")).toBe("All");
    expect(engine.closures).toEqual([closure, queueClosure]);
    engine.replace(CONFIGURATION);
    expect(billing.resolve()).toMatchObject({ available: false, instructions: "closed by hand" });
    expect(said(engine, "Sales")).toBe("All");
    engine.replace({ ...CONFIGURATION, handoffs: [handoff("Sales", [queue("All")])] });
    expect(engine.reopen({ handoff: "Billing" })).toEqual([closure]);
    expect(engine.reopen({ handoff: "Sales", queue: "Chat" })).toEqual([queueClosure]);
  });

  it("that is refused changes nothing about them", () => {
    const { engine } = sample();
    engine.close({ handoff: "Billing" }, { reason });
    expect(() => engine.replace([])).toThrow();
    expect(said(engine, "Billing")).toBe("Billing is closed.");
    expect(engine.closures).toHaveLength(1);
  });
});

describe("a clock that is set back", () => {
  it("opens nothing that was closed, and closes nothing that was reopened", () => {
    const { engine, at } = sample();
    engine.close({ handoff: "Billing" }, { reason });
    const sales = engine.close({ handoff: "Sales" }, { reason });
    at(NOW + HOUR);
    engine.reopen(sales);
    at(NOW - 2 * HOUR);
    expect(said(engine, "Billing")).toBe("Billing is closed.");
    expect(said(engine, "Sales")).toBe("Chat");
    expect(engine.closures.map(({ id, since }) => ({ id, since }))).toEqual([{ id: 1, since: SINCE - 2 * HOUR }]);
    expect(said(engine, "Billing", { at: SINCE - 2 * HOUR - 1 })).toBe("Office");
  });

  it("leaves one that ends by itself to its end", () => {
    const { engine, at } = sample();
    engine.close({}, { reason, until: SINCE + HOUR });
    at(NOW + 2 * HOUR);
    expect(said(engine, "Billing")).toBe("Office");
    at(NOW + 30 * MINUTE);
    expect(said(engine, "Billing")).toBe("Billing is closed.");
  });
});

describe("closures that are over", () => {
  it("are remembered up to the last thousand, and those in force always", () => {
    const { engine, at } = sample();
    const kept = engine.close({ handoff: "Sales" }, { reason });
    for (let n = 1; n <= 1002; n++) {
      at(NOW + n * HOUR);
      engine.close({ handoff: "Billing" }, { reason, until: NOW + n * HOUR + 1 });
    }
    at(NOW + 2000 * HOUR);
    engine.reopen(engine.close({ channel: "chat" }, { reason }));
    const isOpen = (n: number) => engine.handoff("Billing").queues[1]?.isOpen(NOW + n * HOUR);
    expect([1, 2, 3, 4, 1002].map(isOpen)).toEqual([true, true, false, false, false]);
    expect(engine.closures).toEqual([kept]);
  });
});
