import { boxOf, type Graph, labelOf } from '../model/graph';
import type { Scene } from '../layout/scene';
import { ASSET, EXPANDER } from '../layout/sizes';
import { type Camera, type Rect, type Size, toScreen } from './camera';
import { type Colouring, countsOf } from './colouring';
import { drawLinks } from './links';
import type { Pointed } from './hit';
import { fitting, type Inks, type Pen } from './pen';

/** What draws the columns of open assets; its script comes with the first of them. */
export interface ColumnPainter {
  /** The lines of one asset, below its head. */
  readonly lines: (pen: Pen, asset: number, rect: Rect, zoom: number, view: Size, inks: Inks, pointed: number) => void;
  /** What leads from column to column. */
  readonly links: (pen: Pen, scene: Scene, camera: Camera, view: Size, inks: Inks) => void;
}

/** Everything a picture of the lineage depends on. */
export interface Picture {
  readonly graph: Graph;
  readonly scene: Scene;
  readonly colouring: Colouring;
  readonly lit: Uint8Array | undefined;
  readonly chosen: number;
  readonly pointed: Pointed;
  /** What opens assets: in the page, not in a file. */
  readonly expanders: 'drawn' | 'left out';
  readonly columns: ColumnPainter | undefined;
}

export const FONT = 'system-ui, sans-serif';
/** What boxes hold is not drawn below this height: they show their heat instead, all of them at the same zoom. */
const LEGIBLE = 6;

export function isFolded(scene: Scene, at: number, zoom: number): boolean {
  return scene.open[at] === 1 && scene.height[at + 1] * zoom < LEGIBLE;
}

export function paint(pen: Pen, picture: Picture, camera: Camera, view: Size, inks: Inks): void {
  pen.globalAlpha = 1;
  pen.fillStyle = inks.of('--ground');
  pen.fillRect(0, 0, view.width, view.height);
  eachSeen(picture.scene, camera, view, (at, rect, closed) => {
    if (!closed) drawFrame(pen, picture, at, rect, inks);
  });
  drawLinks(pen, picture.scene, camera, view, inks, picture.lit);
  picture.columns?.links(pen, picture.scene, camera, view, inks);
  eachSeen(picture.scene, camera, view, (at, rect, closed) => {
    pen.globalAlpha = isDim(picture, at) ? 0.3 : 1;
    if (!closed) return;
    if (boxOf(picture.graph.shape, picture.scene.id[at]).is === 'asset') {
      drawAsset(pen, picture, at, rect, picture.scene.lines[at] > 0 ? ASSET.height * camera.zoom : rect.height, inks);
      if (picture.scene.lines[at] > 0) {
        const { id, line } = picture.pointed;
        picture.columns?.lines(pen, picture.scene.id[at], rect, camera.zoom, view, inks, id === picture.scene.id[at] ? line : -1);
      }
    } else drawClosed(pen, picture, at, rect, inks);
  });
  eachSeen(picture.scene, camera, view, (at, rect, closed) => {
    pen.globalAlpha = isDim(picture, at) ? 0.5 : 1;
    if (!closed) drawHeading(pen, picture, at, rect, view, inks);
  });
  pen.globalAlpha = 1;
  if (picture.pointed.line < 0) drawRing(pen, picture, picture.pointed.id, camera, view, inks.of('--text-quiet'), 1.5);
  drawRing(pen, picture, picture.chosen, camera, view, inks.of('--accent'), 3);
}

/** Visits the boxes on the screen, those around before those inside, and nothing inside a box too small to read. */
export function eachSeen(scene: Scene, camera: Camera, view: Size, visit: (at: number, rect: Rect, closed: boolean) => void): void {
  for (let at = 0; at < scene.id.length; ) {
    const rect = rectOf(scene, at, camera, view);
    const away = rect.x > view.width || rect.y > view.height || rect.x + rect.width < 0 || rect.y + rect.height < 0;
    const closed = scene.open[at] === 0 || isFolded(scene, at, camera.zoom);
    if (!away) visit(at, rect, closed);
    at = away || closed ? scene.end[at] : at + 1;
  }
}

export function rectOf(scene: Scene, at: number, camera: Camera, view: Size): Rect {
  const { x, y } = toScreen(camera, view, scene.x[at], scene.y[at]);
  return { x, y, width: scene.width[at] * camera.zoom, height: scene.height[at] * camera.zoom };
}

