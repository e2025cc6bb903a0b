import { describe, expect, it } from 'vitest';
import { byTime, plottable, says, short } from '../src/assets/plots/series';
import { blocksOf, plainOf } from '../src/assets/prose';
import { changeOf, dataOf, shortVersion } from '../src/assets/versions';

describe('a description', () => {
  it('has paragraphs, lists, code, bold and links', () => {
    expect(blocksOf('One `a` and **b**.\n\n- first\n  goes on\n- [there](https://example.org/x)')).toEqual([
      { kind: 'paragraph', inlines: [{ kind: 'text', text: 'One ' }, { kind: 'code', text: 'a' }, { kind: 'text', text: ' and ' }, { kind: 'bold', text: 'b' }, { kind: 'text', text: '.' }] },
      { kind: 'list', items: [[{ kind: 'text', text: 'first goes on' }], [{ kind: 'link', text: 'there', href: 'https://example.org/x' }]] },
    ]);
  });

  it('goes on below what begins with no mark, and needs no empty line before a list', () => {
    expect(blocksOf('# Rows\nWhat is\nkept:\n* a\n\n```\na  b\n\nc\n```')).toEqual([
      { kind: 'heading', inlines: [{ kind: 'text', text: 'Rows' }] },
      { kind: 'paragraph', inlines: [{ kind: 'text', text: 'What is kept:' }] },
      { kind: 'list', items: [[{ kind: 'text', text: 'a' }]] },
      { kind: 'code', text: 'a  b\n\nc' },
    ]);
  });

  it('is one line without marks in a list of many', () => {
    expect(plainOf('Orders **as they came**,\n *all* of `raw`; 2 * 3 * 4')).toBe('Orders as they came, all of raw; 2 * 3 * 4');
  });

  it('stays the text it is where it would do something', () => {
    const nasty = '<img src=x onerror=alert(1)> [click](javascript:alert(1))';

    expect(blocksOf(nasty)).toEqual([{ kind: 'paragraph', inlines: [{ kind: 'text', text: nasty }] }]);
  });
});

describe('a trend', () => {
  it('is of what is there more than once', () => {
    const series = [{ name: 'rows', values: [1, 2] }, { name: 'bytes', values: [null, 3] }];

    expect(plottable({ asset: '', axis: 'version', labels: [], at: [], series }).map(({ name }) => name)).toEqual(['rows']);
  });

  it('is said in words', () => {
    expect(says({ name: 'rows', values: [1234, null, 5_600_000, 10] })).toBe('Rows: from 10 to 5,600,000, last 10');
  });

  it('has short numbers at its axes', () => {
    expect([short('rows', 1.5), short('rows', 1234), short('mean', 0.01234), short('mean', 0), short('bytes', 1_200_000), short('took_ms', 40), short('took_ms', 64_000)])
      .toEqual(['', '1.23K', '0.0123', '0', '1.2 MB', '40 ms', '1 min 04 s']);
  });

  it('may go by the time at which versions were made', () => {
    const columns = { asset: '', axis: 'partition' as const, labels: ['b', 'a'], at: ['2026-01-02T00:00:00Z', '2026-01-01T00:00:00Z'], series: [{ name: 'rows', values: [2, 1] }] };

    expect(byTime(columns)).toEqual({ ...columns, labels: ['a', 'b'], at: columns.at.toReversed(), series: [{ name: 'rows', values: [1, 2] }] });
  });
});

describe('a version', () => {
  it('has a short name where the asset is known', () => {
    expect([shortVersion({ version: 'a/b@2013-01-15#2' }, 'a/b'), shortVersion({ version: 'a/b#12' }, 'a/b')]).toEqual(['2013-01-15 #2', '#12']);
  });

  it('is measured by the one before', () => {
    expect([changeOf(1004, 1000), changeOf(880, 1000), changeOf(5, 2), changeOf(7, 7), changeOf(7, 0), changeOf(0, 0), changeOf(7, null), changeOf(0, 5), changeOf(100_001, 100_000)])
      .toEqual(['+0.4%', '−12%', '×2.5', 'unchanged', undefined, 'unchanged', undefined, '−100%', '+0.001%']);
  });

  it('leads to its rows', () => {
    const version = { partition: 'x', number: 3 };

    expect(dataOf(version)).toEqual({ tab: 'data', p: 'x', v: '3' });
    expect(dataOf({ ...version, current: true, partition: null })).toEqual({ tab: 'data' });
  });
});
