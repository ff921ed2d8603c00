import type { HandoffConfiguration, QueueConfiguration } from "../config/types.ts";
import type { SqlOptions } from "./export-types.ts";
import type { Meaning } from "./meaning.ts";
import { handoffsIn } from "./named.ts";
import { OpenTimes } from "./open-times.ts";
import { type Range, rangeOf } from "./range.ts";
import { requestGroups } from "./request-groups.ts";
import { servedStretches, turnsOf } from "./serving.ts";
import { SQL_DIALECTS, type SqlDialect } from "./sql-dialects.ts";
import { stretchesOf } from "./stretch.ts";

const ROWS_A_STATEMENT = 500;
const PREFIX = /^[a-z_][a-z0-9_]{0,30}(\.[a-z_][a-z0-9_]{0,30})?$/i;

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly sortedBy: readonly string[];
  readonly stretch: string | undefined;
}

/**
 * UTC spans as tables, statement by statement, each with a line break at its end: `handoff_open` (when each queue is open
 * by its hours), `handoff_class` (which requests a handoff treats alike) and `handoff_served` (for each class, which
 * queue serves when). Spans are `tstzrange` in PostgreSQL and two columns, `…_start` and `…_end`, elsewhere. Throws as
 * `coverage` does, and a RangeError for a prefix that is no plain identifier.
 */
export function* toSql(engine: Meaning, options: SqlOptions): Generator<string, void, undefined> {
  const { prefix = "handoff" } = options;
  if (!PREFIX.test(prefix))
    throw new RangeError("`prefix` must be a plain identifier, with that of a schema before it at most");
  const range = rangeOf(options, engine);
  const dialect = SQL_DIALECTS[options.dialect];
  const times = new OpenTimes(engine.zoneSource, range);
  const handoffs = handoffsIn(engine, options);
  const [open, classes, served] = tables(dialect, prefix);
  const statement = (text: string) => `${text}\n`;
  yield* dialect.begin.map(statement);
  yield* [open, classes, served].map((table) => statement(createTable(table, dialect)));
  for (const handoff of handoffs) yield* inserts(open, openRows(handoff, times, dialect));
  for (const handoff of handoffs) yield* classStatements(handoff, classes, served, times, range, dialect);
  for (const { name, stretch } of [open, served]) yield* dialect.indexes(name, stretch ?? "").map(statement);
  yield* dialect.end.map(statement);
}

function tables({ types, stretchColumns }: SqlDialect, prefix: string): readonly [Table, Table, Table] {
  const { text, integer, boolean, texts } = types;
  const queue = [`queue ${text}`, `position ${integer}`];
  const handoff = `handoff ${text}`;
  return [
    {
      name: `${prefix}_open`,
      columns: [
        handoff,
        ...queue,
        `enabled ${boolean}`,
        `timezone ${text}`,
        `channels ${texts}`,
        `languages ${texts}`,
        ...stretchColumns("open"),
      ],
      sortedBy: ["handoff", "position"],
      stretch: "open",
    },
    {
      name: `${prefix}_class`,
      columns: [handoff, `class ${integer}`, `channel ${text}`, `language ${text}`],
      sortedBy: ["handoff", "channel", "language"],
      stretch: undefined,
    },
    {
      name: `${prefix}_served`,
      columns: [handoff, `class ${integer}`, ...queue, ...stretchColumns("served")],
      sortedBy: ["handoff", "class"],
      stretch: "served",
    },
  ];
}

function createTable({ name, columns, sortedBy }: Table, { tableEnd }: SqlDialect): string {
  return `CREATE TABLE ${name} (\n  ${columns.join(",\n  ")}\n)${tableEnd(sortedBy)};`;
}

function* inserts({ name }: Table, rows: readonly (readonly string[])[]): Generator<string, void, undefined> {
  for (let first = 0; first < rows.length; first += ROWS_A_STATEMENT) {
    const values = rows.slice(first, first + ROWS_A_STATEMENT).map((row) => `(${row.join(", ")})`);
    yield `INSERT INTO ${name} VALUES\n${values.join(",\n")};\n`;
  }
}

function openRows({ name, destination }: HandoffConfiguration, times: OpenTimes, { text, texts, stretch }: SqlDialect) {
  return destination.flatMap((queue, position) => {
    const { enabled, timezone, supported_channel_types: channels, supported_languages: languages } = queue;
    const about = [
      text(name),
      text(queue.name),
      String(position),
      String(enabled),
      text(timezone),
      texts(channels),
      texts(languages),
    ];
    return stretchesOf(times.of(queue)).map((open) => [...about, ...stretch(open)]);
  });
}

function* classStatements(
  { name, destination }: HandoffConfiguration,
  classes: Table,
  served: Table,
  times: OpenTimes,
  range: Range,
  { text, stretch }: SqlDialect,
): Generator<string, void, undefined> {
  const { groups, classesOf } = requestGroups([destination]);
  const kinds: (readonly string[])[] = [];
  const rows: (readonly string[])[] = [];
  groups.forEach((group, number) => {
    const handoff = [text(name), String(number)];
    for (const { channels, languages } of classesOf(group.kinds)) {
      for (const channel of channels) {
        for (const language of languages) kinds.push([...handoff, text(channel), text(language)]);
      }
    }
    const turns = turnsOf(group.eligible[0] ?? [], (q) => times.of(destination[q] as QueueConfiguration), range);
    for (const each of servedStretches(turns, destination, range.to)) {
      rows.push([...handoff, text(each.queue), String(each.index), ...stretch(each)]);
    }
  });
  yield* inserts(classes, kinds);
  yield* inserts(served, rows);
}
