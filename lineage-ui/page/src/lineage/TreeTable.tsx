import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { type Colouring, countsOf } from './canvas/colouring';
import { variablesFor } from './ink';
import { boxOf, type Graph, labelOf, nameOf, neighbours, parentOf } from './model/graph';
import { rowsOf, type TreeRow } from './rows';
import type { Lineage } from './useLineage';

const ROW = 28;

interface Props {
  readonly graph: Graph;
  readonly lineage: Lineage;
  readonly colouring: Colouring;
}

/** The picture as a table, for those who cannot see it and for those who rather read. */
export function TreeTable({ graph, lineage, colouring }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => rowsOf(graph, lineage.open), [graph, lineage.open]);
  const list = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 10 });
  const chosen = lineage.selection?.id ?? -1;
  const at = rows.findIndex(({ id }) => id === chosen);
  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at, { align: 'auto' });
  }, [at, list]);
  const select = (id: number): void => lineage.select({ id, up: 'all', down: 'all' });
  const pressed = (event: KeyboardEvent): void => {
    const { id } = rows[at] ?? { id: -1 };
    const holds = id >= graph.shape.assets;
    const open = lineage.open.has(id);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (next !== undefined) select(rows[Math.min(Math.max(next, 0), rows.length - 1)].id);
    else if (event.key === 'ArrowRight' && holds && !open) lineage.toggle(id);
    else if (event.key === 'ArrowLeft' && holds && open) lineage.toggle(id);
    else if (event.key === 'ArrowLeft' && id >= 0 && parentOf(graph.shape, id) >= 0) select(parentOf(graph.shape, id));
    else if (event.key === 'Enter' && id >= 0) lineage.focus(id);
    else return;
    event.preventDefault();
  };
  return (
    <div className="tree" ref={scroller} role="treegrid" aria-label="Lineage as a table" aria-rowcount={rows.length + 1} tabIndex={0}
      aria-activedescendant={at < 0 ? undefined : `tree-${chosen}`} onKeyDown={pressed}>
      <div role="rowgroup" className="tree-head">
        <div role="row" aria-rowindex={1} className="tree-row">
          <span role="columnheader">Name</span><span role="columnheader">State</span>
          <span role="columnheader" title="Direct upstream" className="number">Up</span><span role="columnheader" title="Direct downstream" className="number">Down</span>
        </div>
      </div>
      <div role="rowgroup" className="table-body" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start }) => (
          <Row key={rows[index].id} row={rows[index]} index={index} top={start} graph={graph} lineage={lineage} colouring={colouring} select={select} />
        ))}
      </div>
    </div>
  );
}

interface RowProps extends Props {
  readonly row: TreeRow;
  readonly index: number;
  readonly top: number;
  readonly select: (id: number) => void;
}

function Row({ row: { id, level, place, of }, index, top, graph, lineage, colouring, select }: RowProps) {
  const box = boxOf(graph.shape, id);
  const holds = box.is !== 'asset';
  const chosen = lineage.selection?.id === id;
  return (
    <div id={`tree-${id}`} role="row" aria-rowindex={index + 2} aria-level={level} aria-posinset={place} aria-setsize={of} aria-selected={chosen}
      {...(holds ? { 'aria-expanded': lineage.open.has(id) } : {})} tabIndex={-1} className="tree-row placed" style={{ transform: `translateY(${top}px)` }}
      onClick={() => select(id)} onDoubleClick={() => lineage.focus(id)} onKeyDown={() => undefined}>
      <span role="gridcell" className="clip" title={nameOf(graph, id)} style={{ paddingLeft: (level - 1) * 12 }}>
        <span aria-hidden="true" className="twisty" onClick={holds ? () => lineage.toggle(id) : undefined}>{holds ? (lineage.open.has(id) ? '▾' : '▸') : ''}</span>
        {labelOf(graph, id)}
      </span>
      <span role="gridcell" className="clip"><State graph={graph} id={id} colouring={colouring} /></span>
      <span role="gridcell" className="number quiet">{holds ? '' : neighbours(graph.up, id).length}</span>
      <span role="gridcell" className="number quiet">{holds ? '' : neighbours(graph.down, id).length}</span>
    </div>
  );
}

/** Of an asset its word; of a box its worst categories. */
function State({ graph, id, colouring }: { readonly graph: Graph; readonly id: number; readonly colouring: Colouring }) {
  const counts = countsOf(graph, colouring, id);
  const present = [...colouring.order].reverse().filter((category) => counts[category] > 0);
  const asset = id < graph.shape.assets;
  return (
    <>
      {present.slice(0, asset ? 1 : 3).map((category) => (
        <span key={category} className="tally" style={variablesFor(colouring, category)}>
          <span aria-hidden="true">{colouring.shapes[category]}</span>
          {asset ? ` ${colouring.names[category]}` : counts[category].toLocaleString('en')}
          {!asset && <span className="unseen"> {colouring.names[category]} </span>}
        </span>
      ))}
    </>
  );
}