const isDim = (picture: Picture, at: number): boolean => picture.lit !== undefined && picture.lit[picture.scene.id[at]] === 0;

function drawFrame(pen: Pen, picture: Picture, at: number, rect: Rect, inks: Inks): void {
  const domain = boxOf(picture.graph.shape, picture.scene.id[at]).is === 'domain';
  pen.fillStyle = inks.of(domain ? '--frame-outer' : '--frame');
  pen.fillRect(rect.x, rect.y, rect.width, rect.height);
  pen.strokeStyle = inks.of('--line');
  pen.lineWidth = 1;
  pen.strokeRect(rect.x, rect.y, rect.width, rect.height);
}

/** The name of an open box stays on the screen as long as a part of the box does. */
function drawHeading(pen: Pen, picture: Picture, at: number, rect: Rect, view: Size, inks: Inks): void {
  const x = Math.min(Math.max(rect.x, 0) + 8, rect.x + rect.width - 40);
  const y = Math.min(Math.max(rect.y, 0), rect.y + rect.height - 22) + 13;
  const room = Math.min(rect.x + rect.width, view.width) - x - 8;
  const id = picture.scene.id[at];
  const total = countsOf(picture.graph, picture.colouring, id).reduce((a, b) => a + b, 0);
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.font = `600 13px ${FONT}`;
  const count = ` ${total.toLocaleString('en')}`;
  const name = fitting(labelOf(picture.graph, id), room - count.length * 8, 13 * inks.letters.bold);
  if (name === '') return;
  const nameWidth = name.length * 13 * inks.letters.bold + 2;
  pen.fillStyle = inks.of('--frame');
  pen.fillRect(x - 4, y - 10, nameWidth + count.length * 7 + 8, 20);
  pen.fillStyle = inks.of('--text');
  pen.fillText(name, x, y);
  pen.font = `400 12px ${FONT}`;
  pen.fillStyle = inks.of('--text-quiet');
  pen.fillText(count, x + nameWidth, y);
}

function drawAsset(pen: Pen, picture: Picture, at: number, rect: Rect, head: number, inks: Inks): void {
  const asset = picture.scene.id[at];
  const category = picture.colouring.of[asset];
  const ink = inks.of(picture.colouring.variables[category]);
  if (rect.height > head || head >= 11) card(pen, rect, inks);
  if (head < 11) {
    pen.fillStyle = ink;
    pen.fillRect(rect.x, rect.y, rect.width, Math.max(1, head));
    return;
  }
  const strip = Math.max(3, Math.min(5, head / 8));
  pen.fillStyle = ink;
  pen.fillRect(rect.x, rect.y, strip, rect.height);
  const two = head >= 35 && rect.width >= 120;
  const size = head < 16 ? 10 : 12;
  label(pen, labelOf(picture.graph, asset), two && picture.expanders === 'drawn' ? { ...rect, width: rect.width - 16 } : rect, strip + 7, two ? head * 0.33 : head / 2, `600 ${size}px ${FONT}`, size, inks.of('--text'), inks);
  if (!two) return;
  if (picture.expanders === 'drawn') drawExpander(pen, rect, rect.height > head ? 'open' : 'closed', (EXPANDER * head) / ASSET.height / 2, inks);
  const { partitioned, checks } = picture.graph.columns;
  const more = [partitioned[asset], checks[asset] > 0 ? `${checks[asset]} ${checks[asset] === 1 ? 'check' : 'checks'}` : ''];
  const word = `${picture.colouring.shapes[category]} ${picture.colouring.names[category]}`;
  const y = head * 0.71;
  const used = label(pen, word, rect, strip + 7, y, `400 11px ${FONT}`, 11, ink, inks);
  label(pen, more.filter(Boolean).map((text) => ` · ${text}`).join(''), rect, strip + 7 + used, y, `400 11px ${FONT}`, 11, inks.of('--text-quiet'), inks);
}

/** A triangle that points down where columns are shown, and to the right where they would be. */
function drawExpander(pen: Pen, rect: Rect, is: 'open' | 'closed', from: number, inks: Inks): void {
  const [x, y] = [rect.x + rect.width - from, rect.y + from];
  const corners = is === 'open' ? [x - 4, y - 2, x + 4, y - 2, x, y + 3] : [x - 2, y - 4, x + 3, y, x - 2, y + 4];
  pen.fillStyle = inks.of('--text-quiet');
  pen.beginPath();
  pen.moveTo(corners[0], corners[1]);
  pen.lineTo(corners[2], corners[3]);
  pen.lineTo(corners[4], corners[5]);
  pen.closePath();
  pen.fill();
}

