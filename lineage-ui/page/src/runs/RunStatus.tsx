import { Link } from '@tanstack/react-router';
import type { Run } from '../api/types';
import { shortOf } from './names';

const LOOKS: Readonly<Record<string, readonly [string, string]>> = {
  QUEUED: ['missing', '◌'],
  RUNNING: ['running', '◐'],
  SUCCEEDED: ['fresh', '●'],
  FAILED: ['failed', '✕'],
  CANCELED: ['skipped', '–'],
};

/** How a run stands as shape, colour and word. */
export function RunStatus({ status }: { readonly status: string }) {
  const [look, shape] = LOOKS[status] ?? ['missing', '◌'];
  return <span className={`status status-${look}`}><span aria-hidden="true" className="status-shape">{shape}</span>{status.toLowerCase()}</span>;
}

/** The run that a queued one waits for, where that is known. */
export function WaitsFor({ run: { status, waits_for: other } }: { readonly run: Run }) {
  if (status !== 'QUEUED' || !other) return null;
  return <span className="quiet">waits for <Link to="/runs/$id" params={{ id: other }} search={{}} className="key" title={other}>{shortOf(other)}</Link></span>;
}

export const isOver = (status: string): boolean => status !== 'QUEUED' && status !== 'RUNNING';

const PARTS = [['succeeded', 'fresh'], ['skipped', 'skipped'], ['rejected', 'rejected'], ['failed', 'failed']] as const;

/** How far a run has got, and how: a bar of what ended, and words for what went wrong. */
export function Progress({ run }: { readonly run: Run }) {
  const planned = run.steps?.planned ?? run.planned_steps;
  if (run.steps === undefined) return <span className="quiet">{planned.toLocaleString('en')}</span>;
  const { done, failed, rejected = 0 } = run.steps;
  return (
    <span className="progress">
      <span className="progress-bar" aria-hidden="true">
        {PARTS.map(([part, look]) => {
          const count = run.steps?.[part] ?? 0;
          return count === 0 ? null : <span key={part} className={`ground-${look}`} style={{ width: `${(100 * count) / Math.max(planned, done)}%` }} />;
        })}
      </span>
      <span className="number">{done.toLocaleString('en')}<span className="quiet"> of {planned.toLocaleString('en')}</span></span>
      {failed > 0 && <span className="status-failed"> ✕ {failed.toLocaleString('en')} failed</span>}
      {rejected > 0 && <span className="status-rejected"> ■ {rejected.toLocaleString('en')} rejected</span>}
    </span>
  );
}
