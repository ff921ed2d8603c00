/** How many leaves a list may have so that rows, with half a byte for each day, can tell which. */
export const MOST_PLACES = 16;

/** Words of a long list before its leaves: a byte for each day of an era. */
export const PLACE_WORDS = 64;

const WIDTH = 15;
const LONG = 16;

/** What of a list is not where it begins. */
export const KIND: number = WIDTH | LONG;

/**
 * The leaves of a schedule in an era, all of one width and side by side, as one number:
 *
 *     bits 0 to 3   the width of its leaves
 *     bit 4         whether it is long: then it has more than {@link MOST_PLACES} leaves, and before them the place of each
 *                   day of the era, lowest byte first, which rows cannot tell
 *     from bit 5    half of where it begins
 *
 * INVARIANT (even lists): lists begin at even words, so `list >>> 4` is where one that is not long begins.
 */
export function listOf(start: number, width: number, isLong: boolean): number {
  return (start << 4) | (isLong ? LONG : 0) | width;
}

/** The same list among words that were moved, by an even number. */
export function moveList(list: number, by: number): number {
  return (list + (by << 4)) | 0;
}

export function widthIn(list: number): number {
  return list & WIDTH;
}

export function isLong(list: number): boolean {
  return (list & LONG) !== 0;
}

/** Lists of one kind have leaves of one width, and are both long or both not. */
export function kindOf(list: number): number {
  return list & KIND;
}

/** Words of a list of so many leaves. */
export function sizeOf(list: number, leaves: number): number {
  return (isLong(list) ? PLACE_WORDS : 0) + (leaves << widthIn(list));
}

export function startIn(list: number): number {
  return (list >>> 5) << 1;
}

/** Where the leaf begins of the day whose place is `place` in rows; `day`, counted from the beginning of any era. */
export function leafAt(words: Int32Array, list: number, place: number, day: number): number {
  const start = startIn(list);
  if (!isLong(list)) return start + (place << widthIn(list));
  // The processor shifts by the lowest five bits.
  const own = ((words[start + ((day & 0xff) >> 2)] as number) >> (day << 3)) & 0xff;
  return start + PLACE_WORDS + (own << widthIn(list));
}
