import type { Destination, QueueConfiguration } from "../config/types.ts";
import { servesChannel, servesLanguage } from "./eligible.ts";
import { groupBy } from "./group.ts";
import { type LanguageKind, languageKinds } from "./language-kinds.ts";
import type { RequestClasses } from "./request-classes.ts";

interface ChannelKind {
  readonly label: string;
  readonly channel: string | undefined;
}

/** Only these two are told apart: any other channel is like any other. */
const CHANNEL_KINDS: readonly ChannelKind[] = [
  { label: "voice", channel: "voice" },
  { label: "chat", channel: "chat" },
  { label: "other", channel: "other" },
  { label: "none", channel: undefined },
];

/** A channel and a language: where they stand among the kinds. */
export interface RequestKind {
  readonly channel: number;
  readonly language: number;
}

/** Requests that may be served by the same queues. */
export interface RequestGroup {
  readonly kinds: readonly RequestKind[];
  /** Places of these queues, by destination. */
  readonly eligible: readonly (readonly number[])[];
}

export interface RequestGroups {
  readonly groups: readonly RequestGroup[];
  /** Names kinds, which may come from more than one group. */
  readonly classesOf: (kinds: readonly RequestKind[]) => readonly RequestClasses[];
}

/** Every request, by which queues of each destination may serve it. */
export function requestGroups(destinations: readonly Destination[]): RequestGroups {
  const languages = languageKinds(destinations);
  const byChannel = CHANNEL_KINDS.map(({ channel }) => places(destinations, (queue) => servesChannel(queue, channel)));
  const byLanguage = languages.map(({ tag }) => places(destinations, (queue) => servesLanguage(queue, tag)));
  const groups = new Map<string, { kinds: RequestKind[]; eligible: readonly (readonly number[])[] }>();
  byLanguage.forEach((ofLanguage, language) => {
    byChannel.forEach((ofChannel, channel) => {
      const eligible = ofLanguage.map((those, d) => those.filter((q) => ofChannel[d]?.includes(q)));
      const key = eligible.join("|");
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { kinds: [{ channel, language }], eligible });
      else group.kinds.push({ channel, language });
    });
  });
  return { groups: [...groups.values()], classesOf: (kinds) => requestClasses(kinds, languages) };
}

function places(destinations: readonly Destination[], serves: (queue: QueueConfiguration) => boolean) {
  return destinations.map((destination) =>
    [...destination.keys()].filter((q) => {
      const queue = destination[q] as QueueConfiguration;
      return queue.enabled && serves(queue);
    }),
  );
}

/** Channels that go with the same languages are one product. */
function requestClasses(kinds: readonly RequestKind[], languages: readonly LanguageKind[]): readonly RequestClasses[] {
  const ofChannel = [...groupBy(kinds, ({ channel }) => channel)].sort(([a], [b]) => a - b);
  const sorted = ofChannel.map(([channel, those]) => ({
    channel,
    languages: those.map(({ language }) => language).sort((a, b) => a - b),
  }));
  return [...groupBy(sorted, (each) => each.languages.join()).values()].map((products) => {
    const places = (products[0] as (typeof sorted)[number]).languages;
    const channels = products.map(({ channel }) => CHANNEL_KINDS[channel] as ChannelKind);
    const those = places.map((place) => languages[place] as LanguageKind);
    return {
      channels: channels.map(({ label }) => label),
      languages: those.map(({ label }) => label),
      everyChannel: channels.length === CHANNEL_KINDS.length,
      everyLanguage: those.length === languages.length,
      example: exampleOf(channels[0] as ChannelKind, those[0] as LanguageKind),
    };
  });
}

function exampleOf({ channel }: ChannelKind, { tag }: LanguageKind): RequestClasses["example"] {
  return { ...(channel !== undefined && { channel }), ...(tag !== undefined && { language: tag ?? "*" }) };
}
