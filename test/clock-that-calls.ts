/** A host's clock that stands still, and calls what is set once, when it is read next. */
export function clockThatCalls(now: number): { readonly now: () => number; onRead: () => void } {
  const clock = {
    onRead: () => {},
    now: () => {
      const { onRead } = clock;
      clock.onRead = () => {};
      onRead();
      return now;
    },
  };
  return clock;
}