function drawClosed(pen: Pen, picture: Picture, at: number, rect: Rect, inks: Inks): void {
  const id = picture.scene.id[at];
  const counts = countsOf(picture.graph, picture.colouring, id);
  if (rect.height < 20 || rect.width < 54) {
    heatBar(pen, picture.colouring, counts, rect, inks);
    return;
  }
  card(pen, rect, inks);
  const total = counts.reduce((a, b) => a + b, 0);
  const bar = Math.max(4, Math.min(8, rect.height * 0.14));
  const roomy = rect.height >= 50;
  const top = roomy ? Math.min(18, rect.height * 0.27) : (rect.height - bar - 5) / 2;
  const count = total.toLocaleString('en');
  const countWidth = rect.width > 96 ? count.length * 7 + 10 : 0;
  label(pen, labelOf(picture.graph, id), { ...rect, width: rect.width - countWidth }, 8, top, `600 12.5px ${FONT}`, 12.5, inks.of('--text'), inks);
  if (countWidth > 0) {
    pen.textAlign = 'right';
    pen.font = `400 12px ${FONT}`;
    pen.fillStyle = inks.of('--text-quiet');
    pen.fillText(count, rect.x + rect.width - 8, rect.y + top);
  }
  if (roomy) drawCountsLine(pen, picture.colouring, counts, rect, top + Math.min(19, (rect.height - bar - 8 - top) / 1.7), inks);
  heatBar(pen, picture.colouring, counts, { x: rect.x + 8, y: rect.y + rect.height - bar - 7, width: rect.width - 16, height: bar }, inks);
}

/** The worst categories first, as many as fit: `✕ 3  ▲ 12  ● 250`. */
function drawCountsLine(pen: Pen, colouring: Colouring, counts: Int32Array, rect: Rect, y: number, inks: Inks): void {
  let x = 8;
  for (const category of [...colouring.order].reverse()) {
    if (counts[category] === 0) continue;
    const text = `${colouring.shapes[category]} ${counts[category].toLocaleString('en')}`;
    if (x + text.length * 6.5 > rect.width - 6) return;
    x += label(pen, text, rect, x, y, `400 11px ${FONT}`, 11, inks.of(colouring.variables[category]), inks) + 9;
  }
}

function heatBar(pen: Pen, colouring: Colouring, counts: Int32Array, rect: Rect, inks: Inks): void {
  const total = counts.reduce((a, b) => a + b, 0);
  let x = rect.x;
  for (const category of colouring.order) {
    if (counts[category] === 0) continue;
    // One failed asset among a thousand must still be seen.
    const width = Math.max((rect.width * counts[category]) / total, Math.min(3, rect.width / 8));
    pen.fillStyle = inks.of(colouring.variables[category]);
    pen.fillRect(Math.min(x, rect.x + rect.width - width), rect.y, width, Math.max(1, rect.height));
    x += width;
  }
}

export function card(pen: Pen, rect: Rect, inks: Inks): void {
  pen.fillStyle = inks.of('--card');
  pen.fillRect(rect.x, rect.y, rect.width, rect.height);
  pen.strokeStyle = inks.of('--line-strong');
  pen.lineWidth = 1;
  pen.strokeRect(rect.x, rect.y, rect.width, rect.height);
}

export function label(pen: Pen, text: string, rect: Rect, dx: number, dy: number, font: string, size: number, ink: string, inks: Inks): number {
  const letter = size * (font.startsWith('600') ? inks.letters.bold : inks.letters.plain);
  const shown = fitting(text, rect.width - dx - 5, letter);
  if (shown === '') return 0;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.font = font;
  pen.fillStyle = ink;
  pen.fillText(shown, rect.x + dx, rect.y + dy);
  return shown.length * letter;
}

function drawRing(pen: Pen, picture: Picture, id: number, camera: Camera, view: Size, ink: string, width: number): void {
  const at = id < 0 ? -1 : picture.scene.at[id];
  if (at < 0) return;
  const rect = rectOf(picture.scene, at, camera, view);
  pen.strokeStyle = ink;
  pen.lineWidth = width;
  pen.strokeRect(rect.x - 2, rect.y - 2, rect.width + 4, rect.height + 4);
}
