import { SHAPES } from '../status/status';
import type { Verdict } from './types';

/** What checks found wrong in the version that is looked at, with the rows that show it. */
export function FailedChecks({ checks, name }: { readonly checks: readonly Verdict[]; readonly name: string }) {
  const failed = checks.filter(({ passed }) => !passed);
  if (failed.length === 0) return null;
  return (
    <section className="panel wrong-rows">
      <h2>What was found wrong in {name}</h2>
      {failed.map((verdict) => <Failed key={verdict.check} verdict={verdict} />)}
    </section>
  );
}

function Failed({ verdict: { check, severity, description, metadata, sample } }: { readonly verdict: Verdict }) {
  const blocks = severity === 'ERROR';
  const facts = Object.entries(metadata).filter(([, value]) => typeof value !== 'object');
  const columns = [...new Set(sample.flatMap((row) => Object.keys(row)))];
  return (
    <div className="wrong">
      <p>
        <span className={`status status-${blocks ? 'failed' : 'stale'}`}><span aria-hidden="true" className="status-shape">{blocks ? SHAPES.failed : SHAPES.stale}</span>{blocks ? 'blocks' : 'warns'}</span>{' '}
        <strong>{description}</strong>{' '}
        <code>{check}</code> <span className="quiet">{facts.map(([fact, value]) => `${fact.replaceAll('_', ' ')} ${String(value)}`).join(', ')}</span>
      </p>
      {sample.length === 0 ? <p className="quiet">It is about the table as a whole: no single row is wrong.</p> : (
        <div className="scrolled" role="region" aria-label={`Rows that fail ${check}`} tabIndex={0}>
          <table className="data-table">
            <caption className="unseen">Rows that fail {check}</caption>
            <thead><tr>{columns.map((column) => <th key={column} scope="col" className="key">{column}</th>)}</tr></thead>
            <tbody>
              {sample.map((row, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and never move
                <tr key={i}>{columns.map((column) => <td key={column}>{row[column] ?? <span className="no-value">null</span>}</td>)}</tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
