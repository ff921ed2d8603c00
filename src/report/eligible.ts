import { canonicalLanguage } from "../config/language.ts";
import { languagesMatch } from "../config/language-match.ts";
import type { Destination, QueueConfiguration } from "../config/types.ts";

/** Queues share their frozen lists, and a tag takes longer to read than to match. */
const canonicalLists = new WeakMap<readonly string[], readonly string[]>();

/** The canonical tags of a queue's languages. */
export function canonicalTags(listed: readonly string[]): readonly string[] {
  const known = canonicalLists.get(listed);
  if (known !== undefined) return known;
  const tags = listed.map((tag) => canonicalLanguage(tag) ?? tag);
  if (Object.isFrozen(listed)) canonicalLists.set(listed, tags);
  return tags;
}

/** Whether a queue that is enabled may serve a channel; left out is not filtered on. */
export function servesChannel({ supported_channel_types: served }: QueueConfiguration, channel?: string): boolean {
  return served === undefined || channel === undefined || served.some((one) => one === channel);
}

/** Whether a queue that is enabled may serve a language: a canonical tag, or `null` for a malformed one. */
export function servesLanguage({ supported_languages: served }: QueueConfiguration, language?: string | null): boolean {
  if (served === undefined || language === undefined) return true;
  return language !== null && canonicalTags(served).some((tag) => languagesMatch(tag, language));
}

/** Places of the queues that may serve a request, in order. */
export function eligibleQueues(
  destination: Destination,
  request: { readonly channel?: string | undefined; readonly language?: string | undefined },
): readonly number[] {
  const { channel, language } = request;
  const canonical = language === undefined ? undefined : (canonicalLanguage(language) ?? null);
  return [...destination.keys()].filter((q) => {
    const queue = destination[q] as QueueConfiguration;
    return queue.enabled && servesChannel(queue, channel) && servesLanguage(queue, canonical);
  });
}
