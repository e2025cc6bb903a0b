import type { Partitions } from '../api/types';
import { type Status, statusOf } from '../status/status';

/** Partitions that follow each other and are alike. */
export interface Stretch {
  readonly first: string;
  readonly last: string;
  /** How much of the strip it takes: how many partitions it is. */
  readonly share: number;
  readonly status: Status;
}

/** More of them than this could not be seen in a strip: neighbours share a place, and the worst of them shows. */
const MOST = 240;

/** What is published is fresh as far as a partition can tell by itself. */
export const wordOf = (state: string): string => (state === 'published' ? 'fresh' : state);

export function stretchesOf({ states }: Partitions, most: number = MOST): Stretch[] {
  const all = Object.entries(states).flatMap(([state, { ranges }]) =>
    ranges.map(({ first, last, count }) => ({ first, last, share: count, status: statusOf(wordOf(state)) })),
  );
  all.sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  if (all.length <= most) return all;
  const size = Math.ceil(all.length / most);
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => merged(all.slice(i * size, (i + 1) * size)));
}

const BAD: readonly Status[] = ['rejected', 'tainted', 'missing', 'skipped', 'fresh'];

function merged(stretches: readonly Stretch[]): Stretch {
  const worst = BAD.find((status) => stretches.some((stretch) => stretch.status === status)) ?? stretches[0].status;
  const share = stretches.reduce((sum, stretch) => sum + stretch.share, 0);
  return { first: stretches[0].first, last: stretches[stretches.length - 1].last, share, status: worst };
}
