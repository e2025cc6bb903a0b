import { fitting, type Inks } from '../lineage/canvas/pen';
import { clock, type Lane, type Piece, piecesOf, type Span, ticksOf, xOf } from './gantt';

export const LANE = 20;
export const LABELS = 190;
export const AXIS = 22;

interface Picture {
  readonly lanes: readonly Lane[];
  readonly critical: ReadonlySet<number>;
  readonly span: Span;
  readonly chosen: string | undefined;
  readonly pointed: number | undefined;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly inks: Inks;
}

const INK: Readonly<Record<string, string>> = {
  SUCCEEDED: '--status-fresh',
  REJECTED: '--status-rejected',
  FAILED: '--status-failed',
  SKIPPED: '--status-skipped',
};

/** Draws what of the lanes lies in view: waiting hatched, attempts before the last one dotted, the start as a frame, work full, what went wrong with a cross. */
export function drawGantt(pen: CanvasRenderingContext2D, picture: Picture): void {
  const { lanes, span, top, width, height, inks } = picture;
  pen.fillStyle = inks.of('--card');
  pen.fillRect(0, 0, width, height);
  grid(pen, picture);
  const first = Math.max(0, Math.floor(top / LANE));
  const last = Math.min(lanes.length, Math.ceil((top + height) / LANE));
  pen.textBaseline = 'middle';
  for (let i = first; i < last; i++) {
    const y = i * LANE - top;
    const lane = lanes[i];
    if (lane.is === 'group') heading(pen, picture, lane, y);
    else row(pen, picture, lane, y);
  }
  axis(pen, span, picture);
}

function heading(pen: CanvasRenderingContext2D, { inks, width }: Picture, lane: Lane & { is: 'group' }, y: number): void {
  pen.fillStyle = inks.of('--frame');
  pen.fillRect(0, y, width, LANE);
  pen.fillStyle = inks.of('--text');
  pen.font = '600 12px system-ui, sans-serif';
  const says = `${lane.name}  ${lane.steps.toLocaleString('en')} ${lane.steps === 1 ? 'step' : 'steps'}`;
  pen.fillText(says, 10, y + LANE / 2);
  if (lane.failed > 0) {
    const at = 10 + pen.measureText(says).width + 10;
    pen.fillStyle = inks.of('--status-failed');
    pen.fillText(`✕ ${lane.failed.toLocaleString('en')} went wrong`, at, y + LANE / 2);
  }
}

function row(pen: CanvasRenderingContext2D, picture: Picture, lane: Lane & { is: 'lane' }, y: number): void {
  const { inks, span } = picture;
  if (lane.first) {
    pen.fillStyle = inks.of('--text');
    pen.font = '12px system-ui, sans-serif';
    pen.fillText(fitting(lane.asset, LABELS - 26, inks.letters.plain * 12), 20, y + LANE / 2);
  }
  pen.save();
  pen.beginPath();
  pen.rect(LABELS, y, span.width + 8, LANE);
  pen.clip();
  for (const piece of piecesOf(lane.bars, span)) draw(pen, picture, piece, y);
  outlined(pen, picture, lane, y);
  pen.restore();
}

function draw(pen: CanvasRenderingContext2D, { inks }: Picture, piece: Piece, y: number): void {
  const x = LABELS + piece.x;
  if (piece.kind === 'queue') {
    hatch(pen, inks.of('--link'), x, y + 6, piece.width, LANE - 12);
    return;
  }
  const ink = inks.of(INK[piece.state] ?? '--status-running');
  pen.fillStyle = ink;
  if (piece.kind === 'retry') {
    pen.globalAlpha = 0.35;
    pen.fillRect(x, y + 4, piece.width, LANE - 8);
    pen.globalAlpha = 1;
    for (let dot = x + 2; dot < x + piece.width - 1; dot += 5) pen.fillRect(dot, y + LANE / 2 - 1, 2, 2);
  } else if (piece.kind === 'start') {
    frame(pen, ink, x, y, piece.width);
  } else if (piece.kind === 'open') {
    open(pen, ink, x, y, piece.width);
  } else if (piece.kind === 'mark') {
    pen.fillRect(x, y + 8, Math.max(piece.width, 3), LANE - 16);
  } else {
    pen.fillRect(x, y + 3, piece.width, LANE - 6);
    if (piece.state === 'FAILED' || piece.state === 'REJECTED') cross(pen, inks, ink, x, y, piece.width);
  }
}

