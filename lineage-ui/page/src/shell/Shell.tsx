import { useMantineColorScheme } from '@mantine/core';
import { Link, Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { type Connection, useEvents } from '../api/events';
import { useDeclarations, useLooking, useProject } from '../api/queries';
import { CommandSearch } from './CommandSearch';
import { useKeys } from './keys';

const LookingNote = lazy(() => import('./LookingNote').then(({ LookingNote: it }) => ({ default: it })));
const WrongSources = lazy(() => import('./WrongSources').then(({ WrongSources: it }) => ({ default: it })));

const PLACES = [
  { to: '/', name: 'Home' },
  { to: '/lineage', name: 'Lineage' },
  { to: '/assets', name: 'Assets' },
  { to: '/runs', name: 'Runs' },
  { to: '/checks', name: 'Checks' },
] as const;

const SAYS: Record<Connection, string> = {
  connecting: 'connecting',
  live: 'live',
  offline: 'offline: what is shown may be old',
};

export function Shell() {
  const connection = useEvents();
  const [searching, setSearching] = useState(false);
  // To stop transitions the kit would add a style to the page, which the server's policy refuses.
  const { toggleColorScheme } = useMantineColorScheme({ keepTransitions: true });
  useKeys({ search: () => setSearching(true), theme: toggleColorScheme });
  const project = useProject().data;
  const declarations = useDeclarations().data;
  const looking = useLooking();
  const [looked, setLooked] = useState(false);
  if (looking != null && !looked) setLooked(true);
  useEffect(() => {
    document.title = project === undefined ? 'Weir' : `${project.project} – Weir`;
  }, [project]);
  return (
    <div className="shell">
      <a className="skip" href="#content">Skip to the content</a>
      <header className="bar">
        <Link to="/" search={{}} className="brand" activeProps={{}}>
          <img src="/icon.svg" alt="" width="22" height="22" /> Weir
        </Link>
        <nav aria-label="Pages" className="places">
          {PLACES.map(({ to, name }) => (
            <Link key={to} to={to} search={{}} activeOptions={{ includeSearch: false, exact: to === '/' }} activeProps={{ 'aria-current': 'page' }}>
              {name}
            </Link>
          ))}
        </nav>
        <button type="button" className="opener" onClick={() => setSearching(true)}>
          <span>Search assets</span>
          <kbd>/</kbd>
        </button>
        {project !== undefined && (
          <span className="project" title={`Weir ${project.weir}`}>
            {project.project} <span className="quiet">{project.environment}</span>
          </span>
        )}
        <span className={`connection connection-${connection}`} role="status">
          <span aria-hidden="true">{connection === 'offline' ? '✕' : connection === 'live' ? '●' : '◌'}</span> {SAYS[connection]}
        </span>
        <Link to="/settings" search={{}} className="plain gear" aria-label="Settings" title="Settings"><span aria-hidden="true">⚙</span></Link>
        <button type="button" className="plain" onClick={() => toggleColorScheme()} aria-label="Switch between light and dark (t)">
          <span aria-hidden="true">◑</span>
        </button>
      </header>
      {declarations?.state === 'failed' && <Suspense><WrongSources declarations={declarations} /></Suspense>}
      <Outlet />
      {looked && <Suspense><LookingNote looking={looking ?? null} /></Suspense>}
      {searching && <CommandSearch close={() => setSearching(false)} />}
    </div>
  );
}
