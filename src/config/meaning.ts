import type { ZoneSource } from "../time/zone.ts";
import { DEFAULT_HANDOFF } from "./bare-destination.ts";
import { functionName } from "./function-name.ts";
import { type LooseObject, listIn, objectIn, textIn } from "./loose.ts";
import { functionNameProblems, uniqueNameProblems } from "./names.ts";
import { nearest } from "./nearest.ts";
import { pointerTo } from "./pointer.ts";
import { didYouMean, type Problem, problem } from "./problem.ts";
import { itemProblems, queueProblems } from "./queue-meaning.ts";
import { quoteName } from "./quote.ts";
import { nameProblems, proseProblems } from "./text.ts";

/** What the schemas cannot see: names, references, dates, zones, languages. Reads wrongly shaped data as far as it can. */
export function meaningProblems(root: unknown, zones: ZoneSource): readonly Problem[] {
  if (Array.isArray(root)) return root.flatMap((queue, i) => bareQueueProblems(`/${i}`, objectIn(queue), zones));
  const configuration = objectIn(root);
  const transfers = listIn(configuration["transfer_functions"]);
  const handoffs = listIn(configuration["handoffs"]);
  const topics = listIn(configuration["topics"]);
  const tasks = listIn(configuration["tasks"]);
  const transferNames = namesOf(transfers);
  const transferProblems = references("E_TRANSFER_UNKNOWN", configuration["transfer_functions"], transferNames);
  const handoffProblems = references("E_HANDOFF_UNKNOWN", configuration["handoffs"], namesOf(handoffs));
  const found: Problem[] = [
    ...uniqueNameProblems("transfer_functions", "transfer function", transfers),
    ...uniqueNameProblems("handoffs", "handoff", handoffs),
    ...uniqueNameProblems("topics", "topic", topics),
    ...uniqueNameProblems("tasks", "task", tasks),
    ...functionNameProblems(handoffs, transferNames),
  ];
  transfers.forEach((transfer, i) => {
    found.push(...textProblems(`/transfer_functions/${i}`, objectIn(transfer), ["purpose"]));
  });
  handoffs.forEach((item, i) => {
    const handoff = objectIn(item);
    const at = `/handoffs/${i}`;
    found.push(...textProblems(at, handoff, ["name", "description", ...INSTRUCTIONS]));
    listIn(handoff["destination"]).forEach((queue, q) => {
      const queueAt = `${at}/destination/${q}`;
      found.push(...queueProblems(queueAt, objectIn(queue), zones));
      const transfer = objectIn(queue)["transfer_function_name"];
      // A malformed name is reported by its shape.
      if (typeof transfer !== "string" || !TRANSFER_NAME.test(transfer)) return;
      found.push(...transferProblems(pointerTo(queueAt, "transfer_function_name"), transfer));
    });
  });
  for (const [list, items, field] of [
    ["topics", topics, "handoff_scenarios"],
    ["tasks", tasks, "handoffs"],
  ] as const) {
    items.forEach((item, i) => {
      const at = `/${list}/${i}`;
      const names = listIn(objectIn(item)[field]);
      found.push(...textProblems(at, objectIn(item), ["name", "instructions"]));
      found.push(...itemProblems(pointerTo(at, field), names));
      names.forEach((name, n) => {
        found.push(...handoffProblems(`${at}/${field}/${n}`, name));
      });
    });
  }
  return found;
}

const TRANSFER_NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
/** A hint costs a look at every known name, so a document full of wrong ones gets this many. */
const MOST_HINTS = 100;
/** The transfer functions of a bare destination exist elsewhere; they must not be named as its one handoff's function. */
function bareQueueProblems(pointer: string, queue: LooseObject, zones: ZoneSource): readonly Problem[] {
  const found = queueProblems(pointer, queue, zones);
  const transfer = queue["transfer_function_name"];
  if (transfer !== functionName(DEFAULT_HANDOFF)) return found;
  const at = pointerTo(pointer, "transfer_function_name");
  return [...found, problem("E_SLUG_RESERVED", at, transfer, quoteName(transfer))];
}

const INSTRUCTIONS = ["agent_available_instructions", "agent_unavailable_instructions"] as const;

function namesOf(items: readonly unknown[]): ReadonlySet<string> {
  return new Set(items.map((item) => textIn(objectIn(item)["name"])).filter((name) => name !== undefined));
}

function textProblems(pointer: string, object: LooseObject, fields: readonly string[]): readonly Problem[] {
  return fields.flatMap((field) => {
    const text = textIn(object[field]);
    if (text === undefined) return [];
    const at = pointerTo(pointer, field);
    return field === "name" ? nameProblems(at, text) : proseProblems(at, text);
  });
}

/** Says of names whether they are known. When the list of known ones is missing, that one problem is enough. */
function references(
  code: "E_TRANSFER_UNKNOWN" | "E_HANDOFF_UNKNOWN",
  list: unknown,
  known: ReadonlySet<string>,
): (pointer: string, name: unknown) => readonly Problem[] {
  let hints = 0;
  return (pointer, name) => {
    if (!Array.isArray(list) || typeof name !== "string" || known.has(name)) return [];
    const near = hints++ < MOST_HINTS ? nearest(name, known) : [];
    return [problem(code, pointer, name, quoteName(name), didYouMean(near.map(quoteName)))];
  };
}
