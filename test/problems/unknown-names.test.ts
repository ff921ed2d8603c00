import { describe, expect, it } from "vitest";
import { createEngine, type Engine, UnknownNameError } from "../../src/index.ts";
import { configuration, handoff, now, withHandoffs } from "./sample.ts";

const NAMES = ["Billing Support", "Technical Support", "Sales"];
const engine: Engine = createEngine(
  configuration({
    handoffs: NAMES.map((name) => handoff({ name })),
    topics: [{ name: "Billing inquiry", handoff_scenarios: ["Billing Support"] }],
    tasks: [{ name: "Refund", handoffs: ["Sales"] }],
  }) as never,
  { now },
);

function refusal(ask: () => unknown): UnknownNameError {
  try {
    ask();
  } catch (error) {
    if (error instanceof UnknownNameError) return error;
    throw error;
  }
  throw new Error("known");
}

describe("an unknown name", () => {
  it.each([
    ["billing support", "no handoff is named `billing support`; did you mean `Billing Support`?"],
    ["Billing", "no handoff is named `Billing`; did you mean `Billing Support`?"],
    ["Tecnical Suport", "no handoff is named `Tecnical Suport`; did you mean `Technical Support`?"],
    ["Returns", "no handoff is named `Returns`"],
    ["", "no handoff is named ``"],
    ["\u001b[2J", "no handoff is named `\\u{1b}[2J`"],
    ["x".repeat(1000), `no handoff is named \`${"x".repeat(59)}…\``],
  ])("%j of a handoff", (name, message) => {
    expect(refusal(() => engine.handoff(name)).message).toBe(message);
    expect(refusal(() => engine.resolve(name)).message).toBe(message);
  });

  it("of a topic, of a task", () => {
    expect(refusal(() => engine.topic("Billing enquiry")).message).toBe(
      "no topic is named `Billing enquiry`; did you mean `Billing inquiry`?",
    );
    expect(refusal(() => engine.task("refund")).message).toBe("no task is named `refund`; did you mean `Refund`?");
  });

  it("carries a code and the nearest names, best first", () => {
    const near = createEngine(withHandoffs("Sales A", "Sales B", "Sales C", "Sales D", "Sales") as never, { now });
    const error = refusal(() => near.handoff("sales"));
    expect([error.name, error.code]).toEqual(["UnknownNameError", "E_NAME_UNKNOWN"]);
    expect(error.nearest).toEqual(["Sales", "Sales A", "Sales B"]);
  });

  it.each([
    [undefined, "no handoff is named undefined"],
    [null, "no handoff is named null"],
    [42, "no handoff is named 42"],
    [{ name: "Sales" }, 'no handoff is named {"name":"Sales"}'],
    [Object.create(null), "no handoff is named {}"],
    [Symbol("Sales"), "no handoff is named symbol"],
  ])("that is no string: %o", (name, message) => {
    expect(refusal(() => engine.handoff(name as never)).message).toBe(message);
  });

  it.each(["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"])(
    "%s is a legal name, and unknown where it is absent (row 22)",
    (name) => {
      const odd = createEngine(withHandoffs(name) as never, { now });
      expect(odd.handoff(name).resolve().handoff).toBe(name);
      expect(odd.resolve(name)).toMatchObject({ available: true, handoff: name });
      expect(refusal(() => engine.handoff(name)).message).toBe(`no handoff is named \`${name}\``);
      expect(refusal(() => engine.topic(name)).nearest).toEqual([]);
    },
  );
});
