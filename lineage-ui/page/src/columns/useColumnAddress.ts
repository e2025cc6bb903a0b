import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

/** What of the columns is shown, as the address says: `?tab=columns&col=amount&deep=2`, of another table `col=raw/orders.amount`. */
export interface ColumnAddress {
  readonly col?: string | undefined;
  readonly deep?: string | undefined;
}

const route = getRouteApi('/assets/$');

export function useColumnAddress(): readonly [ColumnAddress, (change: ColumnAddress) => void] {
  const { col, deep } = route.useSearch();
  const navigate = useNavigate();
  const go = useCallback(
    (change: ColumnAddress) => void navigate({ to: '.', search: ((now: ColumnAddress) => ({ ...now, ...change })) as never, replace: true, resetScroll: false }),
    [navigate],
  );
  return [{ col, deep }, go];
}
