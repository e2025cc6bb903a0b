import { describe, expect, it } from 'vitest';
import { ends, isNumber, roughly, share, shortType, textOf, widths } from '../../src/data/cells';

describe('a cell', () => {
  it('shows whole numbers in groups, and what came as text as it is', () => {
    expect(textOf(1_234_567)).toBe('1,234,567');
    expect(textOf('1152921504606846976')).toBe('1152921504606846976');
    expect(textOf(0.1)).toBe('0.1');
    expect(textOf(0.6391752577319587)).toBe('0.63917526');
    expect(textOf(false)).toBe('false');
  });

  it('stands to the right where its column holds numbers', () => {
    expect(['BIGINT', 'UTINYINT', 'DECIMAL(18,2)', 'DOUBLE', 'HUGEINT'].map(isNumber)).toEqual([true, true, true, true, true]);
    expect(['VARCHAR', 'DATE', 'TIMESTAMP', 'INTERVAL', 'BOOLEAN'].map(isNumber)).toEqual([false, false, false, false, false]);
  });
});

describe('types and bounds', () => {
  it('are said in few letters', () => {
    expect(shortType('TIMESTAMP WITH TIME ZONE')).toBe('instant');
    expect(shortType('VARCHAR[]')).toBe('text[]');
    expect(roughly(0.123456)).toBe('0.1235');
    expect(roughly(1_234_567)).toBe('1,234,567');
    expect(roughly(null)).toBe('');
    expect(roughly('2013-01-15')).toBe('2013-01-15');
  });
});

describe('the ends of a histogram', () => {
  it('say of times what differs', () => {
    expect(ends('2026-01-01T00:12:00Z', '2026-01-05T09:12:00Z')).toEqual(['2026-01-01', '2026-01-05']);
    expect(ends('2026-01-01T00:12:00Z', '2026-01-01T09:12:00.5Z')).toEqual(['00:12', '09:12']);
    expect(ends('2026-01-01', '2026-01-05')).toEqual(['2026-01-01', '2026-01-05']);
    expect(ends(1, 1.25)).toEqual(['1', '1.25']);
    expect(ends(7, 7)).toEqual(['7']);
  });
});

describe('shares', () => {
  it('are never rounded to none or to all', () => {
    expect([share(0, 0), share(0, 9), share(1, 100_000), share(1, 200), share(1, 3), share(99_999, 100_000), share(3, 3)]).toEqual([
      '0 %', '0 %', '< 0.1 %', '0.5 %', '33 %', '> 99.9 %', '100 %',
    ]);
  });
});

describe('widths', () => {
  it('fit names, types and values, within bounds', () => {
    const column = (name: string, type: string) => ({ name, type, nullable: true, sensitive: false });
    expect(widths([column('a', 'DATE'), column('a_long_name', 'INTEGER'), column('text', 'VARCHAR')], [['2013-01-15', 1, 'x'.repeat(500)]])).toEqual([84, 99, 312]);
    expect(widths([column('a', 'DATE')], [])).toEqual([54]);
  });
});
