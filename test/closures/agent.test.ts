import { describe, expect, it } from "vitest";
import { HOUR, MINUTE, NOW, SINCE, sample } from "./sample.ts";

const reason = "fire alarm";

/** Served by the office alone, which is open until 17:00. */
const request = { channel: "chat", language: "de" };

describe("what the agent gets of what is closed by hand", () => {
  it("a briefing with the message, as words of the closure, and with the facts of what opens next", () => {
    const { engine } = sample();
    const billing = engine.handoff("Billing");
    const until = SINCE + HOUR;
    const { id } = engine.close({ handoff: "Billing" }, { reason, until, message: "Back at {{next_open}}." });
    const briefing = billing.briefing(request);
    expect(briefing.origin).toEqual({ handoff: "Billing", field: "message", closure: id, revision: 1 });
    expect(briefing.instructions).toMatch(/^Back at .*13:00.*\.$/);
    expect(briefing.facts).toMatchObject({ available: false, queue: "Office", next_open: { at: until } });
    expect(briefing.text).toContain("13:00");
    expect(JSON.stringify(briefing)).not.toContain(reason);
    expect(billing.tool(request)).toBeUndefined();
    expect(engine.tools(request).map(({ name }) => name)).toEqual(["handoff_sales"]);
  });

  it("words of the handoff where the closure has no message", () => {
    const { engine } = sample();
    engine.close("everything", { reason });
    const { origin, instructions, facts } = engine.handoff("Billing").briefing(request);
    expect(origin).toEqual({ handoff: "Billing", field: "agent_unavailable_instructions", revision: 1 });
    expect(instructions).toBe("Billing is closed.");
    expect(facts).toMatchObject({ queue: "Office", next_open: undefined, next_change: undefined });
  });

  it("a refusal that tells that it was closed by hand, and since when", () => {
    const { engine, at } = sample();
    engine.close({ handoff: "Billing", queue: "Office" }, { reason });
    at(NOW + 10 * MINUTE);
    const refused = engine.call("handoff_billing", request, {});
    expect(refused).toMatchObject({ outcome: "unavailable", reason: { code: "closed_by_hand", since: { at: SINCE } } });
    expect(JSON.stringify(refused)).not.toContain(reason);
  });

  it("no transfer on hold of what was closed by hand since, even within its minute", () => {
    const { engine, at } = sample();
    const held = { ...request, since: NOW - 5 * MINUTE, holdMs: 30 * MINUTE };
    expect(engine.call("handoff_billing", held, {})).toMatchObject({ outcome: "transfer", hold: undefined });
    const closure = engine.close({ channel: "chat" }, { reason });
    expect(engine.call("handoff_billing", held, {})).toMatchObject({ reason: { no_hold: "closed_by_hand" } });
    const justNow = { ...held, since: NOW - 1 };
    expect(engine.call("handoff_billing", justNow, {})).toMatchObject({ reason: { no_hold: "closed_by_hand" } });
    engine.reopen(closure);
    at(SINCE + 5 * HOUR + MINUTE);
    const atClosing = { ...held, since: SINCE + 5 * HOUR - MINUTE };
    expect(engine.call("handoff_billing", atClosing, {})).toMatchObject({ outcome: "transfer", hold: {} });
    engine.close({ handoff: "Billing", queue: "Night" }, { reason });
    expect(engine.call("handoff_billing", atClosing, {})).toMatchObject({ outcome: "transfer", hold: {} });
    engine.close({ handoff: "Billing", queue: "Office" }, { reason });
    expect(engine.call("handoff_billing", atClosing, {})).toMatchObject({ reason: { no_hold: "closed_by_hand" } });
  });

  it("no message with a placeholder that nothing fills in", () => {
    const { engine } = sample();
    expect(() => engine.close({}, { reason, message: "Back at {{next_opn}}." })).toThrow(
      new RangeError("`message`: `{{next_opn}}` is no placeholder; did you mean `{{next_open}}`?"),
    );
  });
});
