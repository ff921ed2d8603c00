import type { Scenario } from "./arbitraries.ts";

/** All that is needed to see a failure again without the generator. */
export function failure(what: string, scenario: Scenario, at: number | undefined, answers: object): Error {
  const { configuration, now, window } = scenario;
  return new Error(
    [
      what,
      `at: ${at === undefined ? "-" : `${new Date(at).toISOString()} (${at})`}`,
      `answers: ${JSON.stringify(answers)}`,
      `now: ${new Date(now).toISOString()}, window: ${JSON.stringify(window)}`,
      `configuration: ${JSON.stringify(configuration)}`,
    ].join("\n"),
  );
}
