import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { printAddress } from '../address';
import type { Wish } from './request';

const route = getRouteApi('/launch');

/** What is wished. What is typed shows at once; the address follows, and leads when it is changed from outside. */
export function useWish(): [Wish, (part: Wish) => void] {
  const given: Wish = route.useSearch();
  const navigate = useNavigate({ from: '/launch' });
  const [wish, setWish] = useState(given);
  const [written, setWritten] = useState(printAddress(given));
  const now = printAddress(given);
  // biome-ignore lint/correctness/useExhaustiveDependencies: Only a new address counts; what is typed is ahead of it for a moment.
  useEffect(() => {
    if (now === written) return;
    setWish(given);
    setWritten(now);
  }, [now]);
  const remember = (part: Wish): void => {
    const next = Object.fromEntries(Object.entries({ ...wish, ...part }).filter(([, value]) => value !== '' && value !== undefined));
    setWish(next);
    setWritten(printAddress(next));
    void navigate({ search: next, replace: true, resetScroll: false });
  };
  return [wish, remember];
}
