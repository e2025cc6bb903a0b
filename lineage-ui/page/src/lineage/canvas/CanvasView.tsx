import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import { panned, toWorld, zoomedAt } from './camera';
import type { Stage } from './stage';

interface Props {
  readonly stage: Stage;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly draw: (context: CanvasRenderingContext2D) => void;
  readonly label: string;
  readonly describedBy: string;
  readonly onClick: (x: number, y: number, clicks: number) => void;
  readonly onPoint: (x: number, y: number) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

const CLICK = 4;
/** Milliseconds between the two clicks of a double click; events of the pointer do not count them. */
const TWICE = 400;

/** A canvas one can pan and zoom, as sharp as the screen. What it shows, and what a click means, comes in. */
export function CanvasView({ stage, canvas, draw, label, describedBy, onClick, onPoint, onKey }: Props) {
  useEffect(() => sized(canvas.current!, stage), [canvas, stage]);
  useEffect(() => {
    const context = canvas.current!.getContext('2d', { alpha: false })!;
    stage.invalidate();
    return stage.onDraw(() => {
      const ratio = devicePixelRatio;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      draw(context);
    });
  }, [canvas, stage, draw]);
  const last = useRef({ x: 0, y: 0, at: Number.NEGATIVE_INFINITY });
  const drag = useRef<{ x: number; y: number; moved: boolean } | undefined>(undefined);

  const at = (event: PointerEvent): { x: number; y: number } => {
    const bounds = canvas.current!.getBoundingClientRect();
    return { x: event.clientX - bounds.left, y: event.clientY - bounds.top };
  };
  const down = (event: PointerEvent): void => {
    canvas.current!.setPointerCapture(event.pointerId);
    drag.current = { ...at(event), moved: false };
  };
  const move = (event: PointerEvent): void => {
    const now = at(event);
    const held = drag.current;
    if (held === undefined) {
      const world = toWorld(stage.camera, stage.view, now.x, now.y);
      onPoint(world.x, world.y);
      return;
    }
    if (!held.moved && Math.hypot(now.x - held.x, now.y - held.y) < CLICK) return;
    stage.look(panned(stage.camera, now.x - held.x, now.y - held.y));
    drag.current = { ...now, moved: true };
  };
  const up = (event: PointerEvent): void => {
    const held = drag.current;
    drag.current = undefined;
    if (held === undefined || held.moved) return;
    const world = toWorld(stage.camera, stage.view, held.x, held.y);
    const twice = event.timeStamp - last.current.at < TWICE && Math.hypot(held.x - last.current.x, held.y - last.current.y) < CLICK;
    last.current = { x: held.x, y: held.y, at: twice ? Number.NEGATIVE_INFINITY : event.timeStamp };
    onClick(world.x, world.y, twice ? 2 : 1);
  };
  return (
    <canvas
      ref={canvas} className="canvas" tabIndex={0} role="application" aria-label={label} aria-describedby={describedBy}
      onPointerDown={down} onPointerMove={move} onPointerUp={up} onPointerCancel={() => { drag.current = undefined; }}
      onKeyDown={onKey}
    />
  );
}

/** Keeps the canvas as large as its place, and listens to the wheel, which React would not let us keep to ourselves. */
function sized(canvas: HTMLCanvasElement, stage: Stage): () => void {
  const adapt = (): void => {
    const { clientWidth: width, clientHeight: height } = canvas.parentElement!;
    canvas.width = Math.round(width * devicePixelRatio);
    canvas.height = Math.round(height * devicePixelRatio);
    stage.resize({ width, height });
  };
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const bounds = canvas.getBoundingClientRect();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    if (event.shiftKey) stage.look(panned(stage.camera, -(event.deltaX || event.deltaY) * lines, 0));
    else stage.look(zoomedAt(stage.camera, stage.view, event.clientX - bounds.left, event.clientY - bounds.top, 1.0015 ** (-event.deltaY * lines)));
  };
  const watch = new ResizeObserver(adapt);
  adapt();
  watch.observe(canvas.parentElement!);
  canvas.addEventListener('wheel', wheel, { passive: false });
  return () => {
    watch.disconnect();
    canvas.removeEventListener('wheel', wheel);
  };
}
