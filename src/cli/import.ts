import type { CommandDefinition } from "./command.ts";
import { EXIT } from "./exit-code.ts";

export const importCommand: CommandDefinition<object> = {
  about:
    "Brings in what is known elsewhere: holidays of a calendar as date exceptions, and opening hours that were written " +
    "for a map or a web page. What a queue cannot express is refused with the reason, and never left out.",
  define: () => {},
  examples: [
    ["import holidays us.ics --into support.json", "The holidays of a calendar, to be looked at first"],
    ['import hours "Mo-Fr 09:00-17:00" --timezone America/New_York', "A queue with hours as OpenStreetMap writes them"],
  ],
  parts: [
    {
      name: "holidays",
      summary: "date exceptions for the holidays of an iCalendar file or a country",
      load: async () => (await import("./import-holidays.ts")).importHolidaysCommand,
    },
    {
      name: "hours",
      summary: "a queue with hours of OpenStreetMap or schema.org",
      load: async () => (await import("./import-hours.ts")).importHoursCommand,
    },
  ],
  run: async ({ program }) => {
    const whole = await program();
    whole.commands.find((command) => command.name() === "import")?.outputHelp({ error: true });
    return EXIT.usage;
  },
};
