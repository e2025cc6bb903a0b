import { describe, expect, it } from 'vitest';
import type { PartitionMatrix } from '../../src/api/types';
import { columnKey, columnRange } from '../../src/partitions/matrix/columns';
import { buckets, type Matrix, matrixOf } from '../../src/partitions/matrix/matrix';
import { cellAt, fitted, LEFT, showing, TOP, within, zoomed } from '../../src/partitions/matrix/view';
import { STATUSES } from '../../src/status/status';

const day = (text: string): number => Date.parse(text) / 86_400_000;
const LINES = [{ cadence: 'DAILY', zone: 'UTC' }, { cadence: 'MONTHLY', zone: 'UTC' }, { cadence: 'HOURLY', zone: 'UTC', offsets: { from: [0], seconds: [0] } }, {}, { keys: ['a', 'b'] }];
const row = (key: string, line: number, ...ranges: [number, number, number][]) =>
  ({ key, line, first: ranges.map(([first]) => first), count: ranges.map(([, count]) => count), status: ranges.map(([, , status]) => status) });
const answer = (...assets: PartitionMatrix['assets']): PartitionMatrix =>
  ({ watermark: 1, at: '', statuses: ['fresh', 'stale', 'missing', 'failed'], total: assets.length, lines: LINES, assets, looking: null });
const words = ({ cells, columns }: Matrix, at: number): string[] => Array.from(cells.subarray(at * columns, (at + 1) * columns), (status) => STATUSES[status] ?? '');
const NEW_YEAR = day('2024-01-01');

describe('a matrix of assets and partitions', () => {
  it('has the columns of most assets, from the first partition to the last', () => {
    const matrix = matrixOf(answer(row('a', 0, [NEW_YEAR, 2, 0]), row('b', 0, [NEW_YEAR + 1, 2, 2]), row('c', 1, [648, 1, 1])));

    expect([matrix.unit, matrix.columns, columnKey('days', matrix.first)]).toEqual(['days', 31, '2024-01-01']);
    expect(words(matrix, 0).slice(0, 3)).toEqual(['fresh', 'fresh', '']);
    expect(words(matrix, 1).slice(0, 3)).toEqual(['', 'missing', 'missing']);
  });

  it('lets a month cover its days', () => {
    const matrix = matrixOf(answer(row('months', 1, [648, 1, 1])), 'days');

    expect(words(matrix, 0)).toEqual(Array.from({ length: 31 }, () => 'stale'));
  });

  it('shows the worst hour of a day', () => {
    const matrix = matrixOf(answer(row('hours', 2, [NEW_YEAR * 24, 10, 0], [NEW_YEAR * 24 + 10, 1, 3], [NEW_YEAR * 24 + 11, 14, 0])), 'days');

    expect(words(matrix, 0)).toEqual(['failed', 'fresh']);
  });

  it('gives assets of no calendar one cell, the worst of theirs', () => {
    const matrix = matrixOf(answer(row('days', 0, [NEW_YEAR, 1, 0]), row('whole', 3, [0, 1, 1]), row('keys', 4, [0, 1, 0], [1, 1, 3])));

    expect(Array.from(matrix.wholes, (status) => STATUSES[status])).toEqual([undefined, 'stale', 'failed']);
    expect(words(matrix, 1)).toEqual(['']);
  });

  it('counts partitions, not cells', () => {
    const matrix = matrixOf(answer(row('months', 1, [648, 2, 0]), row('none', 0)), 'days');

    expect([...matrix.counts.subarray(0, STATUSES.length)]).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('is empty where nothing is of a calendar', () => {
    expect(matrixOf(answer(row('whole', 3, [0, 1, 0]))).columns).toBe(0);
  });
});

describe('cells that share a pixel', () => {
  it('show the worst of them', () => {
    const matrix = matrixOf(answer(row('a', 0, [NEW_YEAR, 3, 0], [NEW_YEAR + 3, 1, 1], [NEW_YEAR + 4, 1, 0]), row('b', 0, [NEW_YEAR, 1, 2], [NEW_YEAR + 1, 4, 0])));
    const { width, height, of } = buckets(matrix, { left: 0, top: 0, right: 5, bottom: 2 }, 2, 2);

    expect([width, height]).toEqual([3, 1]);
    expect(Array.from(of, (status) => STATUSES[status])).toEqual(['missing', 'stale', 'fresh']);
  });

  it('show what one has asked for before what is worse', () => {
    const matrix = matrixOf(answer(row('a', 0, [NEW_YEAR, 1, 3], [NEW_YEAR + 1, 1, 1])));

    expect(STATUSES[buckets(matrix, { left: 0, top: 0, right: 2, bottom: 1 }, 2, 1, new Set(['stale'] as const)).of[0]]).toBe('stale');
  });
});

describe('columns as text', () => {
  it('are what --partition takes', () => {
    expect(columnRange('days', NEW_YEAR, NEW_YEAR + 1)).toBe('2024-01-01..2024-01-02');
    expect(columnRange('months', 648, 648)).toBe('2024-01');
    expect(columnRange('weeks', 2818, 2818)).toBe('2024-01-01..2024-01-07');
    expect(columnRange('hours', NEW_YEAR * 24 + 7, NEW_YEAR * 24 + 7)).toBe('2024-01-01-07:00');
  });
});

describe('the view of a matrix', () => {
  const matrix = matrixOf(answer(...Array.from({ length: 1000 }, (_, i) => row(`a${i}`, 0, [NEW_YEAR, 1000, 0]))));
  const room = { width: LEFT + 500, height: TOP + 400 };

  it('shows everything at first', () => {
    expect(fitted(matrix, room)).toEqual({ x: 0, y: 0, across: 0.5, down: 0.4 });
  });

  it('keeps what is under the pointer when it zooms', () => {
    const view = zoomed(matrix, room, fitted(matrix, room), LEFT + 250, TOP + 200, 10);

    expect(cellAt(matrix, view, LEFT + 250, TOP + 200)).toEqual({ row: 500, column: 500 });
  });

  it('never leaves the matrix', () => {
    expect(within(matrix, room, { x: 1e9, y: -5, across: 10, down: 10 })).toEqual({ x: 9500, y: 0, across: 10, down: 10 });
    expect(showing(matrix, room, { x: 0, y: 0, across: 10, down: 10 }, { row: 999, column: 10 })).toEqual({ x: 0, y: 9600, across: 10, down: 10 });
  });
});
