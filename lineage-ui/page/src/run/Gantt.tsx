import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { type Inks, inksOf } from '../lineage/canvas/pen';
import { barAt, type Lane, moved, type Span, timeAt, zoomed } from './gantt';
import { AXIS, drawGantt, LABELS, LANE } from './paint';
import type { Bar } from './timeline';

interface Props {
  readonly lanes: readonly Lane[];
  readonly critical: ReadonlySet<number>;
  /** How long the run has taken so far. */
  readonly whole: number;
  readonly chosen: string | undefined;
  readonly choose: (bar: Bar) => void;
  readonly describedBy: string;
}

/** When each step waited and worked, drawn so that also very many of them are quick. */
export function Gantt({ lanes, critical, whole, chosen, choose, describedBy }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [seen, setSeen] = useState<{ from: number; to: number } | undefined>(undefined);
  const [size, setSize] = useState({ width: 600, height: 200, top: 0 });
  const [pointed, setPointed] = useState<Bar | undefined>(undefined);
  const [inks, setInks] = useState<Inks | undefined>(undefined);
  const span: Span = useMemo(() => ({ from: seen?.from ?? 0, to: seen?.to ?? whole, width: Math.max(50, size.width - LABELS - 12) }), [seen, whole, size.width]);

  useEffect(() => {
    const place = scroller.current!;
    const measure = (): void => setSize({ width: place.clientWidth, height: place.clientHeight, top: place.scrollTop });
    const watch = new ResizeObserver(measure);
    watch.observe(place);
    place.addEventListener('scroll', measure);
    const theme = new MutationObserver(() => setInks(inksOf(place)));
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-mantine-color-scheme'] });
    setInks(inksOf(place));
    measure();
    return () => {
      watch.disconnect();
      theme.disconnect();
      place.removeEventListener('scroll', measure);
    };
  }, []);

  useEffect(() => {
    const place = scroller.current!;
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) return;
      event.preventDefault();
      const x = event.clientX - place.getBoundingClientRect().left - LABELS;
      setSeen(event.shiftKey
        ? moved(span, whole, (event.deltaY || event.deltaX) * ((span.to - span.from) / span.width))
        : zoomed(span, whole, x, 1.002 ** -event.deltaY));
    };
    place.addEventListener('wheel', wheel, { passive: false });
    return () => place.removeEventListener('wheel', wheel);
  }, [span, whole]);

  useEffect(() => {
    const place = canvas.current!;
    if (inks === undefined) return;
    const frame = requestAnimationFrame(() => {
      const ratio = devicePixelRatio;
      const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
      if (place.width !== width || place.height !== height) Object.assign(place, { width, height });
      const context = place.getContext('2d', { alpha: false })!;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      drawGantt(context, { lanes, critical, span, chosen, pointed: pointed?.place, top: size.top, width: size.width, height: size.height, inks });
      performance.mark('weir:gantt');
    });
    return () => cancelAnimationFrame(frame);
  }, [lanes, critical, span, chosen, pointed, size, inks]);

  // Where the step stands that the address names, when there is something to show.
  const shown = useRef(false);
  useEffect(() => {
    if (shown.current || lanes.length === 0) return;
    shown.current = true;
    const lane = laneOf(lanes, chosen);
    if (lane >= 0) show(scroller.current!, lane);
  }, [lanes, chosen]);

  const barUnder = (event: PointerEvent): Bar | undefined => {
    const bounds = canvas.current!.getBoundingClientRect();
    const lane = lanes[Math.floor((event.clientY - bounds.top + size.top) / LANE)];
    const x = event.clientX - bounds.left - LABELS;
    if (lane?.is !== 'lane' || x < 0 || event.clientY - bounds.top > size.height - AXIS) return undefined;
    return barAt(lane.bars, timeAt(span, x), (4 * (span.to - span.from)) / span.width);
  };

  const drag = useRef<{ x: number; moved: boolean } | undefined>(undefined);
  const down = (event: PointerEvent): void => {
    drag.current = { x: event.clientX, moved: false };
    canvas.current!.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent): void => {
    const held = drag.current;
    if (held === undefined) {
      const bar = barUnder(event);
      if (bar?.place !== pointed?.place) setPointed(bar);
    } else if (seen !== undefined && (held.moved || Math.abs(event.clientX - held.x) > 4)) {
      setSeen(moved(span, whole, ((held.x - event.clientX) * (span.to - span.from)) / span.width));
      drag.current = { x: event.clientX, moved: true };
    }
  };
  const up = (event: PointerEvent): void => {
    const bar = drag.current?.moved ? undefined : barUnder(event);
    drag.current = undefined;
    if (bar !== undefined) choose(bar);
  };

  const zoom = (factor: number): void => setSeen(zoomed(span, whole, span.width / 2, factor));
  const showAll = (): void => setSeen(undefined);
  const pressed = (event: KeyboardEvent): void => {
    const step = (span.to - span.from) / 8;
    const to = walked(lanes, chosen, event.key);
    if (to !== undefined) {
      choose(to.bar);
      show(scroller.current!, to.lane);
      if (seen !== undefined && (to.bar.end < span.from || to.bar.begun > span.to)) setSeen(moved(span, whole, to.bar.begun - span.from - step));
    } else if (event.key === '+' || event.key === '=') zoom(1.5);
    else if (event.key === '-') zoom(1 / 1.5);
    else if (event.key === 'f' || event.key === '0') showAll();
    else if (event.key === 'ArrowRight' && event.shiftKey) setSeen(moved(span, whole, step));
    else if (event.key === 'ArrowLeft' && event.shiftKey) setSeen(moved(span, whole, -step));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="gantt">
      <div className="gantt-zoom" role="group" aria-label="Zoom of the timeline">
        <button type="button" className="plain" onClick={() => zoom(1 / 1.5)} aria-label="Show more time">−</button>
        <button type="button" className="plain" onClick={showAll} aria-label="Show the whole run">⤢</button>
        <button type="button" className="plain" onClick={() => zoom(1.5)} aria-label="Show less time, larger">+</button>
      </div>
      <div className="gantt-scroll" ref={scroller} tabIndex={0} role="application" aria-label="Timeline of the steps" aria-describedby={describedBy} onKeyDown={pressed}>
        <div className="gantt-all" style={{ height: lanes.length * LANE + AXIS }}>
          <canvas ref={canvas} className="gantt-canvas" style={{ width: size.width, height: size.height }} aria-hidden="true" title={pointed && saysOf(pointed)}
            onPointerDown={down} onPointerMove={move} onPointerUp={up} onPointerLeave={() => setPointed(undefined)} />
        </div>
      </div>
    </div>
  );
}

