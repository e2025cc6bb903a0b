import { fitting, type Inks } from '../../lineage/canvas/pen';
import { STATUSES, type Status, variableOf } from '../../status/status';
import type { Tiles } from '../grid/tiles';
import { ABSENT } from '../model/cells';
import { columnKey } from './columns';
import { buckets, type Matrix, type Window } from './matrix';
import { type Cell, LEFT, NAMES, type Room, TOP, type View, WHOLE, windowOf } from './view';

export interface Selected {
  readonly from: Cell;
  readonly to: Cell;
}

export interface Picture {
  readonly matrix: Matrix;
  readonly view: View;
  readonly room: Room;
  readonly selected: Selected | undefined;
  readonly cursor: Cell | undefined;
  readonly shown: ReadonlySet<Status>;
}

/** What draws: colours as numbers for cells too small for a mark, tiles for those that are large enough. */
export interface Palette {
  readonly inks: Inks;
  readonly colours: Uint32Array;
  readonly tiles: Tiles;
}

export const MARKED = 10;
const PARTED = 6;
const FAINT = 0.13;
const FONT = '12px system-ui, sans-serif';
const LETTER = 7.2;

export function paint(context: CanvasRenderingContext2D, picture: Picture, palette: Palette): void {
  const { matrix, view, room } = picture;
  const { inks } = palette;
  context.fillStyle = inks.of('--card');
  context.fillRect(0, 0, room.width, room.height);
  const window = windowOf(matrix, room, view);
  context.save();
  context.beginPath();
  context.rect(LEFT, TOP, room.width - LEFT, room.height - TOP);
  context.clip();
  if (view.across >= MARKED && view.down >= MARKED) drawTiles(context, picture, palette, window);
  else {
    drawBuckets(context, picture, palette, window);
    gaps(context, picture, inks.of('--card'), window);
  }
  if (picture.selected !== undefined) frame(context, picture.selected, view, inks.of('--text'), 2);
  if (picture.cursor !== undefined) frame(context, { from: picture.cursor, to: picture.cursor }, view, inks.of('--accent'), 3);
  context.restore();
  drawNames(context, picture, palette, window);
  drawHead(context, picture, inks, window);
}

const lets = (shown: ReadonlySet<Status>, status: number): boolean => shown.size === 0 || shown.has(STATUSES[status]);

function drawTiles(context: CanvasRenderingContext2D, { matrix, view, shown }: Picture, { tiles }: Palette, window: Window): void {
  const lit = STATUSES.map((_, status) => lets(shown, status));
  const gap = view.across > 14 ? 2 : 1;
  for (let row = window.top; row < window.bottom; row++) {
    const y = TOP + row * view.down - view.y;
    for (let column = window.left; column < window.right; column++) {
      const status = matrix.cells[row * matrix.columns + column];
      if (status === ABSENT) continue;
      context.globalAlpha = lit[status] ? 1 : FAINT;
      context.drawImage(tiles.get(status)!, LEFT + column * view.across - view.x, y, view.across - gap, view.down - gap);
    }
  }
  context.globalAlpha = 1;
}

/** Cells as pixels of a small picture, which is stretched to its place; several to a pixel where they are smaller than one. */
function drawBuckets(context: CanvasRenderingContext2D, { matrix, view, shown }: Picture, { colours }: Palette, window: Window): void {
  const across = Math.max(1, Math.floor(1 / (view.across * devicePixelRatio)));
  const down = Math.max(1, Math.floor(1 / (view.down * devicePixelRatio)));
  // Buckets begin at the same cells however far one has panned, or they would flicker.
  const aligned = { ...window, left: window.left - (window.left % across), top: window.top - (window.top % down) };
  const { width, height, of } = buckets(matrix, aligned, across, down, shown);
  if (width === 0 || height === 0) return;
  const ink = new Uint32Array(256);
  for (const status of STATUSES.keys()) ink[status] = lets(shown, status) ? colours[status] : faint(colours[status]);
  const image = new ImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  for (let i = 0; i < of.length; i++) pixels[i] = ink[of[i]];
  const small = new OffscreenCanvas(width, height);
  small.getContext('2d')!.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(small, LEFT + aligned.left * view.across - view.x, TOP + aligned.top * view.down - view.y, width * across * view.across, height * down * view.down);
}

