/** Reading data whose shape may be wrong: a wrong part reads as empty, since the schemas already report it. */

export interface LooseObject {
  readonly [key: string]: unknown;
}

export function objectIn(value: unknown): LooseObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as LooseObject) : {};
}

export function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textIn(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
