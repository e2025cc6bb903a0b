import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { runsQuestion } from '../api/queries';
import type { Run } from '../api/types';
import { Loading, Problem } from '../shell/states';
import { Go } from '../shell/Go';
import { preferences } from '../settings/preferences';
import { ago, hourOf, lasting } from '../status/times';
import { lanesOf, SPAN } from './day';

const LANES = 8;
const LOOKS: Record<string, string> = { QUEUED: 'missing', RUNNING: 'running', SUCCEEDED: 'fresh', FAILED: 'failed', CANCELED: 'skipped' };

/** The runs of the last 24 hours on a line of time, in a lane for each thing that was asked for; what failed last is on top. */
export function Day() {
  const runs = useQuery(runsQuestion({ limit: 200 }));
  const now = runs.dataUpdatedAt;
  return (
    <section className="panel">
      <h2>The last 24 hours</h2>
      {runs.error !== null ? <Problem error={runs.error} what="The runs" retry={() => void runs.refetch()} />
        : runs.data === undefined ? <Loading what="runs" rows={4} />
        : <Lanes runs={runs.data.runs} now={now} />}
    </section>
  );
}

function Lanes({ runs, now }: { readonly runs: readonly Run[]; readonly now: number }) {
  const lanes = lanesOf(runs, now, LANES);
  if (lanes.length === 0) {
    return <p className="quiet">Nothing has run{runs.length > 0 && <>; the last run was <Link to="/runs" search={{}}>{ago(runs[0].created_at, now)}</Link></>}.</p>;
  }
  return (
    <>
      <ul className="lanes">
        {lanes.map(({ name, marks }) => (
          <li key={name} className="lane">
            <span className="clip" title={name}>{name}</span>
            <span className="lane-line">
              {marks.map(({ run, left, width }) => (
                <Go key={run.run} to={`/runs/${run.run}`} className="unlink" title={titleOf(run, now)}>
                  <span className={`lane-mark ground-${LOOKS[run.status] ?? 'missing'}`} style={{ left: `${left * 100}%`, width: `${width * 100}%` }}>
                    <span className="unseen">{titleOf(run, now)}</span>
                  </span>
                </Go>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <p className="ends lane-ends" aria-hidden="true">
        <span>{hour(now - SPAN)}</span><span>{hour(now - SPAN / 2)}</span><span>now</span>
      </p>
    </>
  );
}

function titleOf(run: Run, now: number): string {
  const started = run.started_at ?? run.created_at;
  const took = run.finished_at ? `, took ${lasting(Date.parse(run.finished_at) - Date.parse(started))}` : '';
  return `${run.status.toLowerCase()}, ${ago(started, now)}${took}`;
}

const hour = (at: number): string => hourOf(at, preferences.zone());
