import type { HandoffConfiguration, QueueConfiguration } from "../config/types.ts";
import { civilMinute } from "../schedule/schedule.ts";
import type { ZoneSource } from "../time/zone.ts";
import { civilReading } from "./civil-reading.ts";
import type { Closure } from "./closure.ts";
import type { QueueExplanation, Rule, Verdict } from "./explanation.ts";
import { explanationText } from "./explanation-text.ts";
import { decideHours, type HoursRule } from "./hours-rule.ts";

/** What the resolver knows of one queue. */
export interface Eligibility {
  readonly channel: boolean;
  readonly language: boolean;
  /** What closes it by hand, if anything does. */
  readonly closure: Closure | undefined;
}

export interface Asked {
  readonly minute: number;
  readonly channel: unknown;
  readonly language: unknown;
}

/** The verdict on every queue of a handoff, in order. `eligibility` is by queue of the destination. */
export function explainQueues(
  handoff: HandoffConfiguration,
  asked: Asked,
  eligibility: readonly Eligibility[],
  zones: ZoneSource,
): readonly QueueExplanation[] {
  let chosen = false;
  return handoff.destination.map((queue, index) => {
    const clock = civilMinute(queue.timezone, asked.minute, zones);
    const civil = civilReading(queue.timezone, clock);
    const refused = refusal(queue, asked, eligibility[index] as Eligibility);
    const hours = refused === undefined ? decideHours(queue, clock) : undefined;
    const rule = refused?.rule ?? (hours as { readonly rule: HoursRule }).rule;
    const verdict = refused?.verdict ?? (!hours?.open ? "closed" : chosen ? "later" : "chosen");
    chosen ||= verdict === "chosen";
    return { queue: queue.name, index, verdict, rule, civil, text: explanationText(queue.name, verdict, rule, civil) };
  });
}

function refusal(
  queue: QueueConfiguration,
  { channel, language }: Asked,
  eligible: Eligibility,
): { readonly verdict: Verdict; readonly rule: Rule } | undefined {
  if (!queue.enabled) return { verdict: "disabled", rule: { kind: "enabled" } };
  if (!eligible.channel) {
    const supported = queue.supported_channel_types ?? [];
    return { verdict: "channel", rule: { kind: "supported_channel_types", supported, requested: channel } };
  }
  if (!eligible.language) {
    const supported = queue.supported_languages ?? [];
    return { verdict: "language", rule: { kind: "supported_languages", supported, requested: language } };
  }
  const { closure } = eligible;
  if (closure !== undefined) return { verdict: "closure", rule: { kind: "closure", closure } };
  return undefined;
}
