import { Temporal } from "@js-temporal/polyfill";

/** A fact about a time zone without which a case would test nothing. */
export type Premise =
  | { kind: "gap" | "fold"; timezone: string; at: string; before: string; after: string }
  | { kind: "skipped_date"; timezone: string; date: string }
  | { kind: "repeated_civil_time"; timezone: string; civil: string; instants: [string, string] }
  | { kind: "skipped_civil_time"; timezone: string; civil: string }
  | { kind: "offset"; timezone: string; at: string; offset: string }
  | { kind: "civil"; timezone: string; at: string; civil: string };

const seen = (instant: Temporal.Instant, { timezone }: Premise): Temporal.ZonedDateTime =>
  instant.toZonedDateTimeISO(timezone);

function isTransition(premise: Premise & { kind: "gap" | "fold" }): boolean {
  const at = Temporal.Instant.from(premise.at);
  const before = seen(at.subtract({ milliseconds: 1 }), premise);
  const after = seen(at, premise);
  const forward = after.offsetNanoseconds > before.offsetNanoseconds;
  return before.offset === premise.before && after.offset === premise.after && forward === (premise.kind === "gap");
}

function isSkipped(timezone: string, civil: Temporal.PlainDateTime): boolean {
  return !civil.toZonedDateTime(timezone).toPlainDateTime().equals(civil);
}

export function premiseHolds(premise: Premise): boolean {
  switch (premise.kind) {
    case "gap":
    case "fold":
      return isTransition(premise);
    case "skipped_date": {
      const date = Temporal.PlainDate.from(premise.date);
      return Array.from({ length: 24 }, (_, hour) => date.toPlainDateTime({ hour })).every((civil) =>
        isSkipped(premise.timezone, civil),
      );
    }
    case "skipped_civil_time":
      return isSkipped(premise.timezone, Temporal.PlainDateTime.from(premise.civil));
    case "repeated_civil_time": {
      const shown = premise.instants.map((at) => seen(Temporal.Instant.from(at), premise).toPlainDateTime());
      const civil = Temporal.PlainDateTime.from(premise.civil);
      return premise.instants[0] < premise.instants[1] && shown.every((time) => time.equals(civil));
    }
    case "offset":
      return seen(Temporal.Instant.from(premise.at), premise).offset === premise.offset;
    case "civil":
      return seen(Temporal.Instant.from(premise.at), premise)
        .toPlainDateTime()
        .equals(Temporal.PlainDateTime.from(premise.civil));
  }
}
