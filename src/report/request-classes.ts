/**
 * Kinds of requests that a handoff answers alike, as a product: every one of the channels with every one of the
 * languages.
 */
export interface RequestClasses {
  /** `voice`, `chat`, `other` (any other channel) and `none` (no channel was given). */
  readonly channels: readonly string[];
  /**
   * Canonical tags, each for itself, that the queues tell apart; `en-*` is any other tag whose longest beginning that a
   * queue lists is `en`, `other` any tag besides and any malformed one, `none` that no language was given.
   */
  readonly languages: readonly string[];
  /** Whether these are all channels, and all languages, that there are. */
  readonly everyChannel: boolean;
  readonly everyLanguage: boolean;
  /** One such request, to ask the engine with. */
  readonly example: { readonly channel?: string; readonly language?: string };
}
