/** What `schemas/compile.ts` writes beside this file. */
export interface ShapeError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: { readonly [name: string]: unknown };
  readonly propertyName?: string;
}

export interface Shape {
  (data: unknown): boolean;
  errors?: readonly ShapeError[] | null;
}

export declare const configurationShape: Shape;
export declare const destinationShape: Shape;

type Noun =
  | "handoff"
  | "destination"
  | "queue"
  | "weekly_hours"
  | "intervals"
  | "interval"
  | "date_exceptions"
  | "date_exception";

/** Whether a part is sound by itself: parts that its schema refers to may be anything. */
export declare const ownShapes: { readonly [noun in Noun]: (data: unknown) => boolean };

/** Property names by noun: `configuration` and each name under `$defs`. */
export declare const knownProperties: { readonly [noun: string]: readonly string[] };
