import type { Scene } from '../layout/scene';
import { ASSET } from '../layout/sizes';
import { type Camera, type Size, toScreen } from './camera';
import { isLitLink } from './lit';
import type { Inks, Pen } from './pen';

/** Width in pixels of a bundle, by how many dependencies it stands for. */
const WIDTHS = [
  { least: 1, width: 1.1 },
  { least: 2, width: 1.8 },
  { least: 5, width: 2.8 },
  { least: 17, width: 4 },
] as const;

/** More links than this are drawn without heads and counts. */
const DETAILED = 320;

export interface Ends {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  /** From left to right; otherwise from top to bottom, where a chain goes on in the band below, or the other way. */
  readonly across: boolean;
}

/** All links, one path for each width, so that ten thousand of them are four strokes. */
export function drawLinks(pen: Pen, scene: Scene, camera: Camera, view: Size, inks: Inks, lit: Uint8Array | undefined): void {
  const thin = Math.min(1, Math.max(0.45, camera.zoom * 1.6));
  const seen: number[] = [];
  for (let e = 0; e < scene.links.from.length; e++) if (isSeen(scene, e, camera, view)) seen.push(e);
  const isLit = (e: number): boolean =>
    lit !== undefined && isLitLink(lit[scene.id[scene.links.from[e]]], lit[scene.id[scene.links.to[e]]]);
  const dim = seen.filter((e) => !isLit(e));
  const bright = lit === undefined ? [] : seen.filter(isLit);
  pen.globalAlpha = lit !== undefined ? 0.22 : seen.length > DETAILED ? 0.5 : 0.9;
  strokeAll(pen, scene, dim, camera, view, inks.of('--link'), thin);
  pen.globalAlpha = 1;
  strokeAll(pen, scene, bright, camera, view, inks.of('--accent'), Math.max(thin, 0.9));
  const detailed = bright.length > 0 ? bright : lit === undefined ? dim : [];
  if (detailed.length <= DETAILED && camera.zoom > 0.18) {
    drawHeads(pen, scene, detailed, camera, view, inks.of(bright.length > 0 ? '--accent' : '--link'));
    if (detailed.length <= DETAILED / 4) drawCounts(pen, scene, detailed, camera, view, inks);
  }
}

function strokeAll(pen: Pen, scene: Scene, links: readonly number[], camera: Camera, view: Size, ink: string, thin: number): void {
  pen.strokeStyle = ink;
  WIDTHS.forEach(({ least, width }, i) => {
    const most = WIDTHS[i + 1]?.least ?? Number.POSITIVE_INFINITY;
    const some = links.filter((e) => scene.links.count[e] >= least && scene.links.count[e] < most);
    if (some.length === 0) return;
    pen.lineWidth = width * thin;
    pen.beginPath();
    for (const e of some) curve(pen, endsOf(scene, e, camera, view));
    pen.stroke();
  });
}

export function curve(pen: Pen, { ax, ay, bx, by, across }: Ends): void {
  if (!across) {
    const fall = Math.max(24, Math.abs(by - ay) * 0.45) * Math.sign(by - ay || 1);
    pen.moveTo(ax, ay);
    pen.bezierCurveTo(ax, ay + fall, bx, by - fall, bx, by);
    return;
  }
  const reach = Math.max(Math.abs(bx - ax) * 0.45, Math.min(40, Math.abs(by - ay)));
  pen.moveTo(ax, ay);
  pen.bezierCurveTo(ax + reach, ay, bx - reach, by, bx, by);
}

function drawHeads(pen: Pen, scene: Scene, links: readonly number[], camera: Camera, view: Size, ink: string): void {
  heads(pen, links.map((e) => endsOf(scene, e, camera, view)), camera, ink);
}

export function heads(pen: Pen, links: readonly Ends[], camera: Camera, ink: string): void {
  const size = Math.min(6, 9 * Math.sqrt(camera.zoom));
  pen.fillStyle = ink;
  pen.beginPath();
  for (const { ay, bx, by, across } of links) {
    pen.moveTo(bx, by);
    if (!across) {
      const back = by > ay ? -size : size;
      pen.lineTo(bx - size * 0.55, by + back);
      pen.lineTo(bx + size * 0.55, by + back);
      pen.closePath();
      continue;
    }
    pen.lineTo(bx - size, by - size * 0.55);
    pen.lineTo(bx - size, by + size * 0.55);
    pen.closePath();
  }
  pen.fill();
}

function drawCounts(pen: Pen, scene: Scene, links: readonly number[], camera: Camera, view: Size, inks: Inks): void {
  pen.font = '600 11px system-ui, sans-serif';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  for (const e of links) {
    const count = scene.links.count[e];
    if (count < 2) continue;
    const { ax, ay, bx, by } = endsOf(scene, e, camera, view);
    if (Math.hypot(bx - ax, by - ay) < 44) continue;
    const text = count.toLocaleString('en');
    const half = text.length * 3.4 + 4;
    pen.fillStyle = inks.of('--ground');
    pen.fillRect((ax + bx) / 2 - half, (ay + by) / 2 - 8, 2 * half, 16);
    pen.fillStyle = inks.of('--text-quiet');
    pen.fillText(text, (ax + bx) / 2, (ay + by) / 2 + 0.5);
  }
}

const endsOf = (scene: Scene, e: number, camera: Camera, view: Size): Ends => endsBetween(scene, scene.links.from[e], scene.links.to[e], camera, view);

export function endsBetween(scene: Scene, from: number, to: number, camera: Camera, view: Size): Ends {
  if (scene.x[to] < scene.x[from] + scene.width[from] && Math.abs(scene.y[to] - scene.y[from]) > scene.height[from]) {
    const below = scene.y[to] > scene.y[from];
    const c = toScreen(camera, view, scene.x[from] + scene.width[from] / 2, scene.y[from] + (below ? scene.height[from] : 0));
    const d = toScreen(camera, view, scene.x[to] + scene.width[to] / 2, scene.y[to] + (below ? 0 : scene.height[to]));
    return { ax: c.x, ay: c.y, bx: d.x, by: d.y, across: false };
  }
  const a = toScreen(camera, view, scene.x[from] + scene.width[from], scene.y[from] + port(scene, from));
  const b = toScreen(camera, view, scene.x[to], scene.y[to] + port(scene, to));
  return { ax: a.x, ay: a.y, bx: b.x, by: b.y, across: true };
}

/** Where links begin and end: in the middle of a box, of an asset with its columns in that of its head. */
export const port = (scene: Scene, at: number): number => (scene.lines[at] > 0 ? ASSET.height : scene.height[at]) / 2;

function isSeen(scene: Scene, e: number, camera: Camera, view: Size): boolean {
  const { ax, ay, bx, by } = endsOf(scene, e, camera, view);
  const far = Math.abs(bx - ax) + Math.abs(by - ay) > 3;
  return far && Math.max(ax, bx) > -60 && Math.min(ax, bx) < view.width + 60 && Math.max(ay, by) > 0 && Math.min(ay, by) < view.height;
}
