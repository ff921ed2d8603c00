import type { ChannelType } from "../config/types.ts";

/** Bits of a request's channel; a queue is eligible when its mask holds the request's bit. */
const VOICE = 1;
const CHAT = 2;
const UNKNOWN = 4;
const LEFT_OUT = 8;

/** The mask of a queue that is not enabled: no request's bit is in it. */
export const NO_CHANNEL = 0;

export function channelMask(supported: readonly ChannelType[] | undefined): number {
  if (supported === undefined) return VOICE | CHAT | UNKNOWN | LEFT_OUT;
  return supported.reduce((mask, channel) => mask | channelBit(channel), LEFT_OUT);
}

export function channelBit(requested: string | null | undefined): number {
  if (requested === "voice") return VOICE;
  if (requested === "chat") return CHAT;
  return requested === undefined || requested === null ? LEFT_OUT : UNKNOWN;
}
