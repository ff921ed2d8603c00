import fc from "fast-check";
import type { Configuration, QueueConfiguration } from "../../src/config/types.ts";

const KINDS = [
  "hours",
  "exceptions",
  "enabled",
  "channels",
  "languages",
  "zone",
  "name",
  "transfer",
  "remove",
  "swap",
  "copy",
] as const;

export interface Edit {
  readonly kind: (typeof KINDS)[number];
  readonly handoff: number;
  readonly queue: number;
  readonly other: number;
}

export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    handoff: fc.nat({ max: 9 }),
    queue: fc.nat({ max: 9 }),
    other: fc.nat({ max: 9 }),
  }),
  { maxLength: 4 },
);

/** What an operator might do to a configuration. */
export function edited(configuration: Configuration, done: readonly Edit[]): Configuration {
  let { handoffs } = configuration;
  for (const edit of done) {
    const h = edit.handoff % handoffs.length;
    handoffs = handoffs.map((handoff, i) =>
      i === h ? { ...handoff, destination: editedQueues(handoff.destination, edit) } : handoff,
    );
  }
  return { ...configuration, handoffs };
}

function editedQueues(queues: readonly QueueConfiguration[], { kind, queue, other }: Edit): QueueConfiguration[] {
  const [q, o] = [queue % queues.length, other % queues.length];
  const [one, two] = [queues[q] as QueueConfiguration, queues[o] as QueueConfiguration];
  if (kind === "remove") return queues.length === 1 ? [...queues] : queues.filter((_, i) => i !== q);
  if (kind === "copy") return [...queues, { ...one, name: `Copy ${queue}` }];
  if (kind === "swap") return queues.map((each, i) => (i === q ? two : i === o ? one : each));
  return queues.map((each, i) => (i === q ? editedQueue(one, two, kind) : each));
}

function editedQueue(one: QueueConfiguration, two: QueueConfiguration, kind: Edit["kind"]): QueueConfiguration {
  const { weekly_hours, date_exceptions, supported_channel_types, supported_languages, ...rest } = one;
  const kept = {
    ...(weekly_hours && { weekly_hours }),
    ...(date_exceptions && { date_exceptions }),
    ...(supported_channel_types && { supported_channel_types }),
    ...(supported_languages && { supported_languages }),
  };
  switch (kind) {
    case "hours":
      return { ...rest, ...kept, open_24: two.open_24, weekly_hours: two.weekly_hours ?? {} };
    case "exceptions":
      return { ...rest, ...kept, date_exceptions: two.date_exceptions ?? {} };
    case "enabled":
      return { ...rest, ...kept, enabled: !one.enabled };
    case "channels":
      return { ...rest, ...kept, supported_channel_types: ["voice"] };
    case "languages":
      return { ...rest, ...kept, supported_languages: two.supported_languages ?? ["en", "zh-Hant"] };
    case "zone":
      return { ...rest, ...kept, timezone: two.timezone };
    case "name":
      return { ...rest, ...kept, name: `${one.name} renamed` };
    default:
      return { ...rest, ...kept, transfer_function_name: two.transfer_function_name };
  }
}
