import { Cell } from './Cell';
import { ends, share, textOf, typeOf } from './cells';
import { Histogram } from './Histogram';
import type { ProfiledColumn } from './types';

/** How one column is filled. */
export function ColumnCard({ column, rows }: { readonly column: ProfiledColumn; readonly rows: number }) {
  const { name, type, nulls, distinct, distinct_is_estimated: estimated } = column;
  const values = rows - nulls;
  return (
    <li className="column-card">
      <h3><span className="key">{name}</span> <span className="column-type clip" title={type}>{typeOf(column)}</span></h3>
      <Spread column={column} values={values} />
      <dl className="column-facts">
        <div><dt>Null</dt><dd className={nulls > 0 ? 'figure some-null' : 'figure'}>{share(nulls, rows)}</dd></div>
        <div>
          <dt>Distinct</dt>
          <dd className="figure" title={estimated ? 'Estimated' : ''}>{estimated ? 'about ' : ''}{distinct.toLocaleString('en')}{distinct === values && values > 1 && !estimated ? ', all' : ''}</dd>
        </div>
      </dl>
    </li>
  );
}

function Spread({ column, values }: { readonly column: ProfiledColumn; readonly values: number }) {
  const { name, sensitive, min, max, histogram, top } = column;
  if (values === 0) return <p className="spread quiet">No value.</p>;
  if (sensitive) return <p className="spread quiet">Its values are not shown on pages.</p>;
  if (histogram.length > 0) {
    return (
      <div className="spread">
        <Histogram of={name} bins={histogram} />
        <p className="ends">{ends(min, max).map((end) => <span key={end}>{end}</span>)}</p>
      </div>
    );
  }
  if (top.length > 0) return <Frequent column={column} values={values} />;
  if (min === null) return <p className="spread quiet">Nested values.</p>;
  return (
    <p className="spread from-to">
      <span className="clip" title={String(min)}>{textOf(min)}</span>
      <span className="quiet">to</span>
      <span className="clip" title={String(max)}>{textOf(max)}</span>
    </p>
  );
}

function Frequent({ column: { name, top }, values }: { readonly column: ProfiledColumn; readonly values: number }) {
  return (
    <ul className="spread frequent" aria-label={`The most frequent values of ${name}`}>
      {top.map(({ value, count }) => (
        <li key={String(value)}>
          <span className="clip" title={String(value)}><Cell value={value} /></span>
          <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect x={0} y={0} width={(count / values) * 100} height={8} /></svg>
          <span className="number">{share(count, values)}</span>
        </li>
      ))}
    </ul>
  );
}
