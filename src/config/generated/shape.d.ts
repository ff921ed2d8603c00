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

/** Property names by noun: `configuration` and each name under `$defs`. */
export declare const knownProperties: { readonly [noun: string]: readonly string[] };
