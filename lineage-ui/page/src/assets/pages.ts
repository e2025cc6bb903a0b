import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { assetsQuestion, PAGE } from '../api/queries';
import type { AssetItem, Facets } from '../api/types';
import type { Parameters } from '../api/contract';

/** A long list of which only the pages that somebody looks at are fetched. */
export interface Pages {
  readonly total: number | undefined;
  readonly facets: Facets | undefined;
  /** Whether nobody knows yet how assets stand. */
  readonly looking: boolean;
  readonly error: Error | null;
  readonly at: (row: number) => AssetItem | undefined;
  readonly look: (first: number, last: number) => void;
  readonly retry: () => void;
}

export function useAssetPages(query: Parameters<'/assets'>): Pages {
  const [seen, setSeen] = useState({ first: 0, last: 0 });
  // The first is always among them: how many there are, and the facets, must not go while others are on their way.
  const numbers = [...new Set([0, ...Array.from({ length: seen.last - seen.first + 1 }, (_, i) => seen.first + i)])];
  const results = useQueries({
    queries: numbers.map((page) => assetsQuestion({ ...query, offset: page * PAGE, limit: PAGE })),
  });
  const some = results[0].data;
  return {
    total: some?.total,
    facets: some?.facets,
    looking: some?.looking != null,
    error: some === undefined ? results[0].error : null,
    at: (row) => results[numbers.indexOf(Math.floor(row / PAGE))]?.data?.items[row % PAGE],
    look: (first, last) => {
      const next = { first: Math.floor(first / PAGE), last: Math.floor(last / PAGE) };
      if (next.first !== seen.first || next.last !== seen.last) setSeen(next);
    },
    retry: () => {
      for (const result of results) void result.refetch();
    },
  };
}
