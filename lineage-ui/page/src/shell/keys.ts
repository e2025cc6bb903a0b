import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { preferences } from '../settings/preferences';

export interface Keys {
  readonly search: () => void;
  readonly theme: () => void;
}

const WITHIN = 1_500;

/** The keys that work on every page: `/` searches, `t` changes the theme, `g` and a letter goes somewhere. */
export function useKeys(keys: Keys): void {
  const navigate = useNavigate();
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    let went = Number.NEGATIVE_INFINITY;
    const pressed = (event: KeyboardEvent): void => {
      const single = !event.ctrlKey && !event.metaKey;
      if (single && !preferences.shortcuts()) return;
      if (isSearch(event)) {
        event.preventDefault();
        latest.current.search();
        return;
      }
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      const going = event.timeStamp - went < WITHIN;
      went = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (event.key === 't' && !going) latest.current.theme();
      if (!going) return;
      if (event.key === 'h') void navigate({ to: '/', search: {} });
      if (event.key === 'c') void navigate({ to: '/checks', search: {} });
      if (event.key === 'l') void navigate({ to: '/lineage', search: {} });
      if (event.key === 'a') void navigate({ to: '/assets', search: {} });
      if (event.key === 'r') void navigate({ to: '/runs', search: {} });
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [navigate]);
}

const isSearch = (event: KeyboardEvent): boolean =>
  (event.key === '/' && !isTyping(event)) || (event.key === 'k' && (event.metaKey || event.ctrlKey));

function isTyping(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest('input, textarea, select, dialog') !== null;
}
