import type { QueueConfiguration } from "../../src/config/types.ts";
import type { Handoff } from "../../src/index.ts";
import { lawIsEligible } from "../oracle/law.ts";
import type { Asked, Fail } from "./each-instant.ts";

/** What `explain` says of each queue against what the queue and the handoff answer. */
export function checkExplanation(handoff: Handoff, request: Asked, fail: Fail): void {
  const resolution = handoff.resolve(request);
  const explanation = handoff.explain(request);
  if (explanation.resolution !== resolution) throw fail("explain.resolution, resolve", { explanation, resolution });
  let chosen = false;
  explanation.queues.forEach(({ verdict, queue, text }, q) => {
    const configured = handoff.queues[q]?.configuration as QueueConfiguration;
    const open = handoff.queues[q]?.isOpen(request.at);
    const eligible = lawIsEligible(configured, request);
    const expected = !eligible
      ? ["disabled", "channel", "language"]
      : !open
        ? ["closed"]
        : [chosen ? "later" : "chosen"];
    if (!expected.includes(verdict) || queue !== configured.name || text === "") {
      throw fail("explain, isOpen", { q, verdict, expected, queue, text });
    }
    if (verdict === "chosen") {
      chosen = true;
      const { transfer_function_name } = configured;
      const same = resolution.available && resolution.transfer_function_name === transfer_function_name;
      if (!same || resolution.queue !== queue) throw fail("explain chosen, resolve", { q, resolution });
    }
  });
  if (chosen !== resolution.available) throw fail("explain, resolve.available", { chosen, resolution });
}
