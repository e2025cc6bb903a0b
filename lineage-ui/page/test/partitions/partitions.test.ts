import { describe, expect, it } from 'vitest';
import { Cells } from '../../src/partitions/model/cells';
import { countOf, parsePlaces, printPlaces, spanOf } from '../../src/partitions/model/grammar';
import { layoutOf } from '../../src/partitions/model/layout';
import { keyOf, type Line, lineOf } from '../../src/partitions/model/line';
import { between, NONE, toggled, united } from '../../src/partitions/model/places';

const WORDS = ['fresh', 'stale', 'missing'];
const DAYS = lineOf({ cadence: 'DAILY', zone: 'UTC' });
const MONTHS = lineOf({ cadence: 'MONTHLY', zone: 'UTC' });
const KEYS = lineOf({ keys: ['lga', 'jfk', 'ewr'] });
/** Over both changes of the clocks of 2026. */
const HOURS = lineOf({ cadence: 'HOURLY', zone: 'Europe/Berlin', offsets: { from: [491_000, 492_985, 498_025], seconds: [3600, 7200, 3600] } });
const day = (text: string): number => Date.parse(text) / 86_400_000;
const daily = (first: string, count: number): Cells => new Cells({ key: 'a', line: 0, first: [day(first)], count: [count], status: [0] }, WORDS);
const all = (line: Line, first: number, count: number): string[] => Array.from({ length: count }, (_, i) => keyOf(line, first + i));

describe('a place on a line', () => {
  it('has the key that the command line writes', () => {
    expect(all(DAYS, day('2024-02-28'), 3)).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
    expect(all(MONTHS, 526, 3)).toEqual(['2013-11', '2013-12', '2014-01']);
    expect(all(lineOf({ cadence: 'WEEKLY' }), 0, 2)).toEqual(['1969-12-29', '1970-01-05']);
    expect(keyOf(lineOf({ cadence: 'WEEKLY_SUNDAY' }), 0)).toBe('1969-12-28');
    expect(all(KEYS, 0, 3)).toEqual(['lga', 'jfk', 'ewr']);
  });

  it('is written by the local clock, which skips an hour in spring', () => {
    expect(all(HOURS, 492_983, 4)).toEqual(['2026-03-29-00:00', '2026-03-29-01:00', '2026-03-29-03:00', '2026-03-29-04:00']);
  });

  it('has an offset behind it where the clock shows an hour twice', () => {
    expect(all(HOURS, 498_023, 4)).toEqual(['2026-10-25-01:00', '2026-10-25-02:00+02:00', '2026-10-25-02:00+01:00', '2026-10-25-03:00']);
  });
});

