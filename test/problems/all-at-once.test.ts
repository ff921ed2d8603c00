import { describe, expect, it } from "vitest";
import { ConfigError, createEngine, validate } from "../../src/index.ts";
import { handoff, now, queue } from "./sample.ts";

/** Each with the code and the pointer that it must be reported under. */
const twentyFaults = {
  transfer_functions: [
    { name: "transfer to sales" },
    { name: "transfer_to_sales", set_variables: { at: new Date(0) } },
  ],
  handoffs: [
    handoff({
      name: "日本語",
      destination: [
        queue({ type: "queue", enabled: "true", timezone: "EST5" }),
        queue({ open_24: false }),
        queue({
          name: " Sales",
          transfer_function_name: "transfer_to_none",
          supported_languages: ["en", "english", "EN"],
        }),
        queue({
          open_24: false,
          weekly_hours: { monday: [], tue: [{ start: "9:00", end: "17:00" }], wed: [{ start: "09:00", end: "09:00" }] },
          date_exceptions: { "2026-02-30": { closed: true }, "2026-03-01": { closed: true, open_24: true } },
          supported_channel_types: [],
        }),
      ],
    }),
    handoff({ name: "Sales", description: "\u001b[2J" }),
    handoff({ name: "sales" }),
    handoff({ name: "Billing", function_name: "billing", color: "red" }),
  ],
  topics: [{ name: "Buying\u200b", handoff_scenarios: ["Sale"] }],
};

const expected = [
  "E_CTRL /handoffs/1/description",
  "E_DATE /handoffs/0/destination/3/date_exceptions/2026-02-30",
  "E_DUP_ITEM /handoffs/0/destination/2/supported_languages/2",
  "E_DUP_NAME_FOLD /handoffs/2/name",
  "E_EMPTY_INTERVAL /handoffs/0/destination/3/weekly_hours/wed/0",
  "E_EMPTY_LIST /handoffs/0/destination/3/supported_channel_types",
  "E_ENUM /handoffs/0/destination/0/type",
  "E_EXCEPTION_SHAPE /handoffs/0/destination/3/date_exceptions/2026-03-01",
  "E_FUNCTION_NAME /handoffs/3/function_name",
  "E_HANDOFF_UNKNOWN /topics/0/handoff_scenarios/0",
  "E_HM /handoffs/0/destination/3/weekly_hours/tue/0/start",
  "E_INVISIBLE /topics/0/name",
  "E_LANG /handoffs/0/destination/2/supported_languages/1",
  "E_NAME /handoffs/0/destination/2/name",
  "E_NOT_JSON /transfer_functions/1/set_variables/at",
  "E_PATTERN /transfer_functions/0/name",
  "E_REQUIRED_IF /handoffs/0/destination/1",
  "E_SLUG_EMPTY /handoffs/0/name",
  "E_TRANSFER_UNKNOWN /handoffs/0/destination/2/transfer_function_name",
  "E_TYPE /handoffs/0/destination/0/enabled",
  "E_TZ_OFFSET /handoffs/0/destination/0/timezone",
  "E_UNKNOWN /handoffs/0/destination/3/weekly_hours/monday",
  "E_UNKNOWN /handoffs/3/color",
];

describe("a configuration with more than twenty faults", () => {
  it("has each of them reported, once", () => {
    const found = validate(twentyFaults, { now }).map(({ code, pointer }) => `${code} ${pointer}`);
    expect(found.sort()).toEqual(expected);
  });

  it("is refused with all of them, and the text names every one", () => {
    const create = () => createEngine(twentyFaults as never, { now });
    expect(create).toThrow(ConfigError);
    try {
      create();
    } catch (error) {
      const { message, problems } = error as ConfigError;
      expect(problems).toHaveLength(expected.length);
      expect(message.split("\n")).toHaveLength(expected.length + 1);
      for (const { code, pointer } of problems) expect(message).toContain(`  ${pointer} ${code}: `);
    }
  });
});
