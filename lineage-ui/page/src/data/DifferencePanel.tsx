import { Loading, Problem } from '../shell/states';
import { ChangedRows } from './ChangedRows';
import { share } from './cells';
import { useDifference } from './questions';
import type { Difference } from './types';
import type { DataAddress } from './useDataAddress';

/** What differs between the version that is shown and another. */
export function DifferencePanel({ asset, address }: { readonly asset: string; readonly address: DataAddress }) {
  const difference = useDifference(asset, address);
  if (difference.error !== null) return <Problem error={difference.error} what="The difference" retry={() => void difference.refetch()} />;
  if (difference.data === undefined) return <Loading what="the difference" rows={6} />;
  const { before, after, same, changes, columns } = difference.data;
  const title = <h2><span className="key">{before.version}</span> → <span className="key">{after.version}</span></h2>;
  if (same) return <section className="panel">{title}<p>Their data is the same.</p></section>;
  if (changes !== undefined) return <section className="panel">{title}<Lines changes={changes} /></section>;
  return (
    <>
      <section className="panel">
        {title}
        <Counts difference={difference.data} />
        {(difference.data.notes ?? []).map((note) => <p key={note} className="note">{note}</p>)}
        {columns !== undefined && <Schema columns={columns} />}
        <ChangedColumns difference={difference.data} />
      </section>
      <ChangedRows difference={difference.data} />
    </>
  );
}

function Counts({ difference }: { readonly difference: Difference }) {
  const { rows_before: before = 0, rows_after: after = 0, added = 0, removed = 0, changed, unchanged = 0, key = [] } = difference;
  const counts = [['+', 'added', added], ['−', 'removed', removed], ...(changed == null ? [] : [['~', 'changed', changed]]), ['=', 'the same', unchanged]] as const;
  return (
    <>
      <p>
        {before.toLocaleString('en')} → {after.toLocaleString('en')} rows, compared {key.length === 0 ? 'as a whole' : <>by <span className="key">{key.join(', ')}</span></>}
      </p>
      <ul className="diff-counts">
        {counts.map(([mark, word, count]) => (
          <li key={word} className={count === 0 ? 'quiet' : ''}><span aria-hidden="true" className="mark">{mark}</span> <strong>{Number(count).toLocaleString('en')}</strong> {word}</li>
        ))}
      </ul>
    </>
  );
}

function Schema({ columns: { added, removed, changed } }: { readonly columns: NonNullable<Difference['columns']> }) {
  if (added.length + removed.length + changed.length === 0) return null;
  const typed = ({ name, type, nullable }: { name: string; type: string; nullable: boolean }): string => `${name} ${type}${nullable ? '' : ' not null'}`;
  return (
    <ul className="schema-changes" aria-label="Columns that differ">
      {added.map((column) => <li key={column.name}><span aria-hidden="true">+</span> column <span className="key">{typed(column)}</span> is new</li>)}
      {removed.map((column) => <li key={column.name}><span aria-hidden="true">−</span> column <span className="key">{typed(column)}</span> is gone</li>)}
      {changed.map(({ before, after }) => <li key={after.name}><span aria-hidden="true">~</span> column <span className="key">{typed(before)}</span> is <span className="key">{typed(after)}</span></li>)}
    </ul>
  );
}

function ChangedColumns({ difference }: { readonly difference: Difference }) {
  const columns = Object.entries(difference.changed_columns ?? {}).sort(([, a], [, b]) => b - a);
  const both = (difference.changed ?? 0) + (difference.unchanged ?? 0);
  if (columns.length === 0) return null;
  return (
    <table className="changed-columns">
      <thead><tr><th scope="col">Column</th><th scope="col" className="number">Rows changed</th><th scope="col">Of the rows in both</th></tr></thead>
      <tbody>
        {columns.map(([column, count]) => (
          <tr key={column}>
            <td className="key">{column}</td>
            <td className="number">{count.toLocaleString('en')}</td>
            <td>
              <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect x={0} y={0} width={(count / both) * 100} height={8} /></svg> {share(count, both)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Lines({ changes }: { readonly changes: NonNullable<Difference['changes']> }) {
  return (
    <ul>
      {changes.map(({ name, before, after, removed, added }) => (
        <li key={name}>
          <p><span className="key">{name}</span>{before === after ? '' : `: ${before} → ${after}`}</p>
          {(removed !== null || added !== null) && (
            <pre className="query">{[...(removed ?? []).map((line) => `− ${line}`), ...(added ?? []).map((line) => `+ ${line}`)].join('\n')}</pre>
          )}
        </li>
      ))}
    </ul>
  );
}
