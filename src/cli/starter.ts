import { type Commented, type CommentedList, type CommentedMember, type CommentedObject, member } from "./commented.ts";

export const STARTERS = ["open-24-7", "business-hours", "full"] as const;
export type Starter = (typeof STARTERS)[number];

export interface StarterOptions {
  readonly timezone: string | undefined;
  /** `YYYY-MM-DD`: dates of exceptions are the next ones. */
  readonly today: string;
}

const WORKDAYS = ["mon", "tue", "wed", "thu", "fri"];

/** A configuration to begin with, around one of three destinations. */
export function starterConfiguration(starter: Starter, options: StarterOptions): CommentedObject {
  const { name, queue, transfer } = destination(starter, options);
  const functionName = `handoff_${name.toLowerCase().replaceAll(" ", "_")}`;
  return object(
    member(
      "$schema",
      "./node_modules/handoff-engine/schemas/configuration.schema.json",
      "Editors complete keys and mark mistakes by this schema.",
    ),
    member(
      "transfer_functions",
      list(object(member("name", transfer), member("purpose", "Transfers the conversation to the contact center."))),
      "The system transfer functions that exist. A queue can only use one of these.",
    ),
    member(
      "handoffs",
      list(
        object(
          member("name", name, `Agents see it as the function ${functionName}.`),
          member("description", "Use when the customer asks for a person.", "When an agent should think of it."),
          member(
            "agent_available_instructions",
            `Ask whether the customer wants to be connected now.\nAfter a yes, call ${functionName}.`,
            "What the agent is told while a queue is open.",
          ),
          member(
            "agent_unavailable_instructions",
            "Say that nobody is available at this time, and ask whether you can help with anything else.",
            "And while none is.",
          ),
          member("destination", list(queue), "Queues in order of preference: the first that is open is chosen."),
        ),
      ),
      "Each handoff says where a conversation may go, and what to say when it cannot.",
    ),
  );
}

function destination(
  starter: Starter,
  { timezone, today }: StarterOptions,
): { readonly name: string; readonly queue: CommentedObject; readonly transfer: string } {
  switch (starter) {
    case "open-24-7":
      return queueOf("Billing Support", "default_transfer", timezone ?? "America/New_York", [
        member("open_24", true, "Open at every hour of every date; a date exception can still close it."),
      ]);
    case "business-hours":
      return queueOf("Sales Queue", "transfer_to_sales", timezone ?? "America/New_York", [
        member("open_24", false),
        member("weekly_hours", object(...WORKDAYS.map((day) => member(day, hours("09:00-17:00")))), HOURS),
      ]);
    case "full":
      return queueOf("Premium Support", "transfer_to_premium", timezone ?? "America/Los_Angeles", [
        member("open_24", false),
        member(
          "weekly_hours",
          object(
            member("mon", hours("09:00-12:00", "13:00-17:00"), "Several intervals are a split shift."),
            ...WORKDAYS.slice(1).map((day) => member(day, hours("09:00-17:00"))),
            member("sat", hours("10:00-14:00")),
          ),
          HOURS,
        ),
        member(
          "date_exceptions",
          object(
            member(next("12-25", today), short(member("closed", true))),
            member(next("07-04", today), short(member("open_24", true))),
          ),
          'Each is the whole truth about its date: closed, open_24, or { "intervals": […] }.',
        ),
        member("supported_channel_types", words("voice", "chat"), "Leave it out for all channels."),
        member("supported_languages", words("en", "es"), "BCP 47 tags; en serves en-US as well. Leave it out for all."),
      ]);
  }
}

const HOURS =
  "Times on the clock of the time zone; the end is no longer open. A weekday that is not listed is closed.\n" +
  "An end before the start is a night shift: 22:00 to 06:00.";

function queueOf(name: string, transfer: string, timezone: string, rest: readonly CommentedMember[]) {
  const queue = object(
    member("name", name),
    member("type", "Agent_queue"),
    member("enabled", true),
    member("timezone", timezone, "IANA name: its clock is the one that hours are read on, summer time included."),
    member("transfer_function_name", transfer),
    ...rest,
  );
  return { name, queue, transfer };
}

function object(...members: readonly CommentedMember[]): CommentedObject {
  return { members };
}

function short(...members: readonly CommentedMember[]): CommentedObject {
  return { members, isShort: true };
}

function list(...items: readonly Commented[]): CommentedList {
  return { items };
}

function words(...items: readonly string[]): CommentedList {
  return { items, isShort: true };
}

function hours(...intervals: readonly string[]): CommentedList {
  const items = intervals.map((interval) => {
    const [start = "", end = ""] = interval.split("-");
    return short(member("start", start), member("end", end));
  });
  return { items, isShort: true };
}

/** The next date of that month and day, today included. */
function next(monthAndDay: string, today: string): string {
  const year = Number(today.slice(0, 4));
  return `${monthAndDay >= today.slice(5) ? year : year + 1}-${monthAndDay}`;
}
