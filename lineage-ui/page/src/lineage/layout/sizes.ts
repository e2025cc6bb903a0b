/** Sizes of closed boxes. */
export const ASSET = { width: 190, height: 44 };
export const GROUP = { width: 190, height: 68 };
export const DOMAIN = { width: 230, height: 92 };

/** An asset that shows its columns: below what it shows while closed, a line for each. */
export const LINES = { width: 250, height: 20, foot: 6 };

/** How far from the right and the top of an asset its expander reaches. */
export const EXPANDER = 26;

/** The columns that an asset shows in the picture; of others it says how many there are. */
export const MOST_LINES = 24;
