import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { typed } from '../api/contract';
import { runsQuestion } from '../api/queries';
import { Empty, Loading, Problem } from '../shell/states';
import { AssetFilter } from './AssetFilter';
import { RunTable } from './RunTable';
import { settled } from './settled';

const STATES = ['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELED'] as const;
const PAGE = 100;

const route = getRouteApi('/runs/');

/** All runs, the newest first. New ones wait above until somebody wants to see them: what one points at stays where it is. */
export function RunsPage() {
  const search = route.useSearch();
  const { status, asset } = search;
  const page = Math.max(1, Number(search.page) || 1);
  const navigate = useNavigate({ from: '/runs' });
  const runs = useQuery(runsQuestion({ status: typed(status), asset, offset: (page - 1) * PAGE, limit: PAGE }));
  const [top, setTop] = useState<{ of: string; run: string | undefined }>({ of: '', run: undefined });
  const of = `${status} ${asset} ${page}`;
  const newest = runs.isPlaceholderData ? undefined : runs.data?.runs[0]?.run;
  if (newest !== undefined && top.of !== of) setTop({ of, run: newest });
  const shown = settled(runs.data?.runs ?? [], page === 1 && top.of === of ? top.run : undefined);
  const go = (change: { status?: string | undefined; asset?: string | undefined; page?: string | undefined }): void => {
    const next = { ...search, page: undefined, ...change };
    void navigate({ search: Object.fromEntries(Object.entries(next).filter(([, value]) => value)), replace: true });
  };
  const states = [{ value: '', label: 'Any status' }, ...STATES.map((state) => ({ value: state, label: state.toLowerCase() }))];
  const some = status !== undefined || asset !== undefined;
  return (
    <main className="page wide" id="content">
      <div className="heading">
        <h1>Runs</h1>
        <span className="quiet" role="status">{runs.data === undefined ? '' : runs.data.more || page > 1 ? `${(page - 1) * PAGE + 1} to ${(page - 1) * PAGE + runs.data.runs.length}` : `all ${runs.data.runs.length}`}</span>
      </div>
      <div className="filters">
        <NativeSelect aria-label="Status" data={states} value={status ?? ''} className="facet" onChange={({ currentTarget: { value } }) => go({ status: value })} />
        <AssetFilter asset={asset} change={(value) => go({ asset: value })} />
        {shown.waiting > 0 && <button type="button" className="button small" onClick={() => setTop({ of, run: newest })}>{shown.waiting} new {shown.waiting === 1 ? 'run' : 'runs'} ↑</button>}
      </div>
      {runs.error !== null ? <Problem error={runs.error} what="The runs" retry={() => void runs.refetch()} />
        : runs.data === undefined ? <Loading what="runs" rows={12} />
        : runs.data.runs.length === 0 ? (
          <Empty title={some ? 'No run is like that' : 'Nothing has run yet'} command="weir materialize">
            A run computes what is missing or out of date, and publishes what passes its checks.
          </Empty>
        ) : <RunTable runs={shown.runs} />}
      {(page > 1 || runs.data?.more) && (
        <nav className="filters" aria-label="Pages of runs">
          <button type="button" className="button small" disabled={page === 1} onClick={() => go({ page: page === 2 ? undefined : String(page - 1) })}>Newer</button>
          <button type="button" className="button small" disabled={!runs.data?.more} onClick={() => go({ page: String(page + 1) })}>Older</button>
        </nav>
      )}
    </main>
  );
}
