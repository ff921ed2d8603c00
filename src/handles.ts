import type { Handoff } from "./handoff.ts";
import { hasSameQueues } from "./resolve/routes.ts";
import type { State } from "./state.ts";

/**
 * The handles of handoffs that an engine has handed out. Each notes where in the tables it stands, and is told when other
 * tables serve: an answer then need not ask.
 */
export class Handles {
  readonly #byName = new Map<string, Handoff>();
  /** By the handoff's number in the state that serves: finding 100,000 by their names takes as long as a replace. */
  #numbered: (Handoff | undefined)[] = [];
  #gone: Handoff[] = [];

  get(name: string): Handoff | undefined {
    return this.#byName.get(name);
  }

  add(handle: Handoff, { handoffs }: State): void {
    this.#byName.set(handle.name, handle);
    this.#numbered[handoffs.get(handle.name) as number] = handle;
  }

  /** Nothing of the host's may be called from here, so that all handles go over to the tables that serve. */
  follow(before: State, state: State): void {
    if (before.handoffs !== state.handoffs) this.#numberAnew(state);
    for (const handle of this.#gone) handle.follow(before, state, undefined);
    this.#numbered.forEach((handle, handoff) => {
      const isSame = before.handoffs === state.handoffs && hasSameQueues(before.table, state.table, handoff);
      if (isSame) handle?.moveTo(state.table.firstQueue[handoff] as number);
      else handle?.follow(before, state, handoff);
    });
  }

  #numberAnew({ handoffs }: State): void {
    this.#numbered = [];
    this.#gone = [];
    for (const [name, handle] of this.#byName) {
      const handoff = handoffs.get(name);
      if (handoff === undefined) this.#gone.push(handle);
      else this.#numbered[handoff] = handle;
    }
  }
}
