import type { Scene } from '../layout/scene';
import { ASSET, EXPANDER, LINES } from '../layout/sizes';
import { isFolded } from './paint';

/** The innermost box of the graph that is drawn at a point of the world, or -1. */
export function hit(scene: Scene, x: number, y: number, zoom: number): number {
  let found = -1;
  for (let at = 0; at < scene.id.length; ) {
    const inside =
      x >= scene.x[at] && x <= scene.x[at] + scene.width[at] && y >= scene.y[at] && y <= scene.y[at] + scene.height[at];
    if (inside) found = scene.id[at];
    const enter = inside && scene.open[at] === 1 && !isFolded(scene, at, zoom);
    at = enter ? at + 1 : scene.end[at];
    if (inside && !enter) return found;
  }
  return found;
}

/** A box, and in an open asset one of its lines; -1 is none. */
export interface Pointed {
  readonly id: number;
  readonly line: number;
}

export const NOWHERE: Pointed = { id: -1, line: -1 };
/** Lower lines than this, in pixels, are not told apart. */
const LEGIBLE_LINE = 6;

export function pointedAt(scene: Scene, x: number, y: number, zoom: number): Pointed {
  const id = hit(scene, x, y, zoom);
  const at = id < 0 ? -1 : scene.at[id];
  if (at < 0) return NOWHERE;
  const line = Math.floor((y - scene.y[at] - ASSET.height) / LINES.height);
  return { id, line: line < scene.lines[at] && LINES.height * zoom >= LEGIBLE_LINE ? Math.max(-1, line) : -1 };
}

export function isExpander(scene: Scene, id: number, x: number, y: number): boolean {
  const at = scene.at[id];
  return x > scene.x[at] + scene.width[at] - EXPANDER && y < scene.y[at] + EXPANDER;
}

export type Arrow = 'left' | 'right' | 'up' | 'down';

/** Where an arrow key leads: along a link to the left or right, to the next box above or below otherwise. */
export function walked(scene: Scene, id: number, arrow: Arrow): number {
  const at = id < 0 ? -1 : scene.at[id];
  if (at < 0) return scene.id.length > 0 ? scene.id[0] : -1;
  if (arrow === 'up' || arrow === 'down') return beside(scene, at, arrow === 'up' ? -1 : 1);
  const { from, to } = scene.links;
  const [near, far] = arrow === 'left' ? [to, from] : [from, to];
  let best = -1;
  for (let e = 0; e < near.length; e++) {
    if (near[e] !== at) continue;
    if (best < 0 || distance(scene, at, far[e]) < distance(scene, at, best)) best = far[e];
  }
  return best < 0 ? id : scene.id[best];
}

function distance(scene: Scene, a: number, b: number): number {
  const dx = scene.x[a] - scene.x[b];
  const dy = scene.y[a] + scene.height[a] / 2 - scene.y[b] - scene.height[b] / 2;
  return Math.hypot(dx / 4, dy);
}

/** The nearest box in the same column, or in the next one where the column ends. */
function beside(scene: Scene, at: number, sign: number): number {
  let best = at;
  let least = Number.POSITIVE_INFINITY;
  for (let other = 0; other < scene.id.length; other++) {
    const dy = (scene.y[other] - scene.y[at]) * sign;
    if (other === at || scene.open[other] === 1 || dy <= 0) continue;
    const miss = dy + Math.abs(scene.x[other] - scene.x[at]) * 3;
    if (miss < least) {
      least = miss;
      best = other;
    }
  }
  return scene.id[best];
}
