/** Where the end of a log is asked for, however long it is. */
export const END = 999_999_999;
/** How many lines are asked for at once. */
export const PAGE = 500;

/** Asks for the end of the log of a run, as its page does at first. */
export const lastLines = (run: string) => ({ id: run, before: END, limit: PAGE });
