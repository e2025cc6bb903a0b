import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { SHAPES, type Status, STATUSES, URGENCY } from '../../status/status';
import type { Matrix } from './matrix';

const PAGE = 200;

/** The same for those who read: how many partitions of each asset stand how. */
export function MatrixTable({ matrix, shown }: { readonly matrix: Matrix; readonly shown: ReadonlySet<Status> }) {
  const [most, setMost] = useState(PAGE);
  const isUnknown = matrix.counts.some((count, i) => count > 0 && i % STATUSES.length === STATUSES.indexOf('unknown'));
  const columns = URGENCY.filter((status) => (shown.size === 0 ? status !== 'unknown' || isUnknown : shown.has(status)));
  const rows = useMemo(() => {
    const count = (row: number, status: Status): number => matrix.counts[row * STATUSES.length + STATUSES.indexOf(status)];
    return matrix.keys.map((key, row) => ({ key, counts: columns.map((status) => count(row, status)) })).filter(({ counts }) => counts.some((one) => one > 0));
  }, [matrix, columns]);
  return (
    <div className="rows matrix-table" role="region" aria-label="Assets" tabIndex={0}>
      <table className="runs">
        <thead>
          <tr>
            <th scope="col">Asset</th>
            {columns.map((status) => <th key={status} scope="col" className="number"><span aria-hidden="true" className={`status-${status}`}>{SHAPES[status]}</span> {status}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map(({ key, counts }) => (
            <tr key={key}>
              <td><Link to="/assets/$" params={{ _splat: key }} search={{ tab: 'partitions' }} className="key">{key}</Link></td>
              {counts.map((count, i) => <td key={columns[i]} className={count === 0 ? 'number quiet' : 'number'}>{count === 0 ? '–' : count.toLocaleString('en')}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > most && <button type="button" className="button" onClick={() => setMost(most + 800)}>Show more</button>}
    </div>
  );
}
