import { fitting, type Inks } from '../../lineage/canvas/pen';
import { SHAPES, STATUSES, type Status, variableOf } from '../../status/status';
import { ABSENT, type Cells } from '../model/cells';
import type { Layout } from '../model/layout';
import { keyOf, type Line } from '../model/line';
import { contains, type Places } from '../model/places';
import type { Measures } from './measures';
import type { Tiles } from './tiles';

/** All that a heat grid shows. */
export interface Picture {
  readonly line: Line;
  readonly cells: Cells;
  readonly layout: Layout;
  readonly measures: Measures;
  readonly chosen: Places;
  /** Where the keyboard is. */
  readonly cursor: number | undefined;
  /** What the legend lets through; all if empty. */
  readonly shown: ReadonlySet<Status>;
}

const FONT = '12px system-ui, sans-serif';
const FAINT = 0.13;

/** Draws the rows that are in sight. */
export function paint(context: CanvasRenderingContext2D, picture: Picture, tiles: Tiles, inks: Inks, scrolled: number, view: { width: number; height: number }): void {
  const { layout, measures } = picture;
  context.fillStyle = inks.of('--card');
  context.fillRect(0, 0, view.width, view.height);
  const first = Math.max(0, Math.floor((scrolled) / measures.down));
  const last = Math.min(layout.rows - 1, Math.ceil((scrolled + view.height - measures.top) / measures.down));
  context.font = FONT;
  context.textBaseline = 'middle';
  const lit = STATUSES.map((status) => picture.shown.size === 0 || picture.shown.has(status));
  for (let row = first; row <= last; row++) drawRow(context, picture, tiles, inks, lit, row, measures.top + row * measures.down - scrolled);
  if (measures.top > 0) drawHead(context, picture, inks, view.width);
}

function drawHead(context: CanvasRenderingContext2D, { layout, measures }: Picture, inks: Inks, width: number): void {
  context.fillStyle = inks.of('--card');
  context.fillRect(0, 0, width, measures.top);
  context.fillStyle = inks.of('--text-quiet');
  context.textAlign = 'center';
  const every = measures.across < 20 ? 5 : 1;
  for (let column = 0; column < layout.columns; column++) {
    if (every > 1 && column % every !== 0 && column !== 0) continue;
    context.fillText(layout.columnName(column), measures.left + (column + 0.5) * measures.across - measures.gap / 2, measures.top / 2);
  }
}

function drawRow(context: CanvasRenderingContext2D, picture: Picture, tiles: Tiles, inks: Inks, lit: readonly boolean[], row: number, y: number): void {
  const { layout, measures, cells } = picture;
  const [width, height] = [measures.across - measures.gap, measures.down - measures.gap];
  if (measures.left > 0) {
    context.fillStyle = inks.of('--text-quiet');
    context.textAlign = 'left';
    context.fillText(layout.rowName(row), 2, y + height / 2 + 1);
  }
  for (let column = 0; column < layout.columns; column++) {
    const place = layout.placeAt(row, column);
    if (place === undefined) continue;
    const status = cells.at(place);
    if (status === ABSENT) continue;
    const x = measures.left + column * measures.across;
    context.globalAlpha = lit[status] ? 1 : FAINT;
    if (layout.named) drawWord(context, picture, inks, place, STATUSES[status], x, y, width, height);
    else context.drawImage(tiles.get(status)!, x, y, width, height);
    context.globalAlpha = 1;
    if (contains(picture.chosen, place)) outline(context, inks.of('--text'), x, y, width, height, 2);
    if (picture.cursor === place) outline(context, inks.of('--accent'), x, y, width, height, 3);
  }
}

/** The outline lies around the cell: marks in it stay as they are. */
function outline(context: CanvasRenderingContext2D, ink: string, x: number, y: number, width: number, height: number, line: number): void {
  context.strokeStyle = ink;
  context.lineWidth = line;
  const out = line / 2 - 0.5;
  context.strokeRect(x - out, y - out, width + 2 * out, height + 2 * out);
}

const LETTER = 7.4;

function drawWord(context: CanvasRenderingContext2D, { line }: Picture, inks: Inks, place: number, status: Status, x: number, y: number, width: number, height: number): void {
  context.strokeStyle = inks.of('--line-strong');
  context.lineWidth = 1;
  context.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
  context.fillStyle = inks.of(variableOf(status));
  context.fillRect(x, y, 5, height);
  context.textAlign = 'left';
  context.fillText(SHAPES[status], x + 11, y + height / 2 + 1);
  context.fillStyle = inks.of('--text');
  context.fillText(fitting(keyOf(line, place), width - 36, LETTER), x + 28, y + height / 2 + 1);
}