describe('what a key names', () => {
  it('is what lies in it', () => {
    expect(spanOf(DAYS, '2013-02')).toEqual([day('2013-02-01'), day('2013-02-28')]);
    expect(spanOf(MONTHS, '2013-02', '2013-03')).toEqual([517, 518]);
    expect(spanOf(MONTHS, '2013-01-15', '2013-02-28')).toEqual([517, 517]);
    expect(spanOf(MONTHS, '2013-02-03')).toBeUndefined();
    expect(spanOf(HOURS, '2026-03-29')).toEqual([492_983, 493_005]);
  });

  it('is both hours where the clock shows it twice, unless it says which', () => {
    expect(spanOf(HOURS, '2026-10-25-02:00')).toEqual([498_024, 498_025]);
    expect(spanOf(HOURS, '2026-10-25-02:00+01:00')).toEqual([498_025, 498_025]);
  });

  it('is the whole week for the date on which a week begins', () => {
    const weeks = lineOf({ cadence: 'WEEKLY' });

    expect(spanOf(weeks, '1970-01-05')).toEqual([1, 1]);
    expect(spanOf(weeks, '1970-01-06')).toBeUndefined();
    expect(spanOf(weeks, '1970-01')).toEqual([1, 3]);
  });

  it('is nothing where it is no key', () => {
    expect(['2013-13', '2013-02-30', 'today', '2013-01-01-24:00'].map((text) => spanOf(DAYS, text))).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('partitions as text', () => {
  const cells = new Cells({ key: 'a', line: 0, first: [day('2013-01-01'), day('2013-01-11')], count: [10, 5], status: [0, 2] }, WORDS);

  it('are read as --partition reads them', () => {
    const { places, refused } = parsePlaces('2013-01-01..2013-01-03, 2013-01-05 2013-01-04 never', DAYS, cells);

    expect(places).toEqual([[day('2013-01-01'), day('2013-01-05')]]);
    expect(refused).toEqual(['never']);
    expect(printPlaces(places, DAYS)).toBe('2013-01-01..2013-01-05');
    expect(countOf(places, cells)).toBe(5);
  });

  it('may be the latest, or what is missing', () => {
    expect(printPlaces(parsePlaces('latest', DAYS, cells).places, DAYS)).toBe('2013-01-15');
    expect(printPlaces(parsePlaces('missing', DAYS, cells).places, DAYS)).toBe('2013-01-11..2013-01-15');
  });

  it('end where the partitions do, and are refused where there are none', () => {
    expect(printPlaces(parsePlaces('2013-01', DAYS, cells).places, DAYS)).toBe('2013-01-01..2013-01-15');
    expect(parsePlaces('2014-01', DAYS, cells).refused).toEqual(['2014-01']);
  });

  it('come back as they were written, in every kind of line', () => {
    const keys = new Cells({ key: 'a', line: 0, first: [0], count: [3], status: [0] }, WORDS);
    const hours = new Cells({ key: 'a', line: 0, first: [498_000], count: [60], status: [0] }, WORDS);
    const printed = (text: string, line: Line, of: Cells): string => printPlaces(parsePlaces(text, line, of).places, line);

    expect(printed('jfk..ewr', KEYS, keys)).toBe('jfk..ewr');
    expect(printed('lga,ewr', KEYS, keys)).toBe('lga,ewr');
    expect(printed('2026-10-25-02:00+02:00..2026-10-25-03:00', HOURS, hours)).toBe('2026-10-25-02:00+02:00..2026-10-25-03:00');
  });
});

describe('places that are selected', () => {
  it('are joined where they touch, and one can be taken out', () => {
    expect(united(between(5, 3), [[6, 8], [20, 21]])).toEqual([[3, 8], [20, 21]]);
    expect(toggled([[3, 8]], 5)).toEqual([[3, 4], [6, 8]]);
    expect(toggled([[3, 3]], 3)).toEqual(NONE);
    expect(toggled([[3, 4]], 5)).toEqual([[3, 5]]);
  });
});

describe('the cells of an asset', () => {
  it('know what stands how, and what is no partition', () => {
    const cells = new Cells({ key: 'a', line: 0, first: [10, 12, 20], count: [2, 1, 3], status: [0, 1, 0] }, WORDS);

    expect([9, 10, 12, 13, 22, 23].map((place) => cells.statusAt(place))).toEqual([undefined, 'fresh', 'stale', undefined, 'fresh', undefined]);
    expect([...cells.counts()]).toEqual([5, 1, 0, 0, 0, 0, 0, 0, 0]);
    expect(cells.ranges()).toEqual([{ first: 10, last: 11, status: 'fresh' }, { first: 12, last: 12, status: 'stale' }, { first: 20, last: 22, status: 'fresh' }]);
  });
});

describe('the layout of partitions', () => {
  const comesBack = (line: Line, cells: Cells): void => {
    const layout = layoutOf(line, cells, 3);
    for (let place = cells.first; place <= cells.last; place++) {
      const { row, column } = layout.cellOf(place);
      expect(layout.placeAt(row, column)).toBe(place);
      expect(row).toBeGreaterThanOrEqual(0);
      expect(row).toBeLessThan(layout.rows);
      expect(column).toBeLessThan(layout.columns);
    }
  };

  it('is a row for each month, of as many days as it has', () => {
    const layout = layoutOf(DAYS, daily('2024-01-15', 60), 3);

    expect([layout.rows, layout.rowName(0), layout.rowName(1)]).toEqual([3, 'Jan 2024', 'Feb 2024']);
    expect([layout.placeAt(1, 28), layout.placeAt(1, 29)]).toEqual([day('2024-02-29'), undefined]);
  });

  it('is a row for each day, of 23 hours in spring and 25 in autumn', () => {
    const layout = layoutOf(HOURS, new Cells({ key: 'a', line: 0, first: [492_983], count: [6000], status: [0] }, WORDS), 3);
    const lastOf = (row: number): number => [23, 24, 25].findIndex((columns) => layout.placeAt(row, columns) === undefined) + 23;

    expect(layout.rowName(0)).toBe('2026-03-29');
    expect([lastOf(0), lastOf(1), lastOf(210)]).toEqual([23, 24, 25]);
  });

  it('gives each place one cell of its own', () => {
    comesBack(DAYS, daily('1969-11-20', 800));
    comesBack(MONTHS, new Cells({ key: 'a', line: 0, first: [-7], count: [40], status: [0] }, WORDS));
    comesBack(lineOf({ cadence: 'WEEKLY_SUNDAY' }), new Cells({ key: 'a', line: 0, first: [-60], count: [300], status: [0] }, WORDS));
    comesBack(HOURS, new Cells({ key: 'a', line: 0, first: [492_900], count: [5300], status: [0] }, WORDS));
    comesBack(KEYS, new Cells({ key: 'a', line: 0, first: [0], count: [3], status: [0] }, WORDS));
  });
});
