import type { SqlOptions } from "./export-types.ts";
import type { Stretch } from "./stretch.ts";

/** How a database writes what the tables hold. */
export interface SqlDialect {
  readonly begin: readonly string[];
  readonly end: readonly string[];
  readonly types: { readonly text: string; readonly integer: string; readonly boolean: string; readonly texts: string };
  /** Columns of a stretch, and what is said behind the columns of a table that is sorted by others. */
  readonly stretchColumns: (name: string) => readonly string[];
  readonly tableEnd: (sortedBy: readonly string[]) => string;
  readonly indexes: (table: string, stretch: string) => readonly string[];
  readonly text: (value: string) => string;
  /** Undefined: all. */
  readonly texts: (values: readonly string[] | undefined) => string;
  readonly stretch: (stretch: Stretch) => readonly string[];
}

const doubled = (value: string) => `'${value.replaceAll("'", "''")}'`;
const escaped = (value: string) => `'${value.replace(/[\\']/g, (c) => `\\${c}`)}'`;

/** `2026-12-24 18:00:00`, with milliseconds where there are any. */
const civil = (at: number) =>
  new Date(at)
    .toISOString()
    .replace("T", " ")
    .replace(/(?:\.000)?Z$/, "");

/** Two columns, half-open as everything: at `_end` it is over. */
const twoColumns = (type: string) => (name: string) => [
  `${name}_start ${type} NOT NULL`,
  `${name}_end ${type} NOT NULL`,
];

export const SQL_DIALECTS: { readonly [dialect in SqlOptions["dialect"]]: SqlDialect } = {
  postgres: {
    begin: ["BEGIN;"],
    end: ["COMMIT;"],
    types: { text: "text NOT NULL", integer: "integer NOT NULL", boolean: "boolean NOT NULL", texts: "text[]" },
    stretchColumns: (name) => [`${name} tstzrange NOT NULL`],
    tableEnd: () => "",
    indexes: (table, stretch) => [`CREATE INDEX ON ${table} USING gist (${stretch});`],
    text: doubled,
    texts: (values) => (values === undefined ? "NULL" : `ARRAY[${values.map(doubled).join(", ")}]`),
    stretch: ({ start, end }) => [`'[${civil(start)}+00,${civil(end)}+00)'`],
  },
  duckdb: {
    begin: ["BEGIN TRANSACTION;"],
    end: ["COMMIT;"],
    types: { text: "VARCHAR NOT NULL", integer: "INTEGER NOT NULL", boolean: "BOOLEAN NOT NULL", texts: "VARCHAR[]" },
    stretchColumns: twoColumns("TIMESTAMPTZ"),
    tableEnd: () => "",
    indexes: () => [],
    text: doubled,
    texts: (values) => (values === undefined ? "NULL" : `[${values.map(doubled).join(", ")}]`),
    stretch: ({ start, end }) => [`'${civil(start)}+00'`, `'${civil(end)}+00'`],
  },
  clickhouse: {
    begin: [],
    end: [],
    types: { text: "String", integer: "Int32", boolean: "Bool", texts: "Array(String)" },
    stretchColumns: (name) => ["start", "end"].map((end) => `${name}_${end} DateTime64(3, 'UTC')`),
    tableEnd: (sortedBy) => ` ENGINE = MergeTree ORDER BY (${sortedBy.join(", ")})`,
    indexes: () => [],
    text: escaped,
    // An array cannot be NULL here: an empty one is all.
    texts: (values = []) => `[${values.map(escaped).join(", ")}]`,
    stretch: ({ start, end }) => [`'${civil(start)}'`, `'${civil(end)}'`],
  },
};