/** Between cells that are large enough to be told apart. */
function gaps(context: CanvasRenderingContext2D, { view, room }: Picture, ink: string, window: Window): void {
  context.fillStyle = ink;
  if (view.down >= PARTED) for (let row = window.top + 1; row <= window.bottom; row++) context.fillRect(LEFT, Math.round(TOP + row * view.down - view.y) - 1, room.width - LEFT, 1);
  if (view.across >= PARTED) for (let column = window.left + 1; column <= window.right; column++) context.fillRect(Math.round(LEFT + column * view.across - view.x) - 1, TOP, 1, room.height - TOP);
}

const faint = (colour: number): number => ((colour & 0x00ffffff) | (Math.round(255 * FAINT) << 24)) >>> 0;

function frame(context: CanvasRenderingContext2D, { from, to }: Selected, view: View, ink: string, line: number): void {
  const [left, right] = [Math.min(from.column, to.column), Math.max(from.column, to.column) + 1];
  const [top, bottom] = [Math.min(from.row, to.row), Math.max(from.row, to.row) + 1];
  context.strokeStyle = ink;
  context.lineWidth = line;
  context.strokeRect(LEFT + left * view.across - view.x - 1, TOP + top * view.down - view.y - 1, (right - left) * view.across + 1, (bottom - top) * view.down + 1);
}

function drawNames(context: CanvasRenderingContext2D, { matrix, view, room, cursor, shown }: Picture, { inks, tiles, colours }: Palette, window: Window): void {
  context.font = FONT;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  // Where rows are too low for names, every so many have one.
  const every = Math.max(1, Math.ceil(14 / view.down));
  for (let row = window.top - (window.top % every); row < window.bottom; row++) {
    const y = TOP + row * view.down - view.y;
    if (y < TOP - view.down || y > room.height) continue;
    const status = matrix.wholes[row];
    if (status !== ABSENT) {
      context.globalAlpha = lets(shown, status) ? 1 : FAINT;
      if (view.down >= MARKED) context.drawImage(tiles.get(status)!, NAMES + 2, y, WHOLE - 4, view.down - 1);
      else {
        context.fillStyle = `#${(colours[status] & 0xff).toString(16).padStart(2, '0')}${((colours[status] >> 8) & 0xff).toString(16).padStart(2, '0')}${((colours[status] >> 16) & 0xff).toString(16).padStart(2, '0')}`;
        context.fillRect(NAMES + 2, y, WHOLE - 4, Math.max(1, view.down));
      }
      context.globalAlpha = 1;
    }
    if (row % every !== 0) continue;
    context.fillStyle = inks.of(cursor?.row === row ? '--accent' : '--text');
    context.fillText(fitting(matrix.keys[row], NAMES - 10, LETTER), 4, y + Math.max(view.down, Math.min(14, every * view.down)) / 2);
  }
}

function drawHead(context: CanvasRenderingContext2D, { matrix, view, room }: Picture, inks: Inks, window: Window): void {
  context.fillStyle = inks.of('--card');
  context.fillRect(0, 0, room.width, TOP);
  context.fillStyle = inks.of('--text-quiet');
  context.textAlign = 'left';
  const width = columnKey(matrix.unit, matrix.first).length * LETTER + 16;
  const every = Math.max(1, Math.ceil(width / view.across));
  for (let column = Math.ceil(window.left / every) * every; column < window.right; column += every) {
    const x = LEFT + column * view.across - view.x;
    if (x + width < room.width + 24) context.fillText(columnKey(matrix.unit, matrix.first + column), x, TOP / 2);
  }
}

/** Colours as a little-endian picture has them. */
export function coloursOf(inks: Inks): Uint32Array {
  const colours = new Uint32Array(256);
  for (const [i, status] of STATUSES.entries()) {
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(inks.of(status === 'unknown' ? '--line-strong' : variableOf(status)).slice(at, at + 2), 16));
    colours[i] = ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
  }
  return colours;
}
