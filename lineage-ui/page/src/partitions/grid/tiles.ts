import type { Inks } from '../../lineage/canvas/pen';
import { STATUSES, type Status, variableOf } from '../../status/status';

/** A cell of each status, drawn once: a colour and a mark, so that neither has to carry it alone. */
export type Tiles = ReadonlyMap<number, OffscreenCanvas>;

export function tilesOf(inks: Inks, width: number, height: number, ratio: number): Tiles {
  return new Map(STATUSES.map((status, i) => [i, tile(status, inks, width, height, ratio)]));
}

function tile(status: Status, inks: Inks, width: number, height: number, ratio: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio)));
  const pen = canvas.getContext('2d')!;
  pen.scale(canvas.width / width, canvas.height / height);
  pen.fillStyle = inks.of(variableOf(status));
  pen.strokeStyle = pen.fillStyle;
  if (status === 'missing') hollow(pen, width, height);
  else {
    // What nobody knows is to be seen, and no more.
    const [ground, mark] = status === 'unknown' ? ['--frame', variableOf(status)] : [variableOf(status), '--card'];
    pen.fillStyle = inks.of(ground);
    pen.fillRect(0, 0, width, height);
    pen.fillStyle = inks.of(mark);
    pen.strokeStyle = pen.fillStyle;
    pen.lineWidth = Math.max(1, Math.min(width, height) / 8);
    MARKS[status]?.(pen, width / 2, height / 2, Math.min(width, height) * 0.28);
  }
  return canvas;
}

type Context = OffscreenCanvasRenderingContext2D;

function hollow(pen: Context, width: number, height: number): void {
  const line = Math.min(1.5, width / 5, height / 5);
  pen.lineWidth = line;
  pen.strokeRect(line / 2, line / 2, width - line, height - line);
}

const MARKS: Partial<Record<Status, (pen: Context, x: number, y: number, r: number) => void>> = {
  stale: (pen, x, y, r) => path(pen, [[x, y - r], [x + r, y + r], [x - r, y + r]]),
  failed: (pen, x, y, r) => {
    pen.beginPath();
    pen.moveTo(x - r, y - r);
    pen.lineTo(x + r, y + r);
    pen.moveTo(x + r, y - r);
    pen.lineTo(x - r, y + r);
    pen.stroke();
  },
  rejected: (pen, x, y, r) => pen.fillRect(x - r, y - r, 2 * r, 2 * r),
  tainted: (pen, x, y, r) => path(pen, [[x, y - r * 1.2], [x + r * 1.2, y], [x, y + r * 1.2], [x - r * 1.2, y]]),
  running: (pen, x, y, r) => {
    pen.beginPath();
    pen.arc(x, y, r * 1.1, Math.PI / 2, Math.PI * 1.5);
    pen.fill();
  },
  skipped: (pen, x, y, r) => pen.fillRect(x - r, y - r / 3, 2 * r, r / 1.5),
  unknown: (pen, x, y, r) => {
    pen.beginPath();
    pen.arc(x, y - r * 0.4, r * 0.6, Math.PI, Math.PI * 2.5);
    pen.lineTo(x, y + r * 0.5);
    pen.stroke();
    pen.fillRect(x - r * 0.2, y + r * 0.9, r * 0.4, r * 0.4);
  },
};

function path(pen: Context, points: readonly (readonly [number, number])[]): void {
  pen.beginPath();
  for (const [x, y] of points) pen.lineTo(x, y);
  pen.closePath();
  pen.fill();
}
