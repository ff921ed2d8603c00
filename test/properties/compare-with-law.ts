import type { HandoffConfiguration } from "../../src/config/types.ts";
import type { Handoff, Request } from "../../src/index.ts";
import { lawIsOpen, lawResolve } from "../oracle/law.ts";
import type { Scenario } from "./arbitraries.ts";
import { engineFor } from "./engine-for.ts";
import { failure } from "./failure.ts";
import { instantsOf } from "./instants.ts";
import type { Oracle } from "./oracles.ts";

/**
 * Throws at the first instant at which the engine and the oracles do not all agree; returns how many pairs of an
 * instant and a queue or handoff it compared.
 */
export function compareWithLaw(scenario: Scenario, oracles: readonly Oracle[]): number {
  const engine = engineFor(scenario);
  const handoffs = engine.handoffs;
  const instants = instantsOf(scenario, engine);
  let compared = 0;
  instants.forEach((at, i) => {
    const request = { ...scenario.requests[i % scenario.requests.length], at };
    handoffs.forEach((handoff, h) => {
      const configuration = scenario.configuration.handoffs[h] as HandoffConfiguration;
      compared += compareHandoff(handoff, configuration, request, oracles, (what, answers) =>
        failure(what, scenario, at, answers),
      );
    });
  });
  return compared;
}

function compareHandoff(
  handoff: Handoff,
  { destination }: HandoffConfiguration,
  request: Request & { readonly at: number },
  oracles: readonly Oracle[],
  fail: (what: string, answers: object) => Error,
): number {
  const { at } = request;
  const { queues } = handoff;
  destination.forEach((queue, q) => {
    const engine = queues[q]?.isOpen(at);
    for (const { library, temporal } of oracles) {
      const law = lawIsOpen(queue, at, temporal);
      if (law !== engine) throw fail(`${handoff.name} queue ${q} isOpen`, { engine, [library]: law });
    }
  });
  const resolution = handoff.resolve(request);
  const engine = resolution.available ? [resolution.queue, resolution.transfer_function_name] : "unavailable";
  for (const { library, temporal } of oracles) {
    const chosen = destination[lawResolve(destination, request, temporal)];
    const law = chosen ? [chosen.name, chosen.transfer_function_name] : "unavailable";
    if (String(law) === String(engine)) continue;
    const { channel, language } = request;
    throw fail(`${handoff.name} resolve`, { channel, language, engine, [library]: law });
  }
  return destination.length + 1;
}
