import { getRouteApi, useNavigate } from '@tanstack/react-router';

/** What of the data is shown, as the address says: `?tab=data&p=2013-01-15&v=3&diff=2&by=origin,carrier&rows=aside`. */
export interface DataAddress {
  readonly p?: string | undefined;
  readonly v?: string | undefined;
  readonly diff?: string | undefined;
  readonly by?: string | undefined;
  readonly rows?: string | undefined;
}

const route = getRouteApi('/assets/$');

export function useDataAddress(): readonly [DataAddress, (next: DataAddress) => void] {
  const { p, v, diff, by, rows } = route.useSearch();
  const navigate = useNavigate();
  const go = (next: DataAddress): void => void navigate({ to: '.', search: { tab: 'data', ...next } as never });
  return [{ p, v, diff, by, rows }, go];
}
