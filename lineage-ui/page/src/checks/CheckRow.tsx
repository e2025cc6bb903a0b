import { Link } from '@tanstack/react-router';
import type { Verdict } from '../api/types';
import { Loading, Problem } from '../shell/states';
import { Instant } from '../status/Instant';
import { type DeclaredCheck, foundOf, type Judged, lookOf, tableOf, useCheck } from './checks';

interface CheckRowProps {
  readonly check: DeclaredCheck;
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

export function CheckRow({ check, isOpen, toggle }: CheckRowProps) {
  const { word, status, shape } = lookOf(check);
  return (
    <>
      <tr>
        <td><span className={`status status-${status}`}><span aria-hidden="true" className="status-shape">{shape}</span>{word}</span></td>
        <th scope="row">
          <button type="button" className="opens key" aria-expanded={isOpen} onClick={toggle}>
            <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> {check.check}
          </button>
        </th>
        <td><Link to="/assets/$" params={{ _splat: check.asset }} className="key">{check.asset}</Link></td>
        <td>{check.description}</td>
        <td>
          {check.verdict == null ? <span className="quiet">–</span> : foundOf(check.verdict.metadata)}
          {check.failing != null && check.failing > 1 && <span className="quiet"> · in {check.failing.toLocaleString('en')} versions</span>}
        </td>
        <td className="quiet">{check.severity === 'ERROR' ? 'blocks' : 'warns'}</td>
      </tr>
      {isOpen && <tr className="opened"><td colSpan={6}><Opened check={check} /></td></tr>}
    </>
  );
}

function Opened({ check }: { readonly check: DeclaredCheck }) {
  const detail = useCheck(check.asset, check.check);
  const blocks = check.severity === 'ERROR';
  return (
    <div className="check-detail">
      <dl className="facts">
        <dt>Expected</dt><dd>{check.description}</dd>
        <dt>Actual</dt><dd>{actualOf(check)}</dd>
        <dt>Version</dt><dd>{check.version ?? 'none yet'}</dd>
        <dt>If it fails</dt>
        <dd>
          {blocks ? 'the version is not published' : 'the version is published, and says so'}
          {blocks && detail.data !== undefined && detail.data.downstream > 0 && <>; <Waiting asset={check.asset} count={detail.data.downstream} /></>}
        </dd>
      </dl>
      {detail.error !== null ? <Problem error={detail.error} what="What it found before" retry={() => void detail.refetch()} />
        : detail.data === undefined ? <Loading what="what it found before" rows={2} />
        : <History judged={detail.data.history} />}
      {check.verdict != null && !check.verdict.passed && <Sample verdict={check.verdict} />}
    </div>
  );
}

function actualOf({ verdict }: DeclaredCheck): string {
  if (verdict == null) return 'it has not been asked yet';
  return foundOf(verdict.metadata) || (verdict.passed ? 'as expected' : 'not as expected');
}

function Waiting({ asset, count }: { readonly asset: string; readonly count: number }) {
  return <><Link to="/lineage" search={{ sel: `${asset}+` }}>{count.toLocaleString('en')} {count === 1 ? 'asset' : 'assets'} downstream</Link> {count === 1 ? 'waits' : 'wait'} for it</>;
}

/** What the check found of the last versions, the newest at the end. */
function History({ judged }: { readonly judged: readonly Judged[] }) {
  if (judged.length === 0) return null;
  const bad = judged.filter(({ passed }) => !passed).length;
  const newest = judged[judged.length - 1];
  return (
    <div className="history">
      <h2>The last {judged.length === 1 ? 'result' : `${judged.length} results`}: {bad === 0 ? 'all passed' : `${bad} did not pass`}</h2>
      <ol className="ticks">
        {judged.map((each) => (
          <li key={each.version} className={`tick tick-${each.passed ? 'passed' : each.severity === 'ERROR' ? 'failed' : 'warned'}`}
            title={`${each.version} ${wordOf(each)}: ${foundOf(each.metadata)}`}>
            <span className="unseen">{each.version} {wordOf(each)}</span>
          </li>
        ))}
      </ol>
      <p className="ends"><span>{judged[0].version}</span><span>{newest.version}, <Instant at={newest.made_at} /></span></p>
    </div>
  );
}

function wordOf({ passed, severity, state }: Judged): string {
  if (passed) return 'passed';
  return severity === 'ERROR' ? (state === 'REJECTED' ? 'failed, rejected' : 'failed') : 'warned';
}

function Sample({ verdict }: { readonly verdict: Verdict }) {
  const { columns, rows } = tableOf(verdict.sample);
  if (rows.length === 0) return null;
  return (
    <div className="sample">
      <h2>Rows that show it</h2>
      <table>
        <thead><tr>{columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
        <tbody>
          {rows.slice(0, 10).map((row) => (
            <tr key={row.join('\u0000')}>{row.map((value, i) => <td key={columns[i]}>{value}</td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
