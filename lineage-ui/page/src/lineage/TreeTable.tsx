import { useVirtualizer } from '@tanstack/react-virtual';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { type Colouring, countsOf } from './canvas/colouring';
import { type ColumnLevel, type ColumnList, lineOf } from './columns/level';
import { variablesFor } from './ink';
import { boxOf, type Graph, labelOf, nameOf, neighbours, parentOf } from './model/graph';
import { rowsOf, type TreeRow } from './rows';
import type { Lineage } from './useLineage';

const ROW = 28;

interface Props {
  readonly graph: Graph;
  readonly lineage: Lineage;
  readonly colouring: Colouring;
  /** The columns of open assets. */
  readonly lists: ColumnLevel['lists'] | undefined;
}

/** The picture as a table, for those who cannot see it and for those who rather read. */
export function TreeTable({ graph, lineage, colouring, lists }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => rowsOf(graph, lineage.open, lists), [graph, lineage.open, lists]);
  const list = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 10, scrollPaddingEnd: ROW });
  const chosen = lineage.selection?.id ?? -1;
  const chosenLine = lineOf(lists?.get(chosen), lineage.column);
  const at = rows.findIndex(({ id, line }) => id === chosen && line === chosenLine);
  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at, { align: 'auto' });
  }, [at, list]);
  const nameAt = ({ id, line }: TreeRow): string | undefined => lists?.get(id)?.lines[line]?.name;
  const select = (row: TreeRow): void => {
    const column = nameAt(row);
    if (column !== undefined) lineage.pick(row.id, column);
    else if (row.line < 0) lineage.select({ id: row.id, up: 'all', down: 'all' });
  };
  const go = (row: TreeRow): void => {
    const column = nameAt(row);
    if (column !== undefined) lineage.follow(row.id, column);
    else if (row.line < 0) lineage.focus(row.id);
  };
  /** The next row in a direction that can be chosen: what stands below columns cannot. */
  const step = (from: number, by: 1 | -1): TreeRow | undefined => {
    let next = Math.min(Math.max(from, 0), rows.length - 1);
    while (rows[next] !== undefined && rows[next].line >= 0 && nameAt(rows[next]) === undefined) next += by;
    return rows[next];
  };
  const pressed = (event: KeyboardEvent): void => {
    const row = rows[at];
    const open = row !== undefined && row.line < 0 && lineage.open.has(row.id);
    const outer = row === undefined ? -1 : row.line >= 0 ? row.id : parentOf(graph.shape, row.id);
    const next = { ArrowDown: step(at + 1, 1), ArrowUp: step(at - 1, -1), Home: step(0, 1), End: step(rows.length - 1, -1) }[event.key];
    if (next !== undefined) select(next);
    else if (row === undefined) return;
    else if (event.key === 'ArrowRight' && row.line < 0 && !open) lineage.toggle(row.id);
    else if (event.key === 'ArrowLeft' && open) lineage.toggle(row.id);
    else if (event.key === 'ArrowLeft' && outer >= 0) lineage.select({ id: outer, up: 'all', down: 'all' });
    else if (event.key === 'Escape' && lineage.column !== undefined) lineage.select(lineage.selection);
    else if (event.key === 'Enter') go(row);
    else return;
    event.preventDefault();
  };
  return (
    <div className="tree" ref={scroller} role="treegrid" aria-label="Lineage as a table" aria-rowcount={rows.length + 1} tabIndex={0}
      aria-activedescendant={at < 0 ? undefined : idOf(rows[at])} onKeyDown={pressed}>
      <div role="rowgroup" className="tree-head">
        <div role="row" aria-rowindex={1} className="tree-row">
          <span role="columnheader">Name</span><span role="columnheader">State</span>
          <span role="columnheader" title="Direct upstream" className="number">Up</span><span role="columnheader" title="Direct downstream" className="number">Down</span>
        </div>
      </div>
      <div role="rowgroup" className="table-body" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start }) => (
          <Row key={idOf(rows[index])} row={rows[index]} index={index} top={start} isChosen={index === at} graph={graph} lineage={lineage} colouring={colouring} lists={lists} select={select} go={go} />
        ))}
      </div>
    </div>
  );
}

const idOf = ({ id, line }: TreeRow): string => (line < 0 ? `tree-${id}` : `tree-${id}-${line}`);

interface RowProps extends Props {
  readonly row: TreeRow;
  readonly index: number;
  readonly top: number;
  readonly isChosen: boolean;
  readonly select: (row: TreeRow) => void;
  readonly go: (row: TreeRow) => void;
}

function Row({ row, index, top, isChosen, graph, lineage, colouring, lists, select, go }: RowProps) {
  const { id, line, level, place, of } = row;
  return (
    <div id={idOf(row)} role="row" aria-rowindex={index + 2} aria-level={level} aria-posinset={place} aria-setsize={of} aria-selected={isChosen}
      {...(line < 0 ? { 'aria-expanded': lineage.open.has(id) } : {})} tabIndex={-1} className="tree-row placed" style={{ transform: `translateY(${top}px)` }}
      onClick={() => select(row)} onDoubleClick={() => go(row)} onKeyDown={() => undefined}>
      {line < 0 ? <BoxCells id={id} level={level} graph={graph} lineage={lineage} colouring={colouring} /> : <ColumnCells asset={nameOf(graph, id)} line={line} level={level} list={lists?.get(id)} />}
    </div>
  );
}

const indent = (level: number): { paddingLeft: number } => ({ paddingLeft: (level - 1) * 12 });

function BoxCells({ id, level, graph, lineage, colouring }: Omit<Props, 'lists'> & { readonly id: number; readonly level: number }) {
  const holds = boxOf(graph.shape, id).is !== 'asset';
  return (
    <>
      <span role="gridcell" className="clip" title={nameOf(graph, id)} style={indent(level)}>
        <span aria-hidden="true" className="twisty" onClick={(event) => {
          event.stopPropagation();
          lineage.toggle(id);
        }}>{lineage.open.has(id) ? '▾' : '▸'}</span>
        {labelOf(graph, id)}
      </span>
      <span role="gridcell" className="clip"><State graph={graph} id={id} colouring={colouring} /></span>
      <span role="gridcell" className="number quiet">{holds ? '' : neighbours(graph.up, id).length}</span>
      <span role="gridcell" className="number quiet">{holds ? '' : neighbours(graph.down, id).length}</span>
    </>
  );
}

/** A column with its type, of how many it is made and how many are made of it; or what stands below the columns. */
function ColumnCells({ asset, line, level, list }: { readonly asset: string; readonly line: number; readonly level: number; readonly list: ColumnList | undefined }) {
  const column = list?.lines[line];
  const foot = list?.foot;
  if (column === undefined) {
    return (
      <span role="gridcell" className="clip quiet tree-foot" style={indent(level)}>
        <span aria-hidden="true" className="twisty" />
        {foot?.leads === 'to the other columns' ? <Link to="/assets/$" params={{ _splat: asset }} search={{ tab: 'columns' }}>{foot.text}</Link> : foot?.text}
      </span>
    );
  }
  return (
    <>
      <span role="gridcell" className="clip" title={`${asset}.${column.name}`} style={indent(level)}><span aria-hidden="true" className="twisty" /><span className="key">{column.name}</span></span>
      <span role="gridcell" className="clip quiet" title={column.type}>{column.type}</span>
      <span role="gridcell" className="number quiet">{column.up ?? '?'}{column.up === undefined && <span className="unseen"> not followed</span>}</span>
      <span role="gridcell" className="number quiet">{column.down}</span>
    </>
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
