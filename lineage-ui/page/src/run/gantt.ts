import { type Bar, isOpen, ran } from './timeline';

/** A line of the picture: the name of a group, or bars of one asset that do not overlap, in order of time. */
export type Lane =
  | { readonly is: 'group'; readonly name: string; readonly steps: number; readonly failed: number }
  | { readonly is: 'lane'; readonly asset: string; readonly first: boolean; readonly bars: readonly Bar[] };

/** Groups in the order in which they begin, in them assets, in these as many lanes as had to run at once. */
export function lanesOf(bars: readonly Bar[]): readonly Lane[] {
  const lanes: Lane[] = [];
  for (const [name, ofGroup] of grouped(bars, (bar) => bar.group)) {
    lanes.push({ is: 'group', name: name || 'no group', steps: ofGroup.length, failed: ofGroup.filter(isBad).length });
    for (const [asset, ofAsset] of grouped(ofGroup, (bar) => bar.asset)) {
      lanes.push(...packed(ofAsset).map((lane, i) => ({ is: 'lane' as const, asset, first: i === 0, bars: lane })));
    }
  }
  return lanes;
}

export const isBad = (bar: Bar): boolean => bar.state === 'FAILED' || bar.state === 'REJECTED';

function grouped(bars: readonly Bar[], by: (bar: Bar) => string): ReadonlyMap<string, readonly Bar[]> {
  const groups = new Map<string, Bar[]>();
  for (const bar of [...bars].sort((a, b) => a.begun - b.begun || a.place - b.place)) {
    const name = by(bar);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [bar]);
    else group.push(bar);
  }
  return groups;
}

/** An asset takes no more lines than these: where more of its steps ran at once, they lie over each other. */
const MOST_LANES = 16;

/** Puts each bar into the first lane that is free by then. Bars come in the order in which they begin. */
function packed(bars: readonly Bar[]): readonly (readonly Bar[])[] {
  const lanes: Bar[][] = [];
  let over = 0;
  for (const bar of bars) {
    const free = lanes.find((lane) => lane[lane.length - 1].end <= bar.begun);
    if (free !== undefined) free.push(bar);
    else if (lanes.length < MOST_LANES) lanes.push([bar]);
    else lanes[over++ % MOST_LANES].push(bar);
  }
  return lanes;
}

/** What part of the time is seen, in milliseconds, and over how many pixels. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

export const xOf = (span: Span, at: number): number => ((at - span.from) / (span.to - span.from)) * span.width;
export const timeAt = (span: Span, x: number): number => span.from + (x / span.width) * (span.to - span.from);

const LEAST = 1;

/** Zooms so that what is under the pointer stays under it; never beyond the whole run. */
export function zoomed(span: Span, whole: number, x: number, factor: number): Span {
  const length = Math.min(whole, Math.max(LEAST, (span.to - span.from) / factor));
  const under = timeAt(span, x);
  return placed(span, whole, under - (x / span.width) * length, length);
}

export const moved = (span: Span, whole: number, by: number): Span => placed(span, whole, span.from + by, span.to - span.from);

function placed(span: Span, whole: number, from: number, length: number): Span {
  const start = Math.min(Math.max(0, from), Math.max(0, whole - length));
  return { ...span, from: start, to: start + length };
}

/** A piece of a lane as it is drawn: what shares a pixel is one piece, the worst of it. */
export interface Piece {
  readonly kind: 'queue' | 'retry' | 'start' | 'work' | 'open' | 'mark';
  readonly x: number;
  readonly width: number;
  readonly state: string;
  readonly place: number;
}

/** Only so wide bars have their waiting, their attempts and their start drawn apart. */
const APART = 3;

export function piecesOf(bars: readonly Bar[], span: Span): readonly Piece[] {
  const pieces: Piece[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const bar of bars) {
    if (bar.ready > span.to) break;
    if (bar.end >= span.from) {
      const [ready, begun, start, work, end] = [bar.ready, bar.begun, bar.start, bar.work, Math.min(bar.end, span.to)].map((at) => xOf(span, at));
      const queue = Math.max(ready, before);
      if (begun - queue >= APART) pieces.push({ kind: 'queue', x: queue, width: begun - queue, state: bar.state, place: bar.place });
      if (start - begun >= APART) pieces.push({ kind: 'retry', x: begun, width: start - begun, state: bar.state, place: bar.place });
      const began = start - begun >= APART ? start : begun;
      if (work - start >= APART) pieces.push({ kind: 'start', x: began, width: work - began, state: bar.state, place: bar.place });
      const from = work - start >= APART ? work : began;
      add(pieces, { kind: isOpen(bar) ? 'open' : ran(bar) ? 'work' : 'mark', x: from, width: Math.max(1, end - from), state: bar.state, place: bar.place });
      before = end;
    }
  }
  return pieces;
}

const WORST = ['SKIPPED', 'SUCCEEDED', 'REJECTED', 'FAILED'];

function add(pieces: Piece[], piece: Piece): void {
  const last = pieces[pieces.length - 1];
  const shares = last !== undefined && last.kind === piece.kind && piece.x + piece.width <= Math.ceil(last.x + last.width) && last.width <= 1.5;
  if (!shares) pieces.push(piece);
  else if (WORST.indexOf(piece.state) > WORST.indexOf(last.state)) pieces[pieces.length - 1] = { ...last, state: piece.state, place: piece.place };
}

/** The bar of a lane at a time; the nearest one so near that a pointer may mean it. */
export function barAt(bars: readonly Bar[], time: number, near: number): Bar | undefined {
  let best: Bar | undefined;
  let distance = near;
  for (const bar of bars) {
    const away = time < bar.begun ? bar.begun - time : time > bar.end ? time - bar.end : 0;
    if (away <= distance) {
      if (away === 0) return bar;
      best = bar;
      distance = away;
    }
  }
  return best;
}

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000, 7_200_000, 14_400_000, 43_200_000, 86_400_000];

/** Round times to write below the picture, at least so many pixels apart. */
export function ticksOf(span: Span, apart = 90): readonly number[] {
  const least = ((span.to - span.from) / span.width) * apart;
  const step = STEPS.find((each) => each >= least) ?? Math.ceil(least / 86_400_000) * 86_400_000;
  const ticks: number[] = [];
  for (let at = Math.ceil(span.from / step) * step; at <= span.to; at += step) ticks.push(at);
  return ticks;
}

/** `0`, `250 ms`, `1.5 s`, `2:05`, `1:02:05`: since the run started. */
export function clock(milliseconds: number): string {
  if (milliseconds === 0) return '0';
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${Number((milliseconds / 1_000).toFixed(2))} s`;
  const seconds = Math.floor(milliseconds / 1_000);
  const two = (n: number): string => String(n).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
