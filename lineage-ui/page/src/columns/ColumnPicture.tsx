import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, type MouseEvent, type RefObject, type SyntheticEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { EdgeLayer } from './EdgeLayer';
import { CARD, cardsOf } from './model/cards';
import { addressOf, type ColumnGraph, columnAt, shortName } from './model/columnGraph';
import { litBy, roleOf } from './model/lit';
import { pathsOf } from './model/paths';
import { type Places, placeCards } from './model/place';
import { walked } from './model/walk';
import { sentence } from './model/words';
import { TableCard } from './TableCard';
import { useColumnAddress } from './useColumnAddress';
import { useDragging } from './useDragging';

/** Tables from left to right with lines between their columns. Pointing at a column lights what it comes from and goes to. */
export function ColumnPicture({ graph }: { readonly graph: ColumnGraph }) {
  const [{ col }, go] = useColumnAddress();
  const pinned = useMemo(() => columnAt(graph, col), [graph, col]);
  const [pointed, setPointed] = useState<number>();
  const [entered, setEntered] = useState<number>();
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set());
  const cards = useMemo(() => cardsOf(graph, unfolded, pinned), [graph, unfolded, pinned]);
  const places = useMemo(() => placeCards(graph, cards), [graph, cards]);
  const paths = useMemo(() => pathsOf(graph, cards, places), [graph, cards, places]);
  const focus = [pointed, entered, pinned].find((column) => column !== undefined && column < graph.columns.length);
  const lit = useMemo(() => (focus === undefined ? undefined : litBy(graph, focus)), [graph, focus]);
  const frame = useRef<HTMLDivElement>(null);
  const held = useRef<number>(undefined);
  const own = useRef<number>(undefined);
  useGoing(frame, graph, places, pinned, own);
  useHeld(frame, places, held);
  useDragging(frame);
  const fold = useCallback((table: number) => {
    held.current = table;
    setUnfolded((now) => new Set(now.has(table) ? [...now].filter((each) => each !== table) : [...now, table]));
  }, []);

  const pin = (column: number | undefined): void => {
    own.current = column;
    go({ col: column === undefined ? undefined : addressOf(graph, graph.columns[column]) });
  };
  const clicked = (event: MouseEvent): void => {
    const column = columnOf(event);
    if (column === undefined) return;
    if (column === pinned) setEntered(undefined);
    pin(column === pinned ? undefined : column);
  };
  const pressed = (event: KeyboardEvent): void => {
    const column = columnOf(event);
    if (event.key === 'Escape') {
      setEntered(undefined);
      setPointed(undefined);
      if (pinned !== undefined) pin(undefined);
    } else if (column !== undefined) {
      const next = event.altKey || event.ctrlKey || event.metaKey ? undefined : walked(graph, cards, places, column, event.key);
      if (next === undefined && !event.key.startsWith('Arrow')) return;
      event.preventDefault();
      setPointed(undefined);
      if (next !== undefined) buttonOf(frame.current, next)?.focus();
    }
  };
  const entry = [entered, pinned].find((column) => column !== undefined && column < graph.columns.length) ?? graph.tables[0].columns[0].id;
  const decided = new Set([...(lit?.decisions ?? [])].map((d) => graph.decisions[d].table));
  return (
    <section className="panel columns-panel" aria-labelledby="columns-heading">
      <h2 id="columns-heading" className="unseen">Where columns come from and go to</h2>
      <div className="columns-said">
        <p role="status">{lit === undefined ? 'Point at a column to see where it comes from and where it goes; click to keep it.' : sentence(graph, lit)}</p>
        {pinned !== undefined && <FollowThere graph={graph} column={pinned} />}
        {pinned !== undefined && <button type="button" className="plain" aria-label={`Let go of ${graph.columns[pinned].name}`} title="Let go of it (Esc)" onClick={() => pin(undefined)}>✕</button>}
      </div>
      <div ref={frame} className={`columns-frame${lit === undefined ? '' : ' is-lit'}`} role="group" aria-label="Tables and their columns" aria-describedby="columns-help"
        onClick={clicked} onKeyDown={pressed} onPointerOver={(event) => setPointed(columnOf(event))} onPointerLeave={() => setPointed(undefined)}
        onFocus={(event) => setEntered(event.target.matches(':focus-visible') ? columnOf(event) : undefined)} onBlur={() => setEntered(undefined)}>
        <div className="columns-picture" style={{ width: places.width, height: places.height }}>
          <EdgeLayer graph={graph} places={places} paths={paths} lit={lit} />
          {cards.map((card) => (
            <TableCard key={graph.tables[card.table].asset} table={graph.tables[card.table]} card={card} x={places.x[card.table]} y={places.y[card.table]}
              isFirst={card.table === 0} isDecided={decided.has(card.table)} fold={fold}
              roles={lit === undefined ? '' : card.rows.flatMap(({ id }) => roleOf(lit, id) === undefined ? [] : [`${id}:${roleOf(lit, id)}`]).join(' ')}
              entry={card.rows.some(({ id }) => id === entry) ? entry : undefined} pinned={card.rows.some(({ id }) => id === pinned) ? pinned : undefined} />
          ))}
        </div>
      </div>
      <p id="columns-help" className="columns-help quiet">
        <kbd>↑</kbd> <kbd>↓</kbd> between columns, <kbd>←</kbd> <kbd>→</kbd> along the lines, <kbd>↵</kbd> keeps a column in the address, <kbd>Esc</kbd> lets go
      </p>
    </section>
  );
}

