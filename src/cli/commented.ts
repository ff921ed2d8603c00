/** Data with remarks for whoever edits it: a list of members keeps its order, and each may have a remark above it. */
export type Commented = string | boolean | CommentedObject | CommentedList;

export interface CommentedObject {
  readonly members: readonly CommentedMember[];
  /** Whether it is written in one line. */
  readonly isShort?: boolean;
}

export interface CommentedMember {
  readonly key: string;
  readonly value: Commented;
  readonly remark?: string;
}

export interface CommentedList {
  readonly items: readonly Commented[];
  readonly isShort?: boolean;
}

export function member(key: string, value: Commented, remark?: string): CommentedMember {
  return remark === undefined ? { key, value } : { key, value, remark };
}

/** As JSONC, with remarks behind `//`. */
export function jsoncText(value: Commented): string {
  return `${jsonc(value, "")}\n`;
}

function jsonc(value: Commented, indent: string): string {
  if (typeof value !== "object") return JSON.stringify(value);
  const inner = `${indent}  `;
  if ("items" in value) {
    const items = value.items.map((item) => jsonc(item, inner));
    if (value.isShort === true) return `[${items.join(", ")}]`;
    return `[\n${items.map((item) => inner + item).join(",\n")}\n${indent}]`;
  }
  const entry = ({ key, value: held }: CommentedMember) => `${JSON.stringify(key)}: ${jsonc(held, inner)}`;
  if (value.isShort === true) return `{ ${value.members.map(entry).join(", ")} }`;
  const last = value.members.length - 1;
  const lines = value.members.map(
    (one, i) => `${remarkLines(one.remark, `${inner}// `)}${inner}${entry(one)}${i < last ? "," : ""}`,
  );
  return `{\n${lines.join("\n")}\n${indent}}`;
}

/** As YAML 1.2, with remarks behind `#`. */
export function yamlText(value: CommentedObject): string {
  return `${members(value, "")}\n`;
}

function members({ members: all }: CommentedObject, indent: string): string {
  return all
    .map(({ key, value, remark }) => `${remarkLines(remark, `${indent}# `)}${indent}${key}:${yaml(value, indent)}`)
    .join("\n");
}

/** Behind a key, with the space or the line break before it. */
function yaml(value: Commented, indent: string): string {
  if (typeof value === "boolean") return ` ${value}`;
  if (typeof value === "string") return value.includes("\n") ? yamlBlock(value, indent) : ` ${yamlWord(value)}`;
  if (value.isShort === true) return ` ${yamlFlow(value)}`;
  if (!("items" in value)) return `\n${members(value, `${indent}  `)}`;
  // An item's first member stands behind its dash.
  const items = value.items.map((item) => {
    const text =
      typeof item === "object" && "members" in item ? members(item, `${indent}    `).trimStart() : yamlFlow(item);
    return `${indent}  - ${text}`;
  });
  return `\n${items.join("\n")}`;
}

function yamlBlock(text: string, indent: string): string {
  return ` |-\n${text.replace(/^(?=.)/gm, `${indent}  `)}`;
}

function yamlFlow(value: Commented): string {
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string") return yamlWord(value);
  if ("items" in value) return `[${value.items.map(yamlFlow).join(", ")}]`;
  return `{ ${value.members.map(({ key, value: held }) => `${key}: ${yamlFlow(held)}`).join(", ")} }`;
}

/** In quotes where YAML, of any version, could read it otherwise. */
function yamlWord(text: string): string {
  return /^[A-Za-z][\w /.]*$/.test(text) && !/^(y|n|yes|no|on|off|true|false|null)$/i.test(text)
    ? text
    : JSON.stringify(text);
}

function remarkLines(remark: string | undefined, before: string): string {
  return remark === undefined ? "" : remark.replace(/^/gm, before).concat("\n");
}
