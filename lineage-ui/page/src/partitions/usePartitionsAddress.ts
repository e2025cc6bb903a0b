import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

export interface PartitionsAddress {
  /** What is selected, as `--partition` says it. */
  readonly range: string;
  /** The partition whose facts are shown. */
  readonly p: string;
  /** The statuses that the legend lets through, apart by commas. */
  readonly show: string;
}

const route = getRouteApi('/assets/$');

/** What the partitions tab remembers in its address. */
export function usePartitionsAddress(): [PartitionsAddress, (part: Partial<PartitionsAddress>) => void] {
  const { range = '', p = '', show = '' } = route.useSearch();
  const navigate = useNavigate({ from: '/assets/$' });
  const remember = useCallback((part: Partial<PartitionsAddress>) => {
    void navigate({
      search: (before) => Object.fromEntries(Object.entries({ ...before, ...part }).filter(([, value]) => value !== '' && value !== undefined)),
      replace: true,
      resetScroll: false,
    });
  }, [navigate]);
  return [{ range, p, show }, remember];
}
