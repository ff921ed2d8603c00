/** More date exceptions than anyone reviews. */
export const MOST_DATES = 1000;
