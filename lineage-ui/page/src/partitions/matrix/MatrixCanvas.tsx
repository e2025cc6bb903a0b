import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { inksOf } from '../../lineage/canvas/pen';
import { useTheme } from '../../shell/useTheme';
import type { Status } from '../../status/status';
import { tilesOf } from '../grid/tiles';
import type { Matrix } from './matrix';
import { coloursOf, MARKED, paint, type Selected } from './paint';
import { begun, type Cell, cellAt, fitted, LEFT, NAMES, type Room, readable, sameView, showing, TOP, type View, within, zoomed } from './view';

interface Props {
  readonly matrix: Matrix;
  readonly shown: ReadonlySet<Status>;
  readonly selected: Selected | undefined;
  readonly select: (selected: Selected | undefined) => void;
  readonly open: (cell: Cell) => void;
  readonly openAsset: (row: number) => void;
  readonly point: (cell: Cell | undefined) => void;
  readonly plan: () => void;
}

/** Assets by time. One drags over a part of it; the wheel moves, with Ctrl it zooms. */
export function MatrixCanvas({ matrix, shown, selected, select, open, openAsset, point, plan }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  const [room, setRoom] = useState<Room>({ width: 0, height: 0 });
  const [moved, setMoved] = useState<View>();
  const [cursor, setCursor] = useState<Cell>();
  const drag = useRef<{ from: Cell; moved: boolean } | undefined>(undefined);
  const view = useMemo(() => (moved === undefined ? begun(matrix, room) : within(matrix, room, moved)), [matrix, room, moved]);
  const latest = useRef(view);
  latest.current = view;

  // biome-ignore lint/correctness/useExhaustiveDependencies: The colours are those of the theme.
  const palette = useMemo(() => {
    const inks = inksOf(document.documentElement);
    const [across, down] = [Math.max(MARKED, view.across), Math.max(MARKED, view.down)];
    return { inks, colours: coloursOf(inks), tiles: tilesOf(inks, across, down, devicePixelRatio) };
  }, [theme, view.across, view.down]);
  useLayoutEffect(() => {
    const context = canvas.current!.getContext('2d', { alpha: false });
    if (context === null || room.width === 0) return;
    performance.mark('weir:matrix-begun');
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    paint(context, { matrix, view, room, selected, cursor, shown }, palette);
    performance.measure('weir:matrix', 'weir:matrix-begun');
  }, [matrix, view, room, selected, cursor, shown, palette]);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(([{ contentRect: { width, height } }]) => {
      canvas.current!.width = Math.round(width * devicePixelRatio);
      canvas.current!.height = Math.round(height * devicePixelRatio);
      setRoom({ width, height });
    });
    watch.observe(canvas.current!.parentElement!);
    return () => watch.disconnect();
  }, []);
  const look = useCallback((change: (view: View) => View) => {
    const next = within(matrix, room, change(latest.current));
    if (!sameView(next, latest.current)) setMoved(next);
  }, [matrix, room]);
  useEffect(() => {
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      const bounds = canvas.current!.getBoundingClientRect();
      if (event.ctrlKey || event.metaKey) look((now) => zoomed(matrix, room, now, event.clientX - bounds.left, event.clientY - bounds.top, 1.002 ** (-event.deltaY * lines)));
      else if (event.shiftKey) look((now) => ({ ...now, x: now.x + (event.deltaX || event.deltaY) * lines }));
      else look((now) => ({ ...now, x: now.x + event.deltaX * lines, y: now.y + event.deltaY * lines }));
    };
    const at = canvas.current!;
    at.addEventListener('wheel', wheel, { passive: false });
    return () => at.removeEventListener('wheel', wheel);
  }, [matrix, room, look]);

  const position = (event: PointerEvent): { x: number; y: number } => {
    const bounds = canvas.current!.getBoundingClientRect();
    return { x: event.clientX - bounds.left, y: event.clientY - bounds.top };
  };
  const hit = ({ x, y }: { x: number; y: number }): Cell | undefined =>
    x >= LEFT && y >= TOP && x - LEFT + view.x < matrix.columns * view.across && y - TOP + view.y < matrix.keys.length * view.down ? cellAt(matrix, view, x, y) : undefined;
  const down = (event: PointerEvent): void => {
    const at = position(event);
    const cell = hit(at);
    if (event.button !== 0) return;
    if (cell === undefined) {
      if (at.x < NAMES && at.y > TOP && at.y - TOP + view.y < matrix.keys.length * view.down) openAsset(cellAt(matrix, view, at.x, at.y).row);
      return;
    }
    canvas.current!.setPointerCapture(event.pointerId);
    drag.current = { from: event.shiftKey && selected !== undefined ? selected.from : cell, moved: event.shiftKey };
    if (event.shiftKey && selected !== undefined) select({ from: selected.from, to: cell });
  };
  const move = (event: PointerEvent): void => {
    const held = drag.current;
    const at = position(event);
    const cell = held === undefined ? hit(at) : cellAt(matrix, view, at.x, at.y);
    point(cell);
    if (held === undefined || cell === undefined || (!held.moved && cell.row === held.from.row && cell.column === held.from.column)) return;
    held.moved = true;
    select({ from: held.from, to: cell });
  };
  const up = (): void => {
    const held = drag.current;
    drag.current = undefined;
    if (held !== undefined && !held.moved) {
      setCursor(held.from);
      select({ from: held.from, to: held.from });
    }
  };
  const at = cursor ?? { row: 0, column: matrix.columns - 1 };
  const go = (rows: number, columns: number, extend: boolean): void => {
    const to = { row: clamp(at.row + rows, matrix.keys.length), column: clamp(at.column + columns, matrix.columns) };
    setCursor(to);
    point(to);
    look((now) => showing(matrix, room, now, to));
    if (extend) select({ from: selected?.from ?? at, to });
  };
  const zoom = (factor: number): void => look((now) => zoomed(matrix, room, now, room.width / 2, room.height / 2, factor));
  const keys: Readonly<Record<string, (shift: boolean) => void>> = {
    ArrowLeft: (shift) => go(0, -1, shift),
    ArrowRight: (shift) => go(0, 1, shift),
    ArrowUp: (shift) => go(-1, 0, shift),
    ArrowDown: (shift) => go(1, 0, shift),
    PageUp: (shift) => go(-20, 0, shift),
    PageDown: (shift) => go(20, 0, shift),
    Home: (shift) => go(0, -matrix.columns, shift),
    End: (shift) => go(0, matrix.columns, shift),
    x: () => select({ from: at, to: at }),
    Enter: () => open(at),
    l: plan,
    L: plan,
    f: () => setMoved(fitted(matrix, room)),
    r: () => setMoved(readable(matrix, room)),
    '+': () => zoom(1.4),
    '=': () => zoom(1.4),
    '-': () => zoom(1 / 1.4),
    Escape: () => select(undefined),
  };
  const pressed = (event: KeyboardEvent): void => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act(event.shiftKey);
  };
  return (
    <div className="matrix-stage">
      <div className="matrix-tools" role="toolbar" aria-label="Matrix">
        <button type="button" className="plain" aria-label="Zoom out (-)" onClick={() => zoom(1 / 1.4)}>−</button>
        <button type="button" className="plain" aria-label="Zoom in (+)" onClick={() => zoom(1.4)}>+</button>
        <button type="button" className="button" title="Shows everything (F)" onClick={() => setMoved(fitted(matrix, room))}>Fit</button>
        <button type="button" className="button" title="Rows that can be read, at the end of the time (R)" onClick={() => setMoved(readable(matrix, room))}>Read</button>
      </div>
      <canvas ref={canvas} className="matrix-canvas" tabIndex={0} role="application" aria-label="Partitions of assets" aria-describedby="matrix-help"
        onKeyDown={pressed} onPointerDown={down} onPointerMove={move} onPointerUp={up} onPointerCancel={up} onPointerLeave={() => point(undefined)}
        onDoubleClick={() => cursor && open(cursor)} />
    </div>
  );
}

const clamp = (value: number, count: number): number => Math.min(Math.max(0, value), count - 1);
