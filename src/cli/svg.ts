import { shown } from "./shown.ts";

type Attributes = { readonly [name: string]: string | number };

const SPECIAL: { readonly [character: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** An element; what it holds is written already. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapedXml(typeof value === "number" ? rounded(value) : value)}"`)
    .join("");
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join("")}</${name}>`;
}

/** Text of a configuration within a picture. */
export function escapedXml(text: string): string {
  return shown(text).replace(/[&<>"]/g, (c) => SPECIAL[c] as string);
}

export function textAt(x: number, y: number, text: string, className = ""): string {
  return element("text", { x, y, ...(className === "" ? {} : { class: className }) }, escapedXml(text));
}

export function rectangle(x: number, y: number, width: number, height: number, className: string): string {
  return element("rect", { x, y, width, height, class: className });
}

export function line(x1: number, y1: number, x2: number, y2: number, className: string): string {
  return element("path", { d: `M${rounded(x1)} ${rounded(y1)}L${rounded(x2)} ${rounded(y2)}`, class: className });
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}
