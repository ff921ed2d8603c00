/**
 * Kinds of requests that a handoff answers alike, as a product: every one of the channels with every one of the
 * languages.
 */
export interface RequestClasses {
  /** `voice`, `chat`, `other` (any other channel) and `none` (no channel was given). */
  readonly channels: readonly string[];
  /**
   * Canonical tags that the configuration tells apart; `en-*` is any other tag that begins with `en-`, `other` any other
   * tag at all, `none` that no language was given.
   */
  readonly languages: readonly string[];
  /** Whether these are all channels, and all languages, that there are. */
  readonly everyChannel: boolean;
  readonly everyLanguage: boolean;
  /** One such request, to ask the engine with. */
  readonly example: { readonly channel?: string; readonly language?: string };
}
