import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useRef } from 'react';
import type { Run } from '../api/types';
import { Instant } from '../status/Instant';
import { lasting } from '../status/times';
import { shortOf } from './names';
import { Progress, RunStatus, WaitsFor } from './RunStatus';

/** Runs as a table; j and k walk over it. */
export function RunTable({ runs, step }: { readonly runs: readonly Run[]; readonly step?: string }) {
  const table = useRef<HTMLTableElement>(null);
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'j' && event.key !== 'k') return;
    const links = [...table.current!.querySelectorAll<HTMLElement>('a.run-link')];
    const at = links.indexOf(document.activeElement as HTMLElement);
    links[Math.min(links.length - 1, Math.max(0, at + (event.key === 'j' ? 1 : -1)))]?.focus();
    event.preventDefault();
  };
  return (
    <div className="rows" role="region" aria-label="Runs" tabIndex={0} onKeyDown={pressed}>
      <table className="runs" ref={table}>
        <thead>
          <tr><th scope="col">Run</th><th scope="col">Status</th><th scope="col">What</th><th scope="col">Steps</th><th scope="col">Started</th><th scope="col" className="number">Took</th></tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.run}>
              <td><Link to="/runs/$id" params={{ id: run.run }} search={step === undefined ? {} : { step }} className="key run-link" title={run.run}>{shortOf(run.run)}</Link></td>
              <td><RunStatus status={run.status} /> <WaitsFor run={run} /></td>
              <td className="clip" title={run.problem ?? run.request ?? ''}>{run.request} {run.problem && <span className="quiet">{run.problem}</span>}</td>
              <td><Progress run={run} /></td>
              <td><Instant at={run.started_at ?? run.created_at} /></td>
              <td className="number">{tookOf(run)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function tookOf({ started_at: started, finished_at: finished }: Run): string {
  return started && finished ? lasting(Date.parse(finished) - Date.parse(started)) : '–';
}
