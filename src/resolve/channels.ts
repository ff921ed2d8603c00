import type { ChannelType } from "../config/types.ts";

/**
 * Places of a request's channel in the masks of queues: a queue is eligible when the bit at that place is set. `voice` has 0,
 * `chat` 1.
 */
const UNKNOWN = 2;
const LEFT_OUT = 3;

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

/** Written out and without branches: which of the channels it is would be guessed wrong. */
export const channelPlace = (requested: string | null | undefined): number => {
  if (requested === undefined || requested === null) return LEFT_OUT;
  return (UNKNOWN - (+(requested === "voice") << 1) - +(requested === "chat")) | 0;
};