const saysOf = (bar: Bar): string => `${bar.target}: ${bar.state.toLowerCase()}`;

const laneOf = (lanes: readonly Lane[], chosen: string | undefined): number =>
  lanes.findIndex((lane) => lane.is === 'lane' && lane.bars.some((bar) => bar.target === chosen));

/** The step that a key leads to: to the left and right along a line, up and down to what is near in the next. */
function walked(lanes: readonly Lane[], chosen: string | undefined, key: string): { bar: Bar; lane: number } | undefined {
  if (!['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'j', 'k'].includes(key)) return undefined;
  const at = laneOf(lanes, chosen);
  const here = lanes[at];
  if (here?.is !== 'lane') {
    const first = lanes.findIndex((lane) => lane.is === 'lane');
    const lane = lanes[first];
    return lane?.is === 'lane' ? { bar: lane.bars[0], lane: first } : undefined;
  }
  const place = here.bars.findIndex((bar) => bar.target === chosen);
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const bar = here.bars[place + (key === 'ArrowLeft' ? -1 : 1)];
    return bar === undefined ? undefined : { bar, lane: at };
  }
  const by = key === 'ArrowUp' || key === 'k' ? -1 : 1;
  for (let next = at + by; next >= 0 && next < lanes.length; next += by) {
    const lane = lanes[next];
    if (lane.is !== 'lane') continue;
    const near = (bar: Bar): number => Math.abs(bar.begun - here.bars[place].begun);
    return { bar: lane.bars.reduce((best, bar) => (near(bar) < near(best) ? bar : best)), lane: next };
  }
  return undefined;
}

function show(scroller: HTMLElement, lane: number): void {
  const top = lane * LANE;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top + LANE > scroller.scrollTop + scroller.clientHeight - AXIS) scroller.scrollTop = top + LANE - scroller.clientHeight + AXIS;
}
