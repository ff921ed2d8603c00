/** JSON Schema, draft 2020-12, as far as the parameters of a function need it. */

/** What may stand at a keyword. Those that end in `schema` or `schemas` hold further schemas. */
export type KeywordKind =
  | "schema"
  | "list of schemas"
  | "map of schemas"
  | "type"
  | "names"
  | "map of names"
  | "values"
  | "value"
  | "count"
  | "number"
  | "positive number"
  | "pattern"
  | "flag"
  | "text"
  | "reference";

export const SCHEMA_KEYWORDS: { readonly [keyword: string]: KeywordKind } = {
  $schema: "text",
  $comment: "text",
  $ref: "reference",
  $defs: "map of schemas",
  definitions: "map of schemas",
  title: "text",
  description: "text",
  default: "value",
  examples: "values",
  deprecated: "flag",
  readOnly: "flag",
  writeOnly: "flag",
  type: "type",
  enum: "values",
  const: "value",
  format: "text",
  contentEncoding: "text",
  contentMediaType: "text",
  contentSchema: "schema",
  multipleOf: "positive number",
  minimum: "number",
  maximum: "number",
  exclusiveMinimum: "number",
  exclusiveMaximum: "number",
  minLength: "count",
  maxLength: "count",
  pattern: "pattern",
  minItems: "count",
  maxItems: "count",
  uniqueItems: "flag",
  minContains: "count",
  maxContains: "count",
  minProperties: "count",
  maxProperties: "count",
  required: "names",
  dependentRequired: "map of names",
  properties: "map of schemas",
  patternProperties: "map of schemas",
  additionalProperties: "schema",
  propertyNames: "schema",
  items: "schema",
  prefixItems: "list of schemas",
  contains: "schema",
  allOf: "list of schemas",
  anyOf: "list of schemas",
  oneOf: "list of schemas",
  not: "schema",
  if: "schema",
  // biome-ignore lint/suspicious/noThenProperty: the keyword is called that.
  then: "schema",
  else: "schema",
  dependentSchemas: "map of schemas",
};

/** Keywords that look at the same value as the schema they stand in: a reference that leads round through them never ends. */
export const IN_PLACE: ReadonlySet<string> = new Set([
  ...["allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas"],
]);

/**
 * Keywords that would be read otherwise or not at all, of other drafts and dialects, and those on which validators do not
 * agree (`unevaluated…`); and what says the same.
 */
export const REPLACED_KEYWORDS: { readonly [keyword: string]: string } = {
  id: "`$ref` with a pointer such as `#/$defs/address`",
  $id: "`$ref` with a pointer such as `#/$defs/address`",
  $anchor: "`$ref` with a pointer such as `#/$defs/address`",
  $dynamicAnchor: "`$ref` with a pointer such as `#/$defs/address`",
  $dynamicRef: "`$ref` with a pointer such as `#/$defs/address`",
  $recursiveAnchor: "`$ref` with a pointer such as `#/$defs/address`",
  $recursiveRef: "`$ref` with a pointer such as `#/$defs/address`",
  dependencies: "`dependentRequired` or `dependentSchemas`",
  additionalItems: "`prefixItems` with `items`",
  unevaluatedProperties: "`additionalProperties`",
  unevaluatedItems: "`items`",
  nullable: '`type` with `"null"` among its types',
};

export const SCHEMA_TYPES: readonly string[] = ["object", "array", "string", "number", "integer", "boolean", "null"];
