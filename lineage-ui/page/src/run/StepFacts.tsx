import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { stepQuestion } from '../api/queries';
import type { Verdict } from '../api/types';
import { Loading, Problem } from '../shell/states';
import { Instant } from '../status/Instant';
import { lasting } from '../status/times';
import { clock } from './gantt';
import { StepState } from './StepState';
import { type Bar, isOpen, waited } from './timeline';

interface Props {
  readonly run: string;
  readonly target: string;
  readonly bar: Bar | undefined;
  readonly awaited: Bar | undefined;
  readonly close: () => void;
}

/** What became of one step, and why. */
export function StepFacts({ run, target, bar, awaited, close }: Props) {
  const found = useQuery(stepQuestion(run, target));
  const step = found.data?.step;
  const version = found.data?.version;
  const asset = target.split('@')[0];
  return (
    <aside className="step-facts" aria-label={`Step ${target}`}>
      <div className="heading">
        <h2 className="key">{target}</h2>
        <button type="button" className="plain" onClick={close} aria-label="Close">✕</button>
      </div>
      {found.error !== null ? <Problem error={found.error} what="The step" retry={() => void found.refetch()} />
        : found.data === undefined ? <Loading what={target} rows={4} />
        : step == null ? <Open bar={bar} />
        : (
          <>
            <p><StepState state={step.state} /></p>
            {step.detail && <p className={step.state === 'FAILED' ? 'failure' : ''}>{step.detail}</p>}
            {version?.checks.filter((check) => !check.passed).map((check) => <FailedCheck key={check.check} check={check} />)}
            <dl className="facts">
              <dt>Because</dt><dd>{step.reason}</dd>
              {step.attempt > 0 && step.started_at && <><dt>Began</dt><dd><Instant at={step.started_at} /></dd></>}
              {bar !== undefined && step.attempt > 0 && <><dt>Waited</dt><dd>{lasting(waited(bar))}{awaited !== undefined && <span className="quiet"> after {awaited.target}</span>}</dd></>}
              {step.attempt > 0 && step.start_up_ms !== null && step.start_up_ms > 0 && <><dt>Started up</dt><dd>{lasting(step.start_up_ms)}</dd></>}
              {step.attempt > 0 && step.took_ms !== null && <><dt>Worked</dt><dd>{lasting(step.took_ms - (step.start_up_ms ?? 0))}</dd></>}
              {step.attempt > 1 && <><dt>Attempt</dt><dd>{step.attempt}</dd></>}
              {version != null && <><dt>Version</dt><dd className="key">{version.version}</dd></>}
              {version?.rows != null && <><dt>Rows</dt><dd>{version.rows.toLocaleString('en')}</dd></>}
            </dl>
            {step.failed_before.length > 0 && (
              <>
                <h3>Attempts before</h3>
                <ul>{step.failed_before.map(({ attempt, took_ms, problem }) => <li key={attempt}>{attempt}: {problem} <span className="quiet">after {lasting(took_ms)}</span></li>)}</ul>
              </>
            )}
          </>
        )}
      <p><Link to="/assets/$" params={{ _splat: asset }} className="key">Open {asset}</Link></p>
    </aside>
  );
}

function Open({ bar }: { readonly bar: Bar | undefined }) {
  if (bar === undefined || !isOpen(bar)) return <p className="quiet">It waits, or has only just begun.</p>;
  return (
    <>
      <p><StepState state={bar.state} /></p>
      <p>At work since {clock(bar.begun)} after the start of the run{bar.attempt > 1 ? `, at attempt ${bar.attempt}` : ''}.</p>
    </>
  );
}

const ROWS = 5;

function FailedCheck({ check }: { readonly check: Verdict }) {
  const numbers = Object.entries(check.metadata ?? {});
  return (
    <div className="failed-check">
      <p><span className="status-rejected">■ check {check.check}</span> {check.description}</p>
      {numbers.length > 0 && <dl className="facts">{numbers.map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} value`}>{shown(value)}</dd>])}</dl>}
      <Sample rows={check.sample} />
    </div>
  );
}

/** Rows of a check, whatever shape they came in. */
function Sample({ rows }: { readonly rows: unknown }) {
  if (!Array.isArray(rows) || rows.length === 0) return null;
  const objects: Record<string, unknown>[] = rows.slice(0, ROWS).map((row) => (typeof row === 'object' && row !== null ? (row as Record<string, unknown>) : { row }));
  const columns = [...new Set(objects.flatMap((row) => Object.keys(row)))];
  return (
    <div className="sample" role="region" aria-label="Rows that failed" tabIndex={0}>
      <table>
        <thead><tr>{columns.map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
        <tbody>{objects.map((row) => <tr key={JSON.stringify(row)}>{columns.map((name) => <td key={name}>{shown(row[name])}</td>)}</tr>)}</tbody>
      </table>
      {rows.length > ROWS && <p className="quiet">and {rows.length - ROWS} more</p>}
    </div>
  );
}

const shown = (value: unknown): string => (value === null || value === undefined ? '–' : typeof value === 'number' ? value.toLocaleString('en') : typeof value === 'object' ? JSON.stringify(value) : String(value));
