import { getRouteApi } from '@tanstack/react-router';
import { type ComponentType, lazy } from 'react';
import type { AssetDetail } from '../api/types';
import { Overview } from './Overview';

/** One view of an asset, at `?tab=` and its name; its script comes when it is opened. */
export interface Tab {
  readonly name: string;
  readonly title: string;
  readonly body: ComponentType<{ readonly detail: AssetDetail }>;
  /** Whether there is anything to see in it. */
  readonly has: (detail: AssetDetail) => boolean;
}

const TABS: readonly Tab[] = [
  { name: 'overview', title: 'Overview', body: Overview, has: () => true },
  {
    name: 'partitions',
    title: 'Partitions',
    body: lazy(() => import('../partitions/PartitionsTab').then(({ PartitionsTab }) => ({ default: PartitionsTab }))),
    has: ({ asset }) => asset.partitions != null,
  },
  {
    name: 'columns',
    title: 'Columns',
    body: lazy(() => import('../columns/ColumnsTab').then(({ ColumnsTab }) => ({ default: ColumnsTab }))),
    has: () => true,
  },
  {
    name: 'data',
    title: 'Data',
    body: lazy(() => import('../data/DataTab').then(({ DataTab }) => ({ default: DataTab }))),
    has: () => true,
  },
  {
    name: 'runs',
    title: 'Runs',
    body: lazy(() => import('../runs/RunsTab').then(({ RunsTab }) => ({ default: RunsTab }))),
    has: () => true,
  },
  {
    name: 'definition',
    title: 'Definition',
    body: lazy(() => import('./DefinitionTab').then(({ DefinitionTab }) => ({ default: DefinitionTab }))),
    has: () => true,
  },
];

export const tabsOf = (detail: AssetDetail): readonly Tab[] => TABS.filter(({ has }) => has(detail));

const route = getRouteApi('/assets/$');

/** The tab of the address, or the first. */
export function useTab(detail: AssetDetail): Tab {
  const { tab } = route.useSearch();
  const tabs = tabsOf(detail);
  return tabs.find(({ name }) => name === tab) ?? tabs[0];
}