function frame(pen: CanvasRenderingContext2D, ink: string, x: number, y: number, width: number): void {
  pen.strokeStyle = ink;
  pen.lineWidth = 1.5;
  pen.strokeRect(x + 0.75, y + 5.75, width - 0.75, LANE - 11.5);
}

/** An outline that is not closed where it goes on. */
function open(pen: CanvasRenderingContext2D, ink: string, x: number, y: number, width: number): void {
  pen.globalAlpha = 0.25;
  pen.fillRect(x, y + 3, width, LANE - 6);
  pen.globalAlpha = 1;
  pen.strokeStyle = ink;
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.moveTo(x + width, y + 3.5);
  pen.lineTo(x + 0.75, y + 3.5);
  pen.lineTo(x + 0.75, y + LANE - 3.5);
  pen.lineTo(x + width, y + LANE - 3.5);
  pen.stroke();
}

/** Inside if there is room, else beside: that a step went wrong is not said by colour alone. */
function cross(pen: CanvasRenderingContext2D, inks: Inks, ink: string, x: number, y: number, width: number): void {
  const inside = width >= 14;
  const middle = inside ? x + width / 2 : x + width + 6;
  pen.strokeStyle = inside ? inks.of('--card') : ink;
  pen.lineWidth = 1.6;
  pen.beginPath();
  for (const [dx, dy] of [[-3, -3], [-3, 3]]) {
    pen.moveTo(middle + dx, y + LANE / 2 + dy);
    pen.lineTo(middle - dx, y + LANE / 2 - dy);
  }
  pen.stroke();
}

function hatch(pen: CanvasRenderingContext2D, ink: string, x: number, y: number, width: number, height: number): void {
  pen.save();
  pen.beginPath();
  pen.rect(Math.max(x, LABELS), y, width - Math.max(0, LABELS - x), height);
  pen.clip();
  pen.strokeStyle = ink;
  pen.lineWidth = 1;
  pen.beginPath();
  const from = Math.max(x, LABELS) - height;
  const to = Math.min(x + width, 4_000);
  for (let at = from; at < to; at += 5) {
    pen.moveTo(at, y + height);
    pen.lineTo(at + height, y);
  }
  pen.stroke();
  pen.restore();
}

function outlined(pen: CanvasRenderingContext2D, { critical, chosen, pointed, span, inks }: Picture, lane: Lane & { is: 'lane' }, y: number): void {
  for (const bar of lane.bars) {
    const isCritical = critical.has(bar.place);
    const isChosen = bar.target === chosen;
    if ((!isCritical && !isChosen && bar.place !== pointed) || bar.end < span.from || bar.begun > span.to) continue;
    const x = LABELS + xOf(span, bar.begun);
    const width = Math.max(2, xOf(span, Math.min(bar.end, span.to)) - xOf(span, bar.begun));
    pen.strokeStyle = inks.of(isChosen ? '--accent' : '--text');
    pen.lineWidth = isChosen ? 3 : isCritical ? 1.8 : 1;
    pen.strokeRect(x - 1, y + 2, width + 2, LANE - 4);
  }
}

function grid(pen: CanvasRenderingContext2D, { span, height, inks }: Picture): void {
  pen.fillStyle = inks.of('--line');
  for (const tick of ticksOf(span)) pen.fillRect(Math.round(LABELS + xOf(span, tick)), 0, 1, height);
}

function axis(pen: CanvasRenderingContext2D, span: Span, { width, height, inks }: Picture): void {
  const y = height - AXIS;
  pen.fillStyle = inks.of('--card');
  pen.fillRect(0, y, width, AXIS);
  pen.fillStyle = inks.of('--line');
  pen.fillRect(0, y, width, 1);
  pen.fillStyle = inks.of('--text-quiet');
  pen.font = '11px system-ui, sans-serif';
  pen.fillText('since the start', 10, y + AXIS / 2);
  for (const tick of ticksOf(span)) {
    const text = clock(tick);
    const x = LABELS + xOf(span, tick);
    pen.fillText(text, Math.min(x + 4, width - pen.measureText(text).width - 4), y + AXIS / 2);
  }
}
