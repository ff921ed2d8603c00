import type { ChannelType } from "../config/types.ts";

/**
 * Places of a request's channel in the masks of queues: a queue is eligible when the bit at that place is set. A channel's
 * place is its index here.
 */
const CHANNELS: readonly ChannelType[] = ["voice", "chat"];
const UNKNOWN = 2;
const LEFT_OUT = 3;

/** INVARIANT (lengths of channels): the first name has so many characters, each of the next one less. */
const LONGEST = 5;

/** Bits that a mask takes. */
export const CHANNEL_BITS = 4;

/** The mask of what serves every request. */
export const ALL_CHANNELS: number = (1 << CHANNEL_BITS) - 1;

/** The mask of a queue that is not enabled: no request's bit is in it. */
export const NO_CHANNEL = 0;

export function channelMask(supported: readonly ChannelType[] | undefined): number {
  if (supported === undefined) return ALL_CHANNELS;
  return supported.reduce((mask, channel) => mask | (1 << channelPlace(channel)), 1 << LEFT_OUT);
}

/** One comparison, which is nearly always true, where one after the other would be guessed wrong. */
export const channelPlace = (requested: string | null | undefined): number => {
  if (requested === undefined || requested === null) return LEFT_OUT;
  if (typeof requested !== "string") return UNKNOWN;
  const place = (LONGEST - requested.length) | 0;
  return place >>> 0 < 2 && requested === CHANNELS[place] ? place : UNKNOWN;
};
