import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { Cell } from './Cell';
import { isNumber, typeOf, widths } from './cells';
import type { Sample } from './types';

const ROW = 28;
/** As the style sheet has them. */
const GAP = 16;
const EDGES = 66;

/** The first rows, of which only those on the screen exist. */
export function RowsTable({ sample }: { readonly sample: Sample }) {
  const { columns, rows } = sample;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 10 });
  const wide = useMemo(() => widths(columns, rows), [columns, rows]);
  const grid = { gridTemplateColumns: `44px ${wide.map((width) => `minmax(${width}px, ${width}fr)`).join(' ')}` };
  const least = wide.reduce((sum, width) => sum + width + GAP, EDGES);
  return (
    <div className="data-rows" ref={scroller} role="region" aria-label="Rows" tabIndex={0}>
      <div role="table" aria-label="Rows" aria-rowcount={rows.length + 1} aria-colcount={columns.length + 1} style={{ minWidth: least }}>
        <div role="rowgroup" className="table-head">
          <div role="row" className="data-row data-head" aria-rowindex={1} style={grid}>
            <span role="columnheader" className="number quiet">#</span>
            {columns.map((column) => (
              <span role="columnheader" key={column.name} className={isNumber(column.type) ? 'number clip' : 'clip'} title={`${column.name} ${column.type}`}>
                <span className="key">{column.name}</span>
                <span className="column-type">{typeOf(column)}</span>
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" className="table-body" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            <div key={index} role="row" aria-rowindex={index + 2} className="data-row placed" style={{ ...grid, transform: `translateY(${start}px)` }}>
              <span role="rowheader" className="number quiet">{(sample.offset ?? 0) + index + 1}</span>
              {columns.map(({ name, type, sensitive }, i) => (
                <span role="cell" key={name} className={isNumber(type) ? 'number clip' : 'clip'} title={String(rows[index][i] ?? 'null')}>
                  <Cell value={rows[index][i]} sensitive={sensitive} />
                </span>
              ))}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
