import type { ChannelType } from "../config/types.ts";

/** Places of a request's channel in the masks of queues: a queue is eligible when the bit at that place is set. */
const VOICE = 0;
const CHAT = 1;
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

export function channelPlace(requested: string | null | undefined): number {
  if (requested === "voice") return VOICE;
  if (requested === "chat") return CHAT;
  return requested === undefined || requested === null ? LEFT_OUT : UNKNOWN;
}
