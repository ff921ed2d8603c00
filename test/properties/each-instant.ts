import type { Engine, Request } from "../../src/index.ts";
import type { Scenario } from "./arbitraries.ts";
import { engineFor } from "./engine-for.ts";
import { failure } from "./failure.ts";
import { instantsOf } from "./instants.ts";

export type Fail = (what: string, answers: object) => Error;

export type Asked = Request & { readonly at: number };

export function forEachInstant(
  given: Scenario,
  check: (at: number, request: Asked, engine: Engine, fail: Fail) => void,
): void {
  const engine = engineFor(given);
  instantsOf(given, engine).forEach((at, i) => {
    const request = { ...given.requests[i % given.requests.length], at };
    check(at, request, engine, (what, answers) => failure(what, given, at, { ...answers, request }));
  });
}
