import { describe, expect, it } from "vitest";
import { createEngine, type TransferRefusal, type TransferResult } from "../../src/index.ts";
import { CLOSED, engineOf, example, handoff, OPEN, queue } from "./sample.ts";

/** Monday, when the queue closes: 17:00 in Los Angeles. */
const CLOSING = Date.parse("2026-12-08T01:00:00Z");

const PARAMETERS = { type: "object", properties: { reason: { type: "string" } }, required: ["reason"] };

function refused(result: TransferResult): TransferRefusal {
  expect(result.outcome).toBe("unavailable");
  return result as TransferRefusal;
}

describe("a transfer while the handoff is available", () => {
  const support = createEngine(example("support"), { now: () => OPEN });
  const given = { account_number: "0123456789", reason: "A refund." };

  it("is a directive: the function, the queue, the checked arguments and the variables", () => {
    const request = { at: OPEN, channel: "voice", language: "en" };
    expect(support.handoff("Billing Support").transfer(request, given)).toEqual({
      outcome: "transfer",
      handoff: "Billing Support",
      function_name: "handoff_billing_support",
      queue: "Billing New York",
      transfer_function_name: "transfer_to_billing",
      arguments: given,
      set_variables: { skill_group: "billing", transfer_source: "virtual_agent" },
      at: OPEN,
      hold: undefined,
    });
  });

  it("goes to the queue that is chosen now, which need not be the one of the offer", () => {
    const destination = [queue({ name: "Day" }), queue({ name: "Night", open_24: true })];
    const sales = engineOf({ destination }).handoff("Sales");
    expect(sales.transfer({ at: CLOSING - 1 })).toMatchObject({ queue: "Day" });
    // Still available, so there is nothing to hold on to.
    const held = sales.transfer({ at: CLOSING, since: CLOSING - 1, holdMs: 60_000 });
    expect(held).toMatchObject({ queue: "Night", hold: undefined });
  });

  it("is not done with wrong arguments: the agent may call again", () => {
    expect(engineOf({}, PARAMETERS).handoff("Sales").transfer({}, { reason: 5 })).toEqual({
      outcome: "wrong_arguments",
      handoff: "Sales",
      function_name: "handoff_sales",
      problems: [{ code: "E_ARGUMENT_TYPE", pointer: "/reason", message: "must be a string, got 5", value: "5" }],
    });
  });

  it("takes no arguments where the transfer function has no parameters", () => {
    const sales = engineOf({}).handoff("Sales");
    expect(sales.transfer()).toMatchObject({ outcome: "transfer", arguments: {}, set_variables: {} });
    expect(sales.transfer({}, { reason: "x" })).toMatchObject({ outcome: "wrong_arguments" });
  });
});

describe("a transfer while the handoff is unavailable", () => {
  const sales = engineOf({ agent_unavailable_instructions: "Back {{next_open}}." }, PARAMETERS).handoff("Sales");

  it("is refused with the unavailable block and the reason, whatever the arguments are", () => {
    const result = refused(sales.transfer({ at: CLOSING }, { reason: 5 }));
    expect(result).toMatchObject({ handoff: "Sales", function_name: "handoff_sales" });
    expect(result.reason).toMatchObject({ code: "closed", text: "Closed since today, 5:00 PM Pacific Time." });
    expect(result.reason.since?.queue).toMatchObject({ date: "2026-12-07", time: "17:00" });
    expect(result.briefing).toEqual(sales.briefing({ at: CLOSING }));
    expect(result.briefing.instructions).toBe("Back Tuesday, 9:00 AM Pacific Time.");
  });

  it.each([
    ["over a weekend", {}, CLOSED, "Closed since Friday, 5:00 PM Pacific Time."],
    ["in another language", { language: "es" }, CLOSED, "Cerrado desde el viernes, 17:00 (hora del Pacífico)."],
    [
      "by the caller's clock",
      { timezone: "Asia/Tokyo" },
      CLOSED,
      "Closed since Saturday, 10:00 AM Japan Standard Time.",
    ],
    ["at the first closed instant", {}, CLOSING, "Closed since today, 5:00 PM Pacific Time."],
  ])("says since when: %s", (_, request, at, text) => {
    expect(refused(sales.transfer({ ...request, at })).reason.text).toBe(text);
  });

  it("says since when over a closure of weeks, and not of months", () => {
    const july = Object.fromEntries(
      Array.from(
        { length: 62 },
        (_, i) => [new Date(Date.UTC(2026, 6, 1 + i)).toISOString().slice(0, 10), { closed: true }] as const,
      ),
    );
    const summer = engineOf({ destination: [queue({ date_exceptions: july })] }, undefined, {
      now: () => OPEN,
    }).handoff("Sales");
    const at = (date: string) => refused(summer.transfer({ at: Date.parse(`${date}T20:00:00Z`) })).reason;
    expect(at("2026-07-20").text).toBe("Closed since Tuesday, June 30, 5:00 PM Pacific Time.");
    expect(at("2026-08-20")).toMatchObject({ text: "We are closed at the moment.", since: undefined });
  });

  it("says that no queue serves such a conversation, or that the handoff is gone", () => {
    const engine = engineOf({ destination: [queue({ supported_channel_types: ["chat"] }), queue({ enabled: false })] });
    const handle = engine.handoff("Sales");
    expect(refused(handle.transfer({ channel: "voice" })).reason).toEqual({
      code: "not_served",
      text: "No agents serve this channel in this language.",
      since: undefined,
      no_hold: undefined,
    });
    engine.replace([queue()]);
    expect(refused(handle.transfer()).reason.code).toBe("removed");
    expect(refused(handle.transfer()).briefing.instructions).toBe("Nobody is there.");
  });
});

