import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { PartitionMatrix } from '../../api/types';
import { type Status, STATUSES } from '../../status/status';
import { StatusMark } from '../../status/StatusMark';
import { ABSENT } from '../model/cells';
import { StatusLegend } from '../StatusLegend';
import { columnKey, columnRange, type Unit } from './columns';
import { MatrixCanvas } from './MatrixCanvas';
import { MatrixTable } from './MatrixTable';
import { type Matrix, matrixOf } from './matrix';
import type { Selected } from './paint';
import type { Cell } from './view';

interface Props {
  readonly answer: PartitionMatrix;
  readonly selection: string;
  readonly unit: Unit | undefined;
  readonly show: string;
  readonly remember: (part: { show?: string }) => void;
}

/** More assets than this in one selection no address should hold. */
const MOST = 100;

export function MatrixView({ answer, selection, unit, show, remember }: Props) {
  const navigate = useNavigate();
  const matrix = useMemo(() => matrixOf(answer, unit), [answer, unit]);
  const [selected, select] = useState<Selected>();
  const [pointed, point] = useState<Cell>();
  const [asTable, setAsTable] = useState(false);
  const shown = useMemo(() => new Set(STATUSES.filter((status) => show.split(',').includes(status))), [show]);
  const counts = useMemo(() => totals(matrix), [matrix]);
  const wish = selected === undefined ? undefined : wishOf(matrix, selected, selection);
  const plan = (): void => {
    if (wish?.sel !== undefined) void navigate({ to: '/launch', search: { ...(wish.sel === '' ? {} : { sel: wish.sel }), ...(wish.p === '' ? {} : { p: wish.p }) } });
  };
  const filter = (status: Status): void => {
    const next = new Set(shown);
    if (!next.delete(status)) next.add(status);
    remember({ show: [...next].join(',') });
  };
  const open = ({ row, column }: Cell): void =>
    void navigate({ to: '/assets/$', params: { _splat: matrix.keys[row] }, search: { tab: 'partitions', p: columnKey(matrix.unit, matrix.first + column) } });
  const openAsset = (row: number): void => void navigate({ to: '/assets/$', params: { _splat: matrix.keys[row] }, search: {} });
  return (
    <section className="panel matrix" aria-label="Matrix of assets and partitions">
      <div className="matrix-head">
        <StatusLegend counts={counts} shown={shown} filter={filter} clear={() => remember({ show: '' })} />
        <button type="button" className="chip" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>As a table</button>
      </div>
      {asTable ? <MatrixTable matrix={matrix} shown={shown} /> : (
        <MatrixCanvas matrix={matrix} shown={shown} selected={selected} select={select} open={open} openAsset={openAsset} point={point} plan={plan} />
      )}
      <div className="matrix-foot">
        <p className="pointed" role="status" aria-live="polite">{pointed === undefined ? <span className="quiet">Point at a cell to see what it is.</span> : <Pointed matrix={matrix} cell={pointed} />}</p>
        {wish !== undefined && (
          <button type="button" className="button main" disabled={wish.sel === undefined} onClick={plan}>Plan {wish.says} …</button>
        )}
      </div>
      {wish !== undefined && wish.sel === undefined && <p className="quiet">Those are too many assets for one address: select all rows, or {MOST} at most.</p>}
      <p id="matrix-help" className="grid-help quiet">
        Drag over a part, <kbd>Shift</kbd> enlarges it. The wheel moves, with <kbd>Ctrl</kbd> it zooms. <kbd>←</kbd> <kbd>↑</kbd> <kbd>→</kbd> <kbd>↓</kbd> move, <kbd>↵</kbd> opens, <kbd>L</kbd> plans, <kbd>F</kbd> fits, <kbd>R</kbd> reads.
      </p>
    </section>
  );
}

function Pointed({ matrix, cell: { row, column } }: { readonly matrix: Matrix; readonly cell: Cell }) {
  const status = matrix.cells[row * matrix.columns + column];
  const whole = matrix.wholes[row];
  return (
    <>
      <span className="key">{matrix.keys[row]}</span> <span className="key quiet">{columnKey(matrix.unit, matrix.first + column)}</span>{' '}
      {status !== ABSENT ? <StatusMark status={STATUSES[status]} /> : whole !== ABSENT ? <>not by time: <StatusMark status={STATUSES[whole]} /></> : <span className="quiet">no partition</span>}
    </>
  );
}

function totals({ counts }: Matrix): Int32Array {
  const sums = new Int32Array(STATUSES.length);
  for (let i = 0; i < counts.length; i++) sums[i % STATUSES.length] += counts[i];
  return sums;
}

/** What is selected, as a plan is asked for; no selection where that would be too long. */
function wishOf(matrix: Matrix, { from, to }: Selected, selection: string): { readonly sel: string | undefined; readonly p: string; readonly says: string } {
  const [top, bottom] = [Math.min(from.row, to.row), Math.max(from.row, to.row) + 1];
  const keys = matrix.keys.slice(top, bottom);
  const p = columnRange(matrix.unit, matrix.first + Math.min(from.column, to.column), matrix.first + Math.max(from.column, to.column));
  const all = keys.length === matrix.keys.length;
  return { sel: all ? selection : keys.length > MOST ? undefined : keys.join(' or '), p, says: `${keys.length === 1 ? keys[0] : `${keys.length.toLocaleString('en')} assets`}, ${p}` };
}
