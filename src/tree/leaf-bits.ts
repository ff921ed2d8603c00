// What lies where in a word of a leaf, from the lowest bit on: a file of its own, so that bundlers write it in as numbers.

export const SECOND_BIT = 1;
export const SECOND_GUARD = 12;
export const FIRST_BIT = 13;
export const FIRST_GUARD = 24;

export const GUARDS: number = (1 << FIRST_GUARD) | (1 << SECOND_GUARD);

/** What is neither a guard nor whether the day begins open. */
export const BOUNDARIES: number = (((1 << 11) - 1) << FIRST_BIT) | (((1 << 11) - 1) << SECOND_BIT);
