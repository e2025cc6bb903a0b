/** How an asset stands: a word, a shape and a colour, so that none of them has to carry it alone. */
export const STATUSES = ['fresh', 'stale', 'missing', 'failed', 'rejected', 'tainted', 'running', 'skipped', 'unknown'] as const;
export type Status = (typeof STATUSES)[number];

export const SHAPES: Record<Status, string> = {
  fresh: '●',
  stale: '▲',
  missing: '◌',
  failed: '✕',
  rejected: '■',
  tainted: '◆',
  running: '◐',
  skipped: '–',
  unknown: '?',
};

/** Worst first: what a person has to look at. */
export const URGENCY: readonly Status[] = ['failed', 'rejected', 'tainted', 'stale', 'running', 'missing', 'skipped', 'unknown', 'fresh'];

/** A word of the server, or `unknown` where it says one this page does not know. */
export function statusOf(word: string): Status {
  return (STATUSES as readonly string[]).includes(word) ? (word as Status) : 'unknown';
}

export const variableOf = (status: Status): string => `--status-${status}`;
