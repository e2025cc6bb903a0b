import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { inksOf } from '../../lineage/canvas/pen';
import { useTheme } from '../../shell/useTheme';
import type { Status } from '../../status/status';
import type { Cells } from '../model/cells';
import { layoutOf } from '../model/layout';
import type { Line } from '../model/line';
import { between, NONE, type Places, toggled, united } from '../model/places';
import { cellAt, heightOf, measuresOf, WORD } from './measures';
import { paint } from './paint';
import { tilesOf } from './tiles';

interface Props {
  readonly line: Line;
  readonly cells: Cells;
  readonly chosen: Places;
  readonly opened: number | undefined;
  readonly shown: ReadonlySet<Status>;
  readonly label: string;
  readonly describedBy: string;
  readonly choose: (places: Places) => void;
  readonly open: (place: number) => void;
  readonly point: (place: number | undefined) => void;
  readonly plan: () => void;
}

/** Every partition as a cell. One drags a range, Shift adds to it, and everything goes by keys too. */
export function HeatGrid({ line, cells, chosen, opened, shown, label, describedBy, choose, open, point, plan }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  const [width, setWidth] = useState(0);
  const [cursor, setCursor] = useState<number>();
  const [focused, setFocused] = useState(false);
  const layout = useMemo(() => layoutOf(line, cells, Math.max(1, Math.floor(width / WORD))), [line, cells, width]);
  const measures = useMemo(() => measuresOf(layout, width), [layout, width]);
  const total = heightOf(layout, measures);
  const drag = useRef<{ from: number; base: Places; moved: boolean } | undefined>(undefined);
  const [dragged, setDragged] = useState<Places>();
  const at = cursor ?? opened ?? cells.last;

  const picture = useMemo(
    () => ({ line, cells, layout, measures, chosen: dragged ?? chosen, cursor: focused ? at : opened, shown }),
    [line, cells, layout, measures, dragged, chosen, focused, at, opened, shown],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: The colours are those of the theme.
  const drawn = useMemo(() => {
    const inks = typeof document === 'undefined' ? undefined : inksOf(document.documentElement);
    return inks && { inks, tiles: tilesOf(inks, measures.across - measures.gap, measures.down - measures.gap, devicePixelRatio) };
  }, [measures, theme]);
  const draw = useCallback(() => {
    const context = canvas.current?.getContext('2d', { alpha: false });
    if (!context || !drawn || !scroller.current) return;
    const view = { width: canvas.current!.clientWidth, height: canvas.current!.clientHeight };
    canvas.current!.width = Math.round(view.width * devicePixelRatio);
    canvas.current!.height = Math.round(view.height * devicePixelRatio);
    context.scale(devicePixelRatio, devicePixelRatio);
    performance.mark('weir:grid-begun');
    paint(context, picture, drawn.tiles, drawn.inks, scroller.current.scrollTop, view);
    performance.measure('weir:grid', 'weir:grid-begun');
  }, [picture, drawn]);
  useLayoutEffect(draw, [draw]);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      setWidth(Math.floor(entry.contentRect.width));
      draw();
    });
    watch.observe(scroller.current!);
    return () => watch.disconnect();
  }, [draw]);
  useEffect(() => {
    const { row } = layout.cellOf(at);
    const [top, bottom] = [row * measures.down, (row + 1) * measures.down + measures.top];
    const box = scroller.current!;
    if (cursor === undefined && opened === undefined) box.scrollTop = box.scrollHeight;
    else if (top < box.scrollTop) box.scrollTop = top;
    else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
  }, [at, cursor, opened, layout, measures]);

  const placeOf = (event: PointerEvent, nearest: boolean): number | undefined => {
    const bounds = canvas.current!.getBoundingClientRect();
    const [x, y] = [event.clientX - bounds.left, event.clientY - bounds.top + scroller.current!.scrollTop];
    const { row, column } = cellAt(layout, measures, x, y);
    const inside = x >= measures.left && x < measures.left + layout.columns * measures.across && y < total && event.clientY - bounds.top >= measures.top;
    const place = inside || nearest ? nearestPlace(row, column) : undefined;
    return place === undefined || (!nearest && !cells.has(place)) ? undefined : Math.min(Math.max(place, cells.first), cells.last);
  };
  const nearestPlace = (row: number, column: number): number | undefined => {
    for (let c = column; c >= 0; c--) {
      const place = layout.placeAt(row, c);
      if (place !== undefined) return place;
    }
    return undefined;
  };
  const down = (event: PointerEvent): void => {
    const place = placeOf(event, false);
    if (place === undefined || event.button !== 0) return;
    canvas.current!.setPointerCapture(event.pointerId);
    drag.current = { from: place, base: event.shiftKey ? chosen : NONE, moved: false };
    setCursor(place);
  };
  const move = (event: PointerEvent): void => {
    const held = drag.current;
    const place = placeOf(event, held !== undefined);
    if (held === undefined) {
      point(place);
      return;
    }
    if (place === undefined || (place === held.from && !held.moved)) return;
    held.moved = true;
    point(place);
    setDragged(united(held.base, between(held.from, place)));
  };
  const up = (): void => {
    const held = drag.current;
    drag.current = undefined;
    setDragged(undefined);
    if (held === undefined) return;
    if (held.moved) choose(dragged ?? chosen);
    else if (held.base.length > 0) choose(toggled(chosen, held.from));
    else open(held.from);
  };
  const go = (place: number, extend: boolean): void => {
    const to = Math.min(Math.max(place, cells.first), cells.last);
    if (extend) choose(united(chosen, between(at, to)));
    setCursor(to);
    point(to);
  };
  const byRow = (rows: number): number => {
    const { row, column } = layout.cellOf(at);
    const to = Math.min(Math.max(row + rows, 0), layout.rows - 1);
    return nearestPlace(to, column) ?? at;
  };
  const keys: Readonly<Record<string, (extend: boolean) => void>> = {
    ArrowLeft: (extend) => go(at - 1, extend),
    ArrowRight: (extend) => go(at + 1, extend),
    ArrowUp: (extend) => go(byRow(-1), extend),
    ArrowDown: (extend) => go(byRow(1), extend),
    PageUp: (extend) => go(byRow(-12), extend),
    PageDown: (extend) => go(byRow(12), extend),
    Home: (extend) => go(cells.first, extend),
    End: (extend) => go(cells.last, extend),
    x: () => choose(toggled(chosen, at)),
    ' ': () => choose(toggled(chosen, at)),
    Enter: () => open(at),
    l: plan,
    L: plan,
    Escape: () => choose(NONE),
  };
  const pressed = (event: KeyboardEvent): void => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    setFocused(true);
    act(event.shiftKey);
  };
  return (
    <div className="heat-grid" ref={scroller} onScroll={draw} style={{ height: Math.min(total + 2, 520) }}>
      <div style={{ height: total }}>
        <canvas ref={canvas} className="heat-canvas" tabIndex={0} role="application" aria-label={label} aria-describedby={describedBy}
          style={{ height: Math.min(total, 518) }} onKeyDown={pressed} onPointerDown={down} onPointerMove={move} onPointerUp={up}
          onPointerCancel={up} onPointerLeave={() => point(undefined)}
          onFocus={(event) => setFocused(event.currentTarget.matches(':focus-visible'))} onBlur={() => setFocused(false)} />
      </div>
    </div>
  );
}
