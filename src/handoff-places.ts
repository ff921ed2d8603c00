import type { State } from "./state.ts";

/** Where the queues of handoffs stand, of all handoffs that there ever were since a number was given. */
export interface HandoffPlaces {
  /** Ascending: the room of each ends where the next begins. */
  readonly starts: number[];
  /** Of the handoff at each. */
  readonly names: string[];
  /** Which of them each handoff has now: it may have grown out of others. */
  readonly byName: Map<string, number>;
  /** Behind the last room. */
  end: number;
}

export function handoffPlaces({ table, configuration }: State): HandoffPlaces {
  const starts = [...table.firstQueue];
  const end = starts.pop() as number;
  const names = configuration.handoffs.map(({ name }) => name);
  return { starts, names, byName: new Map(names.map((name, i) => [name, i])), end };
}

/** Where it stands, when it has room enough there; else behind all. */
export function placeFor(places: HandoffPlaces, name: string, room: number): number {
  const { starts, names, byName } = places;
  const known = byName.get(name);
  if (known !== undefined && (starts[known + 1] ?? places.end) - (starts[known] as number) >= room) {
    return starts[known] as number;
  }
  const place = places.end;
  byName.set(name, starts.push(place) - 1);
  names.push(name);
  places.end += room;
  return place;
}

/** Where `start` is among them, or -1. */
export function indexIn(starts: ArrayLike<number>, start: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < start) low = middle + 1;
    else high = middle;
  }
  return starts[low] === start ? low : -1;
}
