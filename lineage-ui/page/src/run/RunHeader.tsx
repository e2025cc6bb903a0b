import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Run } from '../api/types';
import { isOver, Progress, RunStatus, WaitsFor } from '../runs/RunStatus';
import { Instant } from '../status/Instant';
import { lasting } from '../status/times';
import { CancelRun } from './CancelRun';
import { againOf } from './command';
import { useNow } from './useNow';

/** How a run stands, how it was started, and what can be done about it. */
export function RunHeader({ run, atWork }: { readonly run: Run; readonly atWork: readonly string[] }) {
  const live = !isOver(run.status);
  const now = useNow(live);
  const begun = Date.parse(run.started_at ?? run.created_at);
  const took = (run.finished_at ? Date.parse(run.finished_at) : now) - begun;
  const waited = run.started_at ? Date.parse(run.started_at) - Date.parse(run.created_at) : 0;
  const again = againOf(run.request ?? '');
  return (
    <header className="run-header">
      <div className="heading">
        <h1 className="key">{run.run}</h1>
        <span role="status"><RunStatus status={run.status} /> <WaitsFor run={run} /></span>
        <Progress run={run} />
      </div>
      {run.problem && <p className="failure">{run.problem}</p>}
      <div className="run-facts">
        <span>{run.status === 'QUEUED' ? 'Waiting for' : live ? 'Running for' : run.started_at ? 'Took' : 'Waited for'} <b>{lasting(Math.max(0, took))}</b></span>
        <span>{run.started_at ? 'Started' : 'Asked for'} <Instant at={run.started_at ?? run.created_at} />{run.trigger ? ` by ${BY[run.trigger] ?? run.trigger}` : ''}</span>
        {waited >= 1_000 && <span>Waited for {lasting(waited)} before</span>}
        {run.environment && <span>Environment {run.environment}</span>}
        {live && run.started_at && run.steps !== undefined && <span>{leftOf(run, took)}</span>}
        {live && atWork.length > 0 && <span className="clip quiet" title={atWork.slice(0, 50).join('\n')}>Not ended: {atWork.slice(0, 3).join(', ')}{atWork.length > 3 ? ' …' : ''}</span>}
      </div>
      <div className="actions">
        {run.request && <><code className="command">{run.request}</code><Copy text={run.request} /></>}
        {again !== undefined && <Link className="button small" to="/launch" search={again}>Run again …</Link>}
        {live && <CancelRun run={run.run} queued={run.status === 'QUEUED'} />}
      </div>
    </header>
  );
}

const BY: Readonly<Record<string, string>> = { command: 'a command', page: 'a page', http: 'a program' };

/** By how quick it was so far, once that says something. */
function leftOf(run: Run, took: number): string {
  const { done, planned } = run.steps!;
  return done < 5 || done >= planned ? '' : `about ${lasting((took / done) * (planned - done))} left`;
}

function Copy({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(() => setCopied(true), () => setCopied(false));
  };
  return <button type="button" className="button small" onClick={copy} onBlur={() => setCopied(false)}>{copied ? 'Copied' : 'Copy'}</button>;
}
