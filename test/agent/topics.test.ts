import { describe, expect, it } from "vitest";
import { createEngine, validate } from "../../src/index.ts";
import { CLOSED, example, OPEN } from "./sample.ts";

const configuration = example("billing-topic");
const engine = createEngine(configuration, { now: () => OPEN });
const topic = engine.topic("Billing inquiry");

describe("the billing inquiry of the example", () => {
  it("has nothing to be warned of", () => {
    expect(validate(configuration, { now: () => OPEN })).toEqual([]);
  });

  it("goes to Billing Support during business hours", () => {
    const { available, first, scenarios, offers } = topic.resolve({ at: OPEN });
    expect(available).toBe(true);
    expect(first?.handoff).toBe("Billing Support");
    expect(scenarios.map(({ handoff, available: is }) => [handoff, is])).toEqual([
      ["Billing Support", true],
      ["General Support", true],
    ]);
    expect(offers.map(({ tool }) => tool?.name)).toEqual(["handoff_billing_support", "handoff_general_support"]);
    expect(offers[0]?.briefing.instructions).toContain("connected with Billing Support now");
  });

  it("and to General Support after hours, while it says when Billing Support is back", () => {
    const { first, offers } = topic.resolve({ at: CLOSED });
    expect(first?.handoff).toBe("General Support");
    expect(offers.map(({ tool }) => tool?.name)).toEqual([undefined, "handoff_general_support"]);
    expect(offers[0]?.briefing.instructions).toBe(
      "Say that the billing team is back Monday, 9:00 AM Pacific Time (hours today: closed). Nothing needs to be paid on a disputed charge until then.",
    );
    const given = { account_number: "0123456789", reason: "x" };
    expect(engine.call("handoff_billing_support", { at: CLOSED }, given)).toMatchObject({ outcome: "unavailable" });
    expect(engine.call("handoff_general_support", { at: CLOSED }, { summary: "x" })).toMatchObject({
      outcome: "transfer",
      queue: "General Support",
      set_variables: { skill_group: "general" },
    });
  });

  it("goes nowhere on the one day on which both are closed", () => {
    const { available, first, offers } = topic.resolve({ at: Date.parse("2026-12-26T03:00:00Z") });
    expect([available, first]).toEqual([false, undefined]);
    expect(offers.map(({ tool }) => tool)).toEqual([undefined, undefined]);
    expect(offers[1]?.briefing.text).toBe("We are open again Saturday, 12:00 AM Pacific Time.");
  });
});

describe("what a topic or a task gives", () => {
  it("is its instructions, and each offer the very resolution, tool and briefing of its handoff", () => {
    const request = { at: OPEN, channel: "voice", language: "es", timezone: "Europe/Madrid" };
    const resolved = topic.resolve(request);
    expect(resolved.instructions).toBe(configuration.topics?.[0]?.instructions);
    resolved.offers.forEach((offer, i) => {
      const handoff = topic.handoffs[i];
      expect(offer.resolution).toBe(handoff?.resolve(request));
      expect(offer.resolution).toBe(resolved.scenarios[i]);
      expect(offer.tool).toEqual(handoff?.tool(request));
      expect(offer.briefing).toEqual(handoff?.briefing(request));
    });
    expect(resolved.offers).toBe(resolved.offers);
    expect(JSON.parse(JSON.stringify(resolved))).toHaveProperty("offers.1.briefing.text");
  });

  it("is nothing for a topic that a replace removed", () => {
    const changing = createEngine(configuration, { now: () => OPEN });
    const handle = changing.topic("Billing inquiry");
    changing.replace({ ...changing.configuration, topics: [] });
    expect(handle.resolve()).toMatchObject({ available: false, first: undefined, scenarios: [], offers: [] });
    expect(handle.tools()).toEqual([]);
  });
});
