import { configurationShape, destinationShape, type Shape, type ShapeError } from "./generated/shape.js";
import type { LooseObject } from "./loose.ts";
import { SoundShapes } from "./sound-shapes.ts";
import type { Unchanged } from "./unchanged.ts";

/**
 * Every error that the schemas find. What is unchanged, and handoffs (queues, in a destination) of which each part is
 * sound, are left out of what the schemas are asked about as a whole.
 */
export function shapeErrors(root: object, unchanged: Unchanged): readonly ShapeError[] {
  const sound = new SoundShapes();
  if (Array.isArray(root)) {
    const queues = positions(root, (q) => !sound.hasQueue(root[q]));
    const rest = queues.map((q) => root[q]);
    return errorsOf(destinationShape, rest).map((error) => moved(error, "/", queues));
  }
  const rest: { [list: string]: unknown } = { ...root };
  for (const list of ["transfer_functions", "topics", "tasks"] as const) if (unchanged.has(list)) rest[list] = [];
  const { handoffs: list } = root as LooseObject;
  if (!Array.isArray(list)) return errorsOf(configurationShape, rest);
  const handoffs = positions(list, (h) => !sound.hasHandoff(list[h]), unchanged.changed(list));
  rest["handoffs"] = handoffs.map((h) => list[h]);
  return errorsOf(configurationShape, rest).map((error) => moved(error, "/handoffs/", handoffs));
}

/** Positions to ask about, among `candidates`; the first one when there are none, as the list is not empty. */
function positions(
  items: readonly unknown[],
  isAsked: (position: number) => boolean,
  candidates: Iterable<number> = items.keys(),
): readonly number[] {
  const asked: number[] = [];
  for (const position of candidates) if (isAsked(position)) asked.push(position);
  return asked.length === 0 && items.length > 0 ? [0] : asked;
}

function errorsOf(shape: Shape, data: unknown): readonly ShapeError[] {
  return shape(data) ? [] : (shape.errors ?? []);
}

/** The error with the place in the whole list, which begins at `list`, instead of that among the `positions`. */
function moved(error: ShapeError, list: string, positions: readonly number[]): ShapeError {
  const { instancePath } = error;
  if (!instancePath.startsWith(list)) return error;
  const end = instancePath.indexOf("/", list.length);
  const rest = end === -1 ? "" : instancePath.slice(end);
  const position = positions[Number(instancePath.slice(list.length, end === -1 ? undefined : end))];
  return { ...error, instancePath: `${list}${position}${rest}` };
}
