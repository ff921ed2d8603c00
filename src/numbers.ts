import { type HandoffPlaces, handoffPlaces, indexIn, placeFor } from "./handoff-places.ts";
import type { RoutingTable } from "./resolve/build-routing-table.ts";
import type { Resolution } from "./resolve/resolution.ts";
import { NO_QUEUE } from "./resolve/routes.ts";
import type { State } from "./state.ts";

/** What is searched by number. */
export interface ByNumber extends Pick<RoutingTable, "queues" | "languages"> {
  /** None where no handoff stands. */
  readonly answers: readonly (Resolution | undefined)[];
}

/** So many places more than are taken, for handoffs that are gone when their number is asked for. */
const SPARE = 64;

/** What places are multiplied by, and numbers, modulo 2^32: one undoes the other. */
const MIX = 0x6fbbdd31;
export const UNMIX = 0x5bd1;

/**
 * Numbers of handoffs, for hosts that ask by number: what they wait for is the memory of the answer, and not that of a handle.
 *
 * A number is the place of the handoff's queues, so that nothing need be looked up. It is mixed and salted: what is no number
 * of this engine (an index, a number kept from before a restart, another engine's, the next one) leads to a place that there
 * is not, but for one in ten thousand where there are 100,000 handoffs.
 *
 * INVARIANT (a place is one handoff's): once numbers have been given, no place goes to another handoff, whatever is replaced.
 * Where a number was given, {@link Numbers.table} has the queues of this handoff, or no answer.
 */
export class Numbers {
  readonly salt: number = (Math.random() * 2 ** 32) | 0;
  /** The table that serves as long as all stand in it where their numbers say, else one like it in which they do. */
  table: ByNumber;
  #isGiven = false;
  #places: HandoffPlaces | undefined;
  /** The places of the handoffs that serve, by their number in the state. */
  #kept: readonly number[] = [];

  constructor({ table }: State) {
    this.table = table;
  }

  /** Good for ever, and the same until a replace gives the handoff more queues than it has room for. */
  numberOf(name: string, state: State): number {
    this.#isGiven = true;
    return this.#numberAt(this.#placeOf(name, state));
  }

  /** Of the handoff that has this number; undefined when none has. */
  nameOf(number: number, { table, configuration }: State): string | undefined {
    const place = Math.imul(number ^ this.salt, UNMIX);
    if (this.#numberAt(place) !== number) return undefined;
    if (this.#places === undefined) return configuration.handoffs[indexIn(table.firstQueue, place)]?.name;
    return this.#places.names[indexIn(this.#places.starts, place)];
  }

  /** Before another table serves, since it may need memory that there is not. */
  follow(before: State, state: State): void {
    const { table, handoffs } = state;
    const stayed = before.handoffs === handoffs && isEqual(before.table.firstQueue, table.firstQueue);
    if (!this.#isGiven || (stayed && this.table === before.table)) this.table = table;
    else this.#keepPlaces(before, state, stayed);
  }

  #numberAt(place: number): number {
    return Math.imul(place, MIX) ^ this.salt;
  }

  #placeOf(name: string, state: State): number {
    const handoff = state.handoffs.get(name);
    if (this.#places === undefined && handoff !== undefined) return state.table.firstQueue[handoff] as number;
    this.#places ??= handoffPlaces(state);
    const { byName, starts } = this.#places;
    if (!byName.has(name)) {
      // It is gone, and may come back.
      const place = placeFor(this.#places, name, 1);
      if (2 * place >= this.table.queues.length) this.#keepPlaces(state, state, false);
    }
    return starts[byName.get(name) as number] as number;
  }

  /** `stayed`: all handoffs stand in the serving table where they stood, and `#kept` is of them. */
  #keepPlaces(before: State, { table, configuration: { handoffs } }: State, stayed: boolean): void {
    this.#places ??= handoffPlaces(before);
    const places = this.#places;
    const kept = stayed
      ? this.#kept
      : handoffs.map(({ name, destination }) => placeFor(places, name, destination.length + 1));
    const isSame = isEqual([...kept, places.end], table.firstQueue);
    this.table = isSame ? table : placed(table, kept, places.end + SPARE);
    this.#kept = kept;
  }
}

/** The handoffs of a table at other places, and nothing between. */
function placed(
  { firstQueue, queues, languages, answers }: RoutingTable,
  places: readonly number[],
  end: number,
): ByNumber {
  const there = new Int32Array(2 * end).fill(NO_QUEUE);
  // Pushed: an array with holes is read in another way.
  const answersThere: (Resolution | undefined)[] = [];
  while (answersThere.length < end) answersThere.push(undefined);
  places.forEach((place, handoff) => {
    const [first, behind] = [firstQueue[handoff] as number, firstQueue[handoff + 1] as number];
    there.set(queues.subarray(2 * first, 2 * behind), 2 * place);
    for (let q = first; q < behind; q++) answersThere[place + q - first] = answers[q];
  });
  return Object.freeze({ queues: there, languages, answers: answersThere });
}

function isEqual(some: ArrayLike<number>, others: ArrayLike<number>): boolean {
  for (let i = 0; i < some.length; i++) if (some[i] !== others[i]) return false;
  return some.length === others.length;
}
