import { useQuery } from '@tanstack/react-query';
import { runsQuestion } from '../api/queries';
import { Loading, Problem } from '../shell/states';
import { Go } from '../shell/Go';
import { Instant } from '../status/Instant';
import { lasting } from '../status/times';
import { leftOf } from './day';

/** What is at work, how far it is, and how long it still takes if it goes on like that. */
export function RunningNow() {
  const runs = useQuery(runsQuestion({ status: 'RUNNING', limit: 5 }));
  return (
    <section className="panel">
      <h2>Running now</h2>
      {runs.error !== null ? <Problem error={runs.error} what="What is running" retry={() => void runs.refetch()} />
        : runs.data === undefined ? <Loading what="what is running" rows={2} />
        : runs.data.runs.length === 0 ? <p className="quiet">Nothing.</p> : (
          <ul className="running">
            {runs.data.runs.map((run) => {
              const { planned, done } = run.steps ?? { planned: run.planned_steps, done: 0 };
              const left = leftOf(run, Date.now());
              return (
                <li key={run.run}>
                  <Go to={`/runs/${run.run}`} className="clip">{run.request || 'all'}</Go>
                  <progress max={Math.max(planned, 1)} value={done} aria-label={`${done} of ${planned} steps`} />
                  <span className="quiet">
                    {done.toLocaleString('en')} of {planned.toLocaleString('en')} · began <Instant at={run.started_at} />
                    {left !== undefined && ` · about ${lasting(left)} to go`}
                  </span>
                </li>
              );
            })}
          </ul>
        )}
    </section>
  );
}
