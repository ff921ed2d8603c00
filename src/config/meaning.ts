import type { ZoneSource } from "../time/zone.ts";
import { DEFAULT_HANDOFF } from "./bare-destination.ts";
import { functionName } from "./function-name.ts";
import { inputParametersProblems } from "./input-parameters.ts";
import { InstructionMeaning } from "./instruction-meaning.ts";
import { KnownNames } from "./known-names.ts";
import { type LooseObject, listIn, objectIn } from "./loose.ts";
import { functionNameProblems, uniqueNameProblems } from "./names.ts";
import { pointerTo } from "./pointer.ts";
import { joined, NO_PROBLEMS, type Problem, problem } from "./problem.ts";
import { itemProblems, QueueMeaning } from "./queue-meaning.ts";
import { quoteName } from "./quote.ts";
import { textProblems } from "./text.ts";
import type { Unchanged } from "./unchanged.ts";

const LISTS = [
  { list: "transfer_functions", noun: "transfer function" },
  { list: "handoffs", noun: "handoff" },
  { list: "topics", noun: "topic" },
  { list: "tasks", noun: "task" },
] as const;

const SCENARIOS = [
  { list: "topics", field: "handoff_scenarios" },
  { list: "tasks", field: "handoffs" },
] as const;

/**
 * What the schemas cannot see: names, references, dates, zones, languages. Reads wrongly shaped data as far as it can.
 * Of what is unchanged, only what its neighbours may have broken is looked at.
 */
export function meaningProblems(
  root: unknown,
  zones: ZoneSource,
  unchanged: Unchanged,
  tick?: (handoff: number, of: number) => void,
): readonly Problem[] {
  const queues = new QueueMeaning(zones);
  if (Array.isArray(root)) {
    return root.flatMap((queue, q) => bareQueueProblems(() => `/${q}`, objectIn(queue), queues));
  }
  const configuration = objectIn(root);
  const handoffs = listIn(configuration["handoffs"]);
  const hasSameNames = unchanged.hasNamesOf(handoffs);
  const knownTransfers = new KnownNames(configuration["transfer_functions"]);
  const knownHandoffs = new KnownNames(configuration["handoffs"]);
  const instructions = new InstructionMeaning(handoffs);
  const found: Problem[] = [];
  const add = (problems: readonly Problem[]) => {
    for (const one of problems) found.push(one);
  };

  for (const { list, noun } of LISTS) {
    const isKnown = list === "handoffs" ? hasSameNames : unchanged.has(list);
    if (!isKnown) add(uniqueNameProblems(list, noun, listIn(configuration[list])));
  }
  if (!hasSameNames) add(functionNameProblems(handoffs, knownTransfers));
  if (!unchanged.has("transfer_functions")) {
    listIn(configuration["transfer_functions"]).forEach((transfer, t) => {
      add(textProblems(() => `/transfer_functions/${t}`, objectIn(transfer), ["purpose"]));
      const parameters = objectIn(transfer)["input_parameters"];
      add(inputParametersProblems(`/transfer_functions/${t}/input_parameters`, parameters));
    });
  }

  const changed = unchanged.changed(handoffs);
  let changes = 0;
  // One of each for all handoffs and queues: they are asked only while that one is looked at.
  let [h, q] = [0, 0];
  const atHandoff = () => `/handoffs/${h}`;
  const atQueue = () => `/handoffs/${h}/destination/${q}`;
  for (h = 0; h < handoffs.length; h++) {
    if (h % 256 === 0) tick?.(h, handoffs.length);
    const isChanged = changed[changes] === h;
    if (isChanged) changes++;
    else if (unchanged.has("transfer_functions")) continue;
    const handoff = objectIn(handoffs[h]);
    if (isChanged) {
      add(textProblems(atHandoff, handoff, HANDOFF_TEXTS));
      add(instructions.handoffProblems(atHandoff, handoff));
    }
    const destination = listIn(handoff["destination"]);
    for (q = 0; q < destination.length; q++) {
      const queue = objectIn(destination[q]);
      if (isChanged) add(queues.problems(atQueue, queue));
      add(transferProblems(atQueue, queue["transfer_function_name"], knownTransfers));
    }
  }
  tick?.(handoffs.length, handoffs.length);

  for (const { list, field } of SCENARIOS) {
    if (unchanged.has(list) && hasSameNames) continue;
    listIn(configuration[list]).forEach((item, i) => {
      const at = () => `/${list}/${i}`;
      const names = listIn(objectIn(item)[field]);
      if (!unchanged.has(list)) {
        add(textProblems(at, objectIn(item), ["name", "instructions"]));
        add(instructions.useProblems(at, objectIn(item), names));
        add(itemProblems(`${at()}/${field}`, names));
      }
      names.forEach((name, n) => {
        add(knownHandoffs.problems("E_HANDOFF_UNKNOWN", () => `${at()}/${field}/${n}`, name));
      });
    });
  }
  return found;
}

const HANDOFF_TEXTS = [
  "name",
  "description",
  "agent_available_instructions",
  "agent_unavailable_instructions",
] as const;

const TRANSFER_NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;

function transferProblems(at: () => string, name: unknown, known: KnownNames): readonly Problem[] {
  // A malformed name is reported by its shape.
  if (typeof name !== "string" || known.has(name) || !TRANSFER_NAME.test(name)) return NO_PROBLEMS;
  return known.problems("E_TRANSFER_UNKNOWN", () => pointerTo(at(), "transfer_function_name"), name);
}

/** The transfer functions of a bare destination exist elsewhere; they must not be named as its one handoff's function. */
function bareQueueProblems(at: () => string, queue: LooseObject, queues: QueueMeaning): readonly Problem[] {
  const found = queues.problems(at, queue);
  const transfer = queue["transfer_function_name"];
  if (transfer !== functionName(DEFAULT_HANDOFF)) return found;
  const pointer = pointerTo(at(), "transfer_function_name");
  return joined(found, [problem("E_SLUG_RESERVED", pointer, transfer, quoteName(transfer))]);
}
