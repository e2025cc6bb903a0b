import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { runsQuestion } from '../api/queries';
import type { Run } from '../api/types';
import { Empty, Loading, Problem } from '../shell/states';
import { Instant } from '../status/Instant';
import { lasting } from '../status/times';

const STATES = ['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELED'] as const;
const LOOKS: Record<string, readonly [string, string]> = {
  QUEUED: ['missing', '◌'],
  RUNNING: ['running', '◐'],
  SUCCEEDED: ['fresh', '●'],
  FAILED: ['failed', '✕'],
  CANCELED: ['skipped', '–'],
};

const route = getRouteApi('/runs');

export function RunsPage() {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/runs' });
  const runs = useQuery(runsQuestion({ ...search, limit: 100 }));
  const states = [{ value: '', label: 'Any status' }, ...STATES.map((state) => ({ value: state, label: state.toLowerCase() }))];
  return (
    <main className="page wide" id="content">
      <div className="heading">
        <h1>Runs</h1>
        <span className="quiet" role="status">{runs.data === undefined ? '' : runs.data.more ? `the newest ${runs.data.runs.length}` : `all ${runs.data.runs.length}`}</span>
      </div>
      <div className="filters">
        <NativeSelect aria-label="Status" data={states} value={search.status ?? ''} className="facet"
          onChange={({ currentTarget: { value } }) => void navigate({ search: value === '' ? {} : { status: value }, replace: true })} />
      </div>
      {runs.error !== null ? <Problem error={runs.error} what="The runs" retry={() => void runs.refetch()} />
        : runs.data === undefined ? <Loading what="runs" rows={12} />
        : runs.data.runs.length === 0 ? (
          <Empty title={search.status === undefined ? 'Nothing has run yet' : 'No run is like that'} command="weir materialize">
            A run computes what is missing or out of date, and publishes what passes its checks.
          </Empty>
        ) : <Runs runs={runs.data.runs} />}
    </main>
  );
}

function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return (
    <div className="rows" role="region" aria-label="Runs" tabIndex={0}>
      <table className="runs">
        <thead>
          <tr><th scope="col">Run</th><th scope="col">Status</th><th scope="col">What</th><th scope="col">Steps</th><th scope="col">Started</th><th scope="col" className="number">Took</th></tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.run}>
              <td className="key">{run.run}</td>
              <td><RunStatus status={run.status} /></td>
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

function RunStatus({ status }: { readonly status: string }) {
  const [look, shape] = LOOKS[status] ?? ['missing', '◌'];
  return <span className={`status status-${look}`}><span aria-hidden="true" className="status-shape">{shape}</span>{status.toLowerCase()}</span>;
}

function Progress({ run }: { readonly run: Run }) {
  const planned = run.steps?.planned ?? run.planned_steps;
  if (run.steps === undefined) return <span className="quiet">{planned.toLocaleString('en')}</span>;
  const { done, failed } = run.steps;
  return (
    <span className="progress">
      {run.status === 'RUNNING' && <progress max={planned} value={done} aria-label={`${done} of ${planned} steps`} />}
      {done.toLocaleString('en')}<span className="quiet"> of {planned.toLocaleString('en')}</span>
      {failed > 0 && <span className="status-failed"> {failed.toLocaleString('en')} failed</span>}
    </span>
  );
}

function tookOf({ started_at: started, finished_at: finished }: Run): string {
  return started && finished ? lasting(Date.parse(finished) - Date.parse(started)) : '–';
}
