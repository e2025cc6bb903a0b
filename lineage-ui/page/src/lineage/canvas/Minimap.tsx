import { type PointerEvent, useEffect, useRef } from 'react';
import type { Scene } from '../layout/scene';
import { fitted, toScreen, toWorld } from './camera';
import type { Colouring } from './colouring';
import { NOWHERE } from './hit';
import type { Graph } from '../model/graph';
import { paint } from './paint';
import { inksOf } from './pen';
import type { Stage } from './stage';

const SIZE = { width: 168, height: 104 };

interface Props {
  readonly stage: Stage;
  readonly graph: Graph;
  readonly scene: Scene;
  readonly colouring: Colouring;
  readonly theme: string;
}

/** The whole in small, and what of it is on the screen. The whole is drawn once, the rest on each move. */
export function Minimap({ stage, graph, scene, colouring, theme }: Props) {
  const place = useRef<HTMLCanvasElement>(null);
  const whole = fitted({ x: 0, y: 0, width: scene.right, height: scene.bottom }, SIZE, 6);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the variables of the page change with the theme
  useEffect(() => {
    const canvas = place.current!;
    canvas.width = SIZE.width * devicePixelRatio;
    canvas.height = SIZE.height * devicePixelRatio;
    const inks = inksOf(canvas);
    const kept = document.createElement('canvas');
    kept.width = canvas.width;
    kept.height = canvas.height;
    const context = kept.getContext('2d')!;
    context.scale(devicePixelRatio, devicePixelRatio);
    const camera = fitted({ x: 0, y: 0, width: scene.right, height: scene.bottom }, SIZE, 6);
    const bare = { ...scene, links: { from: new Int32Array(), to: new Int32Array(), count: new Int32Array() } };
    paint(context, { graph, scene: bare, colouring, lit: undefined, chosen: -1, pointed: NOWHERE, expanders: 'left out', columns: undefined }, camera, SIZE, inks);
    const pen = canvas.getContext('2d')!;
    const draw = (): void => {
      const from = toWorld(stage.camera, stage.view, 0, 0);
      const to = toWorld(stage.camera, stage.view, stage.view.width, stage.view.height);
      // Where everything is on the screen, it would only be in the way.
      canvas.style.visibility = from.x <= 0 && from.y <= 0 && to.x >= scene.right && to.y >= scene.bottom ? 'hidden' : 'visible';
      pen.setTransform(1, 0, 0, 1, 0, 0);
      pen.drawImage(kept, 0, 0);
      pen.scale(devicePixelRatio, devicePixelRatio);
      const a = toScreen(camera, SIZE, from.x, from.y);
      const ratio = camera.zoom / stage.camera.zoom;
      pen.strokeStyle = inks.of('--accent');
      pen.lineWidth = 1.5;
      pen.strokeRect(a.x, a.y, stage.view.width * ratio, stage.view.height * ratio);
    };
    draw();
    return stage.onDraw(draw);
  }, [stage, graph, scene, colouring, theme]);
  const go = (event: PointerEvent): void => {
    if (event.buttons === 0) return;
    const bounds = place.current!.getBoundingClientRect();
    const to = toWorld(whole, SIZE, event.clientX - bounds.left, event.clientY - bounds.top);
    stage.look({ ...stage.camera, x: to.x, y: to.y });
  };
  return <canvas ref={place} className="minimap" aria-hidden="true" onPointerDown={go} onPointerMove={go} />;
}
