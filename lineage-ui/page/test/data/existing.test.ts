import { describe, expect, it } from 'vitest';
import { besideOf, matching } from '../../src/data/existing';
import { Cells } from '../../src/partitions/model/cells';
import { lineOf } from '../../src/partitions/model/line';

const line = lineOf({ cadence: 'DAILY', zone: 'UTC' });
const cells = new Cells({ key: 'a', line: 0, first: [0, 3, 5, 40], count: [3, 2, 30, 1], status: [0, 1, 0, 2] }, ['fresh', 'missing', 'rejected']);

describe('the partitions that are there', () => {
  it('are found by a part of their keys, the last first', () => {
    expect(matching(line, cells, '', 2)).toEqual([{ key: '1970-02-10', status: 'rejected' }, { key: '1970-02-04', status: 'fresh' }]);
    expect(matching(line, cells, '1970-01-0', 99).map(({ key }) => key.slice(-2))).toEqual(['09', '08', '07', '06', '03', '02', '01']);
    expect(matching(line, cells, '1971', 99)).toEqual([]);
  });

  it('are walked over without those that were never made', () => {
    expect(besideOf(line, cells, '1970-01-03', 1)).toBe('1970-01-06');
    expect(besideOf(line, cells, '1970-01-06', -1)).toBe('1970-01-03');
    expect(besideOf(line, cells, '1970-01-01', -1)).toBeUndefined();
    expect(besideOf(line, cells, 'what is that', -1)).toBe('1970-02-10');
  });
});
