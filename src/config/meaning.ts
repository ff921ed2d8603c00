import type { ZoneSource } from "../time/zone.ts";
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
  if (Array.isArray(root)) return root.flatMap((queue, i) => queueProblems(`/${i}`, objectIn(queue), zones));
  const configuration = objectIn(root);
  const transfers = listIn(configuration["transfer_functions"]);
  const handoffs = listIn(configuration["handoffs"]);
  const topics = listIn(configuration["topics"]);
  const tasks = listIn(configuration["tasks"]);
  const transferNames = namesOf(transfers);
  const handoffNames = namesOf(handoffs);
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
      const transferAt = pointerTo(queueAt, "transfer_function_name");
      found.push(...referenceProblems("E_TRANSFER_UNKNOWN", transferAt, transfer, transferNames));
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
        found.push(...referenceProblems("E_HANDOFF_UNKNOWN", `${at}/${field}/${n}`, name, handoffNames));
      });
    });
  }
  return found;
}

const INSTRUCTIONS = ["agent_available_instructions", "agent_unavailable_instructions"] as const;

function namesOf(items: readonly unknown[]): ReadonlySet<string> {
  return new Set(items.map((item) => textIn(objectIn(item)["name"])).filter((name) => name !== undefined));
}

function textProblems(pointer: string, object: LooseObject, fields: readonly string[]): readonly Problem[] {
  return fields.flatMap((field) => {
    const text = textIn(object[field]);
    // An empty name is reported by its shape.
    if (text === undefined || text === "") return [];
    const at = pointerTo(pointer, field);
    return field === "name" ? nameProblems(at, text) : proseProblems(at, text);
  });
}

function referenceProblems(
  code: "E_TRANSFER_UNKNOWN" | "E_HANDOFF_UNKNOWN",
  pointer: string,
  name: unknown,
  known: ReadonlySet<string>,
): readonly Problem[] {
  if (typeof name !== "string" || known.has(name)) return [];
  return [problem(code, pointer, name, quoteName(name), didYouMean(nearest(name, known).map(quoteName)))];
}
