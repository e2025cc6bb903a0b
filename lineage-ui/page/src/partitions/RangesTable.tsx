import { useMemo, useState } from 'react';
import type { Status } from '../status/status';
import { StatusMark } from '../status/StatusMark';
import type { Cells } from './model/cells';
import { keyOf, type Line } from './model/line';
import type { Places } from './model/places';

interface Props {
  readonly line: Line;
  readonly cells: Cells;
  readonly shown: ReadonlySet<Status>;
  readonly choose: (places: Places) => void;
}

const PAGE = 100;

/** The same as the grid, for those who read it: partitions that follow each other and stand alike are one row. */
export function RangesTable({ line, cells, shown, choose }: Props) {
  const [most, setMost] = useState(PAGE);
  const ranges = useMemo(() => cells.ranges().filter(({ status }) => shown.size === 0 || shown.has(status)), [cells, shown]);
  return (
    <section className="panel">
      <h2>Ranges <span className="quiet">{ranges.length.toLocaleString('en')}</span></h2>
      <table>
        <thead>
          <tr><th scope="col">From</th><th scope="col">To</th><th scope="col" className="number">Partitions</th><th scope="col">Status</th><th scope="col"><span className="unseen">Select</span></th></tr>
        </thead>
        <tbody>
          {ranges.slice(0, most).map(({ first, last, status }) => (
            <tr key={first}>
              <td className="key">{keyOf(line, first)}</td>
              <td className="key">{first === last ? <span className="quiet">–</span> : keyOf(line, last)}</td>
              <td className="number">{(last - first + 1).toLocaleString('en')}</td>
              <td><StatusMark status={status} /></td>
              <td className="number">
                <button type="button" className="plain link" onClick={() => choose([[first, last]])}>
                  Select<span className="unseen"> {keyOf(line, first)} to {keyOf(line, last)}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {ranges.length > most && (
        <button type="button" className="button" onClick={() => setMost(most * 4)}>Show {Math.min(ranges.length - most, most * 3).toLocaleString('en')} more</button>
      )}
    </section>
  );
}
