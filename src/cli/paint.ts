/** Colours by what they say. Nothing is said by colour alone. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly soft: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly note: (text: string) => string;
  /** One of several things that are told apart, from 0. */
  readonly nth: (index: number, text: string) => string;
}

const NTH = [36, 35, 33, 34, 32, 31];

export function paint(colours: boolean): Paint {
  const sgr = (on: number, off: number) => (text: string) =>
    colours && text !== "" ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return {
    strong: sgr(1, 22),
    soft: sgr(2, 22),
    good: sgr(32, 39),
    bad: sgr(31, 39),
    warn: sgr(33, 39),
    note: sgr(36, 39),
    nth: (index, text) => sgr(NTH[index % NTH.length] as number, 39)(text),
  };
}
