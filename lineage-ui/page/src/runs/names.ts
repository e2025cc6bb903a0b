/** The end of an id differs soonest: its beginning is the time. */
export const shortOf = (id: string): string => (id.length > 14 ? `…${id.slice(-12)}` : id);
