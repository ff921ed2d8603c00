import { describe, expect, it } from "vitest";
import { parseRequirement, requirementText } from "../../src/report.ts";
import { ZONES } from "../properties/ground.ts";

const eightToEight = [{ start: "08:00", end: "20:00" }];
const FORM =
  "a requirement is `channel,language,days times zone`, such as `voice,en,mon-fri 08:00-20:00 America/New_York`";

describe("parseRequirement", () => {
  it.each([
    [
      "voice,en,mon-fri 08:00-20:00 America/New_York",
      {
        channel: "voice",
        language: "en",
        weekly_hours: { mon: eightToEight, tue: eightToEight, wed: eightToEight, thu: eightToEight, fri: eightToEight },
        timezone: "America/New_York",
      },
    ],
    ["any,any,sat 22:00-06:00 UTC", { weekly_hours: { sat: [{ start: "22:00", end: "06:00" }] }, timezone: "UTC" }],
    [
      " CHAT , iw-il , sun-Mon,wed 00:00-12:00,13:00–24:00  Asia/Jerusalem ",
      {
        channel: "chat",
        language: "he-IL",
        weekly_hours: Object.fromEntries(
          ["mon", "wed", "sun"].map((day) => [
            day,
            [
              { start: "00:00", end: "12:00" },
              { start: "13:00", end: "24:00" },
            ],
          ]),
        ),
        timezone: "Asia/Jerusalem",
      },
    ],
    [
      "chat,es,mon 08:00-20:00 mon,tue 21:00-22:00 Etc/GMT+5 except 2026-12-25,2027-01-01",
      {
        channel: "chat",
        language: "es",
        weekly_hours: {
          mon: [...eightToEight, { start: "21:00", end: "22:00" }],
          tue: [{ start: "21:00", end: "22:00" }],
        },
        timezone: "Etc/GMT+5",
        except: ["2026-12-25", "2027-01-01"],
      },
    ],
  ])("reads %s", (text, requirement) => {
    expect(parseRequirement(text, ZONES)).toEqual({ requirement, problems: [] });
  });

  it.each([
    ["", [["E_REQUIREMENT", "", `lacks a language and hours; ${FORM}`]]],
    ["voice,en", [["E_REQUIREMENT", "voice,en", `lacks hours; ${FORM}`]]],
    ["voice,en,mon-fri", [["E_REQUIREMENT", "mon-fri", `lacks times; ${FORM}`]]],
    ["voice,en,mon-fri 08:00-20:00", [["E_REQUIREMENT", "mon-fri 08:00-20:00", `lacks a zone; ${FORM}`]]],
    [
      "fax,en_US,mon 08:00-20:00 UTC",
      [
        [
          "E_REQUIREMENT_CHANNEL",
          "fax",
          '"fax" is not a channel; write `voice`, `chat`, or `any` for a request that names none',
        ],
        [
          "E_REQUIREMENT_LANGUAGE",
          "en_US",
          '"en_US" is not a BCP 47 language tag; write, for example, `en` or `es-MX`, or `any` for a request that names none',
        ],
      ],
    ],
    [
      "any,any,weekdays,monday-fri,mon-tue-wed 8-20,09:00-25:00 UTC",
      [
        [
          "E_REQUIREMENT_DAYS",
          "weekdays",
          '"weekdays" is not a list of weekdays; write `mon` to `sun`, with `-` for a range and `,` between',
        ],
        [
          "E_REQUIREMENT_DAYS",
          "monday",
          '"monday" is not a list of weekdays; write `mon` to `sun`, with `-` for a range and `,` between; did you mean `mon`?',
        ],
        [
          "E_REQUIREMENT_DAYS",
          "mon-tue-wed",
          '"mon-tue-wed" is not a list of weekdays; write `mon` to `sun`, with `-` for a range and `,` between',
        ],
        [
          "E_REQUIREMENT_TIMES",
          "8-20",
          '"8-20" is not a civil time range; write HH:MM-HH:MM, 00:00 to 23:59, the end up to 24:00, with `,` between several',
        ],
        [
          "E_REQUIREMENT_TIMES",
          "09:00-25:00",
          '"09:00-25:00" is not a civil time range; write HH:MM-HH:MM, 00:00 to 23:59, the end up to 24:00, with `,` between several',
        ],
      ],
    ],
    [
      "any,any,mon 09:00-09:00 UTC",
      [
        [
          "E_REQUIREMENT_EMPTY",
          "09:00-09:00",
          "starts and ends at 09:00; for the whole date write 00:00-24:00, for no hours leave the day out",
        ],
      ],
    ],
    [
      "any,any,mon 09:00-10:00 BST",
      [
        [
          "E_REQUIREMENT_ZONE",
          "BST",
          '"BST" is an abbreviation that IANA does not define; use an IANA name, such as `Europe/London`',
        ],
      ],
    ],
    [
      "any,any,mon 09:00-10:00 UTC except 2026-02-29,x",
      [
        [
          "E_REQUIREMENT_DATE",
          "2026-02-29",
          '"2026-02-29" is not a date of the calendar; write YYYY-MM-DD, with `,` between several',
        ],
        ["E_REQUIREMENT_DATE", "x", '"x" is not a date of the calendar; write YYYY-MM-DD, with `,` between several'],
      ],
    ],
    [
      "any,any,mon 09:00-10:00 UTC please",
      [["E_REQUIREMENT_REST", "please", `"please" is left over; ${FORM}, and after it \`except\` with dates`]],
    ],
    [
      "any,any,mon 09:00-10:00 UTC except",
      [["E_REQUIREMENT_REST", "except", `"except" is left over; ${FORM}, and after it \`except\` with dates`]],
    ],
    [
      "any,any,mon 09:00-10:00 UTC except 2026-12-25 2026-12-26",
      [["E_REQUIREMENT_REST", "2026-12-26", `"2026-12-26" is left over; ${FORM}, and after it \`except\` with dates`]],
    ],
  ])("refuses %j, with every problem where it stands", (text, expected) => {
    const { problems, requirement } = parseRequirement(text, ZONES);
    expect(requirement).toBeUndefined();
    expect(problems.map(({ code, start, end, message }) => [code, text.slice(start, end), message])).toEqual(expected);
  });

  it("days with the same times stand together in its text", () => {
    const text = "voice,en,mon-wed,fri 08:00-20:00 sat,sun 10:00-14:00 UTC except 2026-12-25";
    expect(requirementText(parseRequirement(text, ZONES).requirement ?? { weekly_hours: {}, timezone: "" })).toBe(text);
  });
});
