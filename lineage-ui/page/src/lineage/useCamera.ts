import { useEffect, useLayoutEffect, useRef } from 'react';
import { type Camera, clampZoom, fitted, fittedAbove, showing } from './canvas/camera';
import type { Stage } from './canvas/stage';
import type { Scene } from './layout/scene';
import type { Laid } from './layout/useScene';
import { parseSelection, printBox } from './model/selection';
import type { Address, Intent, Lineage } from './useLineage';

const READABLE = 0.75;
const STILL = 400;

/** Moves the camera with the layout: what was clicked stays where it was, what was looked for comes into sight. */
export function useCamera(stage: Stage, laid: Laid | undefined, lineage: Lineage): void {
  const before = useRef<{ readonly scene: Scene; readonly intent: Intent }>(undefined);
  const begin = useRef<{ readonly address: Address; camera?: Camera }>({ address: lineage.address });
  const { intent, remember } = lineage;
  useLayoutEffect(() => {
    if (laid === undefined) return;
    const old = before.current;
    before.current = { scene: laid.scene, intent };
    const { address, camera } = begin.current;
    // Columns come later than the boxes: until somebody moves, the picture is that of the address.
    if (old === undefined || (old.intent === intent && camera === stage.camera)) {
      stage.look(begun(stage, laid, address) ?? first(stage, laid.scene, intent));
      begin.current.camera = stage.camera;
    } else if (intent.is === 'hold') stage.look(held(stage, old.scene, laid.scene, intent.id));
    else if (old.intent !== intent || (intent.is === 'go' && linesIn(old.scene, intent.id) !== linesIn(laid.scene, intent.id))) {
      stage.travelTo(intent.is === 'fit' ? whole(stage, laid.scene) : gone(stage, laid.scene, intent.id));
    } else stage.look(held(stage, old.scene, laid.scene, nearest(stage.camera, old.scene)));
  }, [stage, laid, intent]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = stage.onMove(() => {
      clearTimeout(timer);
      timer = setTimeout(() => laid && remember(where(stage.camera, laid)), STILL);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [stage, laid, remember]);
}

const linesIn = (scene: Scene, id: number): number => (scene.at[id] < 0 ? 0 : scene.lines[scene.at[id]]);

/** What the legend takes at the bottom. */
const LEGEND = 44;

export const whole = (stage: Stage, scene: Scene): Camera =>
  fittedAbove({ x: 0, y: 0, width: scene.right, height: scene.bottom }, stage.view, LEGEND);

const first = (stage: Stage, scene: Scene, intent: Lineage['intent']): Camera =>
  intent.is === 'go' ? gone(stage, scene, intent.id) : whole(stage, scene);

/** The camera of the address: how near, and which box in the middle. */
function begun(stage: Stage, { graph, scene }: Laid, { z, at }: Address): Camera | undefined {
  const id = parseSelection(graph, at)?.id ?? -1;
  const box = id < 0 ? -1 : scene.at[id];
  if (box < 0) return undefined;
  const zoom = clampZoom(Number(z) || stage.camera.zoom);
  return { x: scene.x[box] + scene.width[box] / 2, y: scene.y[box] + scene.height[box] / 2, zoom };
}

function held(stage: Stage, old: Scene, scene: Scene, id: number): Camera {
  const { camera } = stage;
  const [was, is] = [old.at[id] ?? -1, scene.at[id] ?? -1];
  if (was < 0 || is < 0) return camera;
  return { ...camera, x: camera.x + scene.x[is] - old.x[was], y: camera.y + scene.y[is] - old.y[was] };
}

function gone(stage: Stage, scene: Scene, id: number): Camera {
  const at = scene.at[id];
  if (at < 0) return stage.camera;
  const rect = { x: scene.x[at], y: scene.y[at], width: scene.width[at], height: scene.height[at] };
  if (scene.open[at] === 1) return fitted(rect, stage.view);
  const near = whole(stage, scene).zoom;
  const zoom = Math.max(READABLE, near, Math.min(stage.camera.zoom, 1));
  return showing({ zoom, x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }, stage.view, rect);
}

function where(camera: Camera, { graph, scene }: Laid): Address {
  const id = nearest(camera, scene);
  return id < 0 ? {} : { z: camera.zoom.toPrecision(2), at: printBox(graph, id) };
}

/** The box in the middle of the view, or -1. */
function nearest(camera: Camera, scene: Scene): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < scene.id.length; at++) {
    if (scene.open[at] === 1) continue;
    const miss = Math.hypot(scene.x[at] + scene.width[at] / 2 - camera.x, scene.y[at] + scene.height[at] / 2 - camera.y);
    if (miss < least) {
      least = miss;
      best = scene.id[at];
    }
  }
  return best;
}
