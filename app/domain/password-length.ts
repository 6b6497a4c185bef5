/** Shortest and longest password, in characters. Apart from the hashing, so that pages can name them. */
export const passwordMinimum = 12;
export const passwordMaximum = 200;
