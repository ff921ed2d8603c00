const LONGEST = 60;

/** Controls, bidi marks, zero-width and tag characters, lone surrogates: what a terminal or a reader could mistake. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A value as it is shown in messages: JSON, shortened, with everything invisible escaped. */
export function quote(value: unknown): string {
  if (value === undefined || typeof value === "number") return String(value);
  const text = JSON.stringify(shallow(value)) ?? typeof value;
  const short = text.length > LONGEST ? `${[...text.slice(0, LONGEST)].slice(0, -1).join("")}…` : text;
  return escapeUnseen(short);
}

/** A name inside a sentence: no quotation marks of its own, the rest as in {@link quote}. */
export function quoteName(name: string): string {
  const short = name.length > LONGEST ? `${[...name.slice(0, LONGEST)].slice(0, -1).join("")}…` : name;
  return `\`${escapeUnseen(short)}\``;
}

export function escapeUnseen(text: string): string {
  return text.replace(UNSEEN, (c) => `\\u{${(c.codePointAt(0) as number).toString(16)}}`);
}

/** Large values need not be written out to be shortened. */
function shallow(value: unknown): unknown {
  if (typeof value === "string") return value.slice(0, LONGEST + 1);
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.slice(0, LONGEST).map(leaf);
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, LONGEST)
      .map(([key, member]) => [key, leaf(member)]),
  );
}

function leaf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return shallow(value);
  if (Array.isArray(value)) return value.length === 0 ? [] : ["…"];
  return Object.keys(value).length === 0 ? {} : { "…": "…" };
}
