import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Answer } from '../api/contract';
import { question } from '../api/queries';
import { type Status, STATUSES, URGENCY } from '../status/status';

export type Health = Answer<'/health'>;
/** What needs attention: an asset that is not well by itself, with what waits for it. */
export type Cause = Health['attention']['items'][number];

export const useHealth = (limit: number): UseQueryResult<Health> =>
  useQuery({ ...question('/health', { limit }), placeholderData: keepPreviousData });

export interface Share {
  status: Status;
  count: number;
}

/** How many stand how, fresh first and then the worst, without those there are none of. */
export function sharesOf(statuses: Health['statuses']): Share[] {
  const order: readonly Status[] = ['fresh', ...URGENCY.filter((status) => status !== 'fresh')];
  return order.filter((status) => STATUSES.includes(status) && (statuses[status] ?? 0) > 0).map((status) => ({ status, count: statuses[status] }));
}

/** The answer to the question everybody comes with. */
export function verdictOf(health: Health): string {
  const { assets, statuses, attention } = health;
  if (health.looking != null) return 'Not known yet: what is there is being looked at.';
  const fresh = statuses.fresh ?? 0;
  if (fresh === assets) return assets === 1 ? 'The one asset is fresh.' : `All ${assets.toLocaleString('en')} assets are fresh.`;
  const total = attention.total ?? 0;
  const things = total === 1 ? 'One thing needs' : `${total.toLocaleString('en')} things need`;
  const well = `${fresh.toLocaleString('en')} of ${assets.toLocaleString('en')} assets ${fresh === 1 ? 'is' : 'are'} fresh.`;
  return total === 0 ? `${well} Nothing needs your attention.` : `${well} ${things} your attention.`;
}

/** What to plan for a cause: what is wrong, and what waits for it. */
export const selectionOf = ({ asset, downstream }: Cause): string => (downstream > 0 ? `${asset}+` : asset);
