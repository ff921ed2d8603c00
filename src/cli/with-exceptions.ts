import type { QueueEdit } from "./queue-edit.ts";

/** Data with further exceptions in some queues. Nothing of what was given changes. */
export function withExceptions(data: unknown, queues: readonly QueueEdit[]): unknown {
  return queues.reduce(
    (changed, { keys, exceptions }) => changedAt(changed, [...keys, "date_exceptions"], exceptions),
    data,
  );
}

function changedAt(data: unknown, [key, ...rest]: readonly string[], members: object): unknown {
  if (key === undefined) return { ...(data as object | undefined), ...members };
  const inner = (data as { readonly [key: string]: unknown })[key];
  const next = changedAt(inner, rest, members);
  if (Array.isArray(data)) return data.map((item, i) => (i === Number(key) ? next : item));
  return { ...(data as object), [key]: next };
}