/** From a column of another table, only what has to do with the first is followed. */
function FollowThere({ graph, column }: { readonly graph: ColumnGraph; readonly column: number }) {
  const { table, name } = graph.columns[column];
  const { asset } = graph.tables[table];
  return table === 0 ? null : <Link to="/assets/$" params={{ _splat: asset }} search={{ tab: 'columns', col: name }}>Follow it from {shortName(asset)}</Link>;
}

function columnOf(event: SyntheticEvent): number | undefined {
  const id = event.target instanceof Element ? event.target.closest('[data-column]')?.getAttribute('data-column') : undefined;
  return id == null ? undefined : Number(id);
}

const buttonOf = (frame: HTMLElement | null, column: number): HTMLElement | null => frame?.querySelector<HTMLElement>(`[data-column="${column}"]`) ?? null;

/** At first the table that was asked for is in the middle, or the column of the address; later one that a link leads to. */
function useGoing(frame: RefObject<HTMLDivElement | null>, graph: ColumnGraph, places: Places, pinned: number | undefined, own: RefObject<number | undefined>): void {
  const shown = useRef<readonly [ColumnGraph, number | undefined]>(undefined);
  useEffect(() => {
    const view = frame.current;
    const [before, column] = shown.current ?? [];
    shown.current = [graph, pinned];
    if (view === null || (before === graph && (pinned === column || pinned === undefined || pinned === own.current))) return;
    const table = pinned === undefined ? 0 : graph.columns[pinned].table;
    const row = pinned === undefined ? null : buttonOf(view, pinned);
    view.scrollLeft = places.x[table] + CARD / 2 - view.clientWidth / 2;
    const middle = places.y[table] + (row?.offsetTop ?? 0);
    // Not further than needed.
    view.scrollTop = middle < view.clientHeight / 2 ? 0 : middle - (row === null ? 24 : view.clientHeight / 2);
    if (before === graph) view.scrollIntoView({ block: 'center' });
  }, [frame, graph, places, pinned, own]);
}

/** A table that is folded or unfolded stays where it is under the pointer. */
function useHeld(frame: RefObject<HTMLDivElement | null>, places: Places, held: RefObject<number | undefined>): void {
  const before = useRef(places);
  useLayoutEffect(() => {
    const table = held.current;
    if (table !== undefined && frame.current !== null) frame.current.scrollTop += places.y[table] - before.current.y[table];
    held.current = undefined;
    before.current = places;
  }, [frame, places, held]);
}
