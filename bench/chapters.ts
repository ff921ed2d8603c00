import { bundledParts } from "./bundled-parts.ts";
import { coldStartComparison } from "./cold-start-comparison.ts";
import type { CountComparison, TimeComparison } from "./comparison.ts";
import { compileComparison } from "./compile-comparison.ts";
import { diffComparison } from "./diff-comparison.ts";
import type { Form } from "./form.ts";
import { lives } from "./hosts/lives.ts";
import { hoursComparison } from "./hours-comparison.ts";
import { lookupComparison } from "./lookup-comparison.ts";
import { memoryComparison } from "./memory-comparison.ts";
import { nowComparison } from "./now-comparison.ts";
import { replaceComparison } from "./replace-comparison.ts";
import { resolveComparison } from "./resolve-comparison.ts";
import { rollComparison } from "./roll-comparison.ts";
import { sizesComparison } from "./sizes-comparison.ts";
import { stretchComparison } from "./stretch-comparison.ts";
import { workersComparison } from "./workers-comparison.ts";
import { zonesComparison } from "./zones-comparison.ts";

/** What is measured in one process, since it shares its engines. `peers`: whether those to be installed are there. */
export type Chapter = (
  form: Form,
  peers: boolean,
) => readonly (TimeComparison | CountComparison)[] | Promise<readonly (TimeComparison | CountComparison)[]>;

/** In the order of the page. */
export const CHAPTERS: { readonly [name: string]: Chapter } = {
  lookup: async (form, peers) => [await lookupComparison(form, await bundledParts(), peers)],
  hours: (form) => [hoursComparison(form)],
  resolve: (form) => [resolveComparison(form), nowComparison(form), sizesComparison(form)],
  workers: async (form) => [await workersComparison(form)],
  zones: (form) => [zonesComparison(form)],
  compile: async (form) => [compileComparison(form, await bundledParts())],
  hosts(form) {
    const told = lives(form);
    return [coldStartComparison(told), replaceComparison(told), stretchComparison(told)];
  },
  roll: async (form) => [rollComparison(form, await bundledParts())],
  diff: (form) => [diffComparison(form)],
  memory: async (form) => [memoryComparison(form, await bundledParts())],
};
