import type { PartitionMatrix } from '../../api/types';
import { STATUSES, type Status, statusOf, URGENCY } from '../../status/status';
import { ABSENT } from '../model/cells';
import { type Line, lineOf } from '../model/line';
import { columnAt, coveredBy, type Unit, UNITS } from './columns';

/** How bad a status is, by its number; what is no partition is least. */
const RANK = rankOf();

function rankOf(): Uint8Array {
  const rank = new Uint8Array(256);
  for (const [i, status] of STATUSES.entries()) rank[i] = URGENCY.length - URGENCY.indexOf(status);
  return rank;
}

export const worst = (one: number, other: number): number => (RANK[one] >= RANK[other] ? one : other);

/**
 * Assets by the stretches of one calendar. Where an asset's own partitions are longer than a column they cover several; where
 * they are shorter the worst of a column counts. Assets of no calendar have one cell for all of them, in `wholes`.
 */
export interface Matrix {
  readonly unit: Unit;
  readonly keys: readonly string[];
  /** The number of the first column, as columns are counted from 1970. */
  readonly first: number;
  readonly columns: number;
  /** Row by row. */
  readonly cells: Uint8Array;
  readonly wholes: Uint8Array;
  /** How many partitions of each row stand how, in the order of STATUSES. */
  readonly counts: Int32Array;
}

export function matrixOf(answer: PartitionMatrix, wanted?: Unit): Matrix {
  const lines = answer.lines.map(lineOf);
  const unit = wanted ?? usualUnit(answer, lines);
  const [first, columns] = extent(answer, lines, unit);
  const matrix = {
    unit, first, columns,
    keys: answer.assets.map(({ key }) => key),
    cells: new Uint8Array(answer.assets.length * columns).fill(ABSENT),
    wholes: new Uint8Array(answer.assets.length).fill(ABSENT),
    counts: new Int32Array(answer.assets.length * STATUSES.length),
  };
  const known = answer.statuses.map((word) => STATUSES.indexOf(statusOf(word)));
  for (const [row, asset] of answer.assets.entries()) {
    for (let i = 0; i < asset.first.length; i++) fill(matrix, row, lines[asset.line], asset.first[i], asset.count[i], known[asset.status[i]]);
  }
  return matrix;
}

function fill(matrix: Matrix, row: number, line: Line, place: number, count: number, status: number): void {
  const { cells, columns, unit, wholes } = matrix;
  matrix.counts[row * STATUSES.length + status] += count;
  const [begin, end] = [coveredBy(line, place), coveredBy(line, place + count - 1)];
  if (begin === undefined || end === undefined) {
    wholes[row] = worst(wholes[row], status);
    return;
  }
  const from = row * columns + columnAt(unit, begin[0]) - matrix.first;
  const to = row * columns + columnAt(unit, end[1] - 1) - matrix.first;
  for (let at = from; at <= to; at++) cells[at] = worst(cells[at], status);
}

/** The unit of most of the assets. */
function usualUnit({ assets }: PartitionMatrix, lines: readonly Line[]): Unit {
  const sums = UNITS.map((unit) => assets.reduce((sum, { line }) => sum + (lines[line].is === unit ? 1 : 0), 0));
  return UNITS[sums[0] + sums[1] + sums[2] + sums[3] === 0 ? 1 : sums.indexOf(Math.max(...sums))];
}

function extent({ assets }: PartitionMatrix, lines: readonly Line[], unit: Unit): readonly [number, number] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { line, first: places, count } of assets) {
    const end = places.length - 1;
    const begin = end < 0 ? undefined : coveredBy(lines[line], places[0]);
    if (begin === undefined) continue;
    first = Math.min(first, columnAt(unit, begin[0]));
    last = Math.max(last, columnAt(unit, coveredBy(lines[line], places[end] + count[end] - 1)![1] - 1));
  }
  return first > last ? [0, 0] : [first, last - first + 1];
}

/** Part of a matrix, so many columns and rows to a bucket: the worst in each, row by row; what is shown comes before what is not. */
export function buckets(matrix: Matrix, window: Window, across: number, down: number, shown: ReadonlySet<Status> = new Set()): { readonly width: number; readonly height: number; readonly of: Uint8Array } {
  const width = Math.ceil((window.right - window.left) / across);
  const height = Math.ceil((window.bottom - window.top) / down);
  const of = new Uint8Array(width * height).fill(ABSENT);
  const rank = RANK.map((bad, status) => (bad > 0 && shown.has(STATUSES[status]) ? bad + URGENCY.length : bad));
  for (let row = window.top; row < window.bottom; row++) {
    const base = row * matrix.columns;
    let to = Math.floor((row - window.top) / down) * width;
    for (let column = window.left, left = across; column < window.right; column++) {
      const status = matrix.cells[base + column];
      if (rank[status] > rank[of[to]]) of[to] = status;
      if (--left === 0) {
        left = across;
        to++;
      }
    }
  }
  return { width, height, of };
}

/** Rows and columns, the ends excluded. */
export interface Window {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