describe("a hold", () => {
  const sales = engineOf({}, PARAMETERS).handoff("Sales");
  const given = { reason: "x" };
  /** Told at 16:59:50. */
  const since = CLOSING - 10_000;
  const holdMs = 60_000;

  it("lets a conversation that was told so transfer after the closing, and the directive says so", () => {
    const result = sales.transfer({ at: CLOSING + 30_000, since, holdMs }, given);
    expect(result).toMatchObject({
      outcome: "transfer",
      queue: "Queue",
      transfer_function_name: "transfer",
      at: CLOSING + 30_000,
      hold: { since, until: since + holdMs },
    });
  });

  it("lasts to its last millisecond", () => {
    expect(sales.transfer({ at: since + holdMs, since, holdMs }, given).outcome).toBe("transfer");
    const late = refused(sales.transfer({ at: since + holdMs + 1, since, holdMs }, given));
    expect(late.reason).toMatchObject({ code: "closed", no_hold: "expired" });
  });

  it("is only as good as what was true then: for this request, and by the configuration that serves now", () => {
    const tooLate = sales.transfer({ at: CLOSING + 1, since: CLOSING, holdMs }, given);
    expect(refused(tooLate).reason.no_hold).toBe("not_available_then");
    const tomorrow = sales.transfer({ at: CLOSING + 1, since: CLOSING + 2, holdMs }, given);
    expect(refused(tomorrow).reason.no_hold).toBe("expired");
    const engine = engineOf({ destination: [queue({ supported_languages: ["en"] })] });
    const request = { at: CLOSING + 1, since, holdMs };
    expect(engine.call("handoff_sales", { ...request, language: "en" }).outcome).toBe("transfer");
    expect(engine.call("handoff_sales", { ...request, language: "fr" }).outcome).toBe("unavailable");
    engine.replace({ ...engine.configuration, handoffs: [handoff({ destination: [queue({ enabled: false })] })] });
    expect(engine.call("handoff_sales", request)).toMatchObject({ reason: { no_hold: "not_available_then" } });
  });

  it("checks the arguments all the same", () => {
    expect(sales.transfer({ at: CLOSING, since, holdMs }, {}).outcome).toBe("wrong_arguments");
  });

  it("is asked for with both: since when, and for how long", () => {
    for (const half of [{ since }, { holdMs }, { since: undefined, holdMs }, { since, holdMs: null as never }]) {
      expect(refused(sales.transfer({ at: CLOSING, ...half }, given)).reason.no_hold).toBeUndefined();
    }
    expect(refused(sales.transfer({ at: CLOSING, since, holdMs: 0 }, given)).reason.no_hold).toBe("expired");
    expect(sales.transfer({ at: since, since, holdMs: 0 }, given).outcome).toBe("transfer");
  });

  it.each([
    ["needed", CLOSING],
    ["not needed", CLOSING - 1000],
  ])("is refused with a RangeError when it is none, %s", (_, at) => {
    expect(() => sales.transfer({ at, since: Number.NaN, holdMs })).toThrow(/^`since` must be epoch milliseconds/);
    expect(() => sales.transfer({ at, since: 1_796_000_000, holdMs })).toThrow(/Seconds were given\?/);
    for (const wrong of [-1, Number.NaN, 86_400_001, Number.POSITIVE_INFINITY, "60000"]) {
      expect(() => sales.transfer({ at, since, holdMs: wrong as never })).toThrow(
        new RangeError(`\`holdMs\` must be from 0 to 86400000 milliseconds, a day, got ${wrong}`),
      );
    }
  });
});

describe("a call by function name", () => {
  const engine = createEngine(example("support"), { now: () => OPEN });

  it("is a transfer of that handoff", () => {
    const given = { summary: "A refund." };
    const result = engine.call("handoff_general_support", { channel: "voice" }, given);
    expect(result).toEqual(engine.handoff("General Support").transfer({ channel: "voice", at: OPEN }, given));
    expect(result.outcome).toBe("transfer");
  });

  it("of a function that is configured by name", () => {
    const named = engineOf({ name: "日本語", function_name: "handoff_japanese" });
    expect(named.call("handoff_japanese")).toMatchObject({ outcome: "transfer", handoff: "日本語" });
  });

  it("that no handoff has is a result with the nearest", () => {
    expect(engine.call("handoff_billing_suport", {}, {})).toEqual({
      outcome: "unknown_function",
      function_name: "handoff_billing_suport",
      message: "no function is named `handoff_billing_suport`; did you mean `handoff_billing_support`?",
      nearest: ["handoff_billing_support"],
    });
  });

  it.each([
    undefined,
    null,
    7,
    {},
    "",
    "__proto__",
    "constructor",
    "transfer_to_billing",
    "Billing Support",
    "\u001b[2J",
  ])("%j is unknown, and nothing throws (row 49)", (name) => {
    const result = engine.call(name as never);
    expect(result.outcome).toBe("unknown_function");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not get through.
    expect(JSON.stringify(result)).not.toMatch(/[\u0000-\u001f]/);
  });

  it("follows a replace", () => {
    const changing = engineOf({});
    expect(changing.call("handoff_sales").outcome).toBe("transfer");
    changing.replace({ ...changing.configuration, handoffs: [handoff({ name: "Buying" })] });
    expect(changing.call("handoff_sales").outcome).toBe("unknown_function");
    expect(changing.call("handoff_buying").outcome).toBe("transfer");
  });

  it("reads the clock once", () => {
    let reads = 0;
    const clock = () => OPEN + reads++;
    const counted = engineOf({}, undefined, { now: clock });
    reads = 0;
    expect(counted.call("handoff_sales")).toMatchObject({ at: OPEN });
    expect(reads).toBe(1);
  });
});
