import { describe, expect, it } from 'vitest';
import { parseAddress, printAddress } from '../src/address';
import { partitioningText } from '../src/assets/partitioning';
import { selectionOf } from '../src/assets/selection';
import { stretchesOf } from '../src/assets/stretches';
import { ago, bytes, lasting } from '../src/status/times';

describe('an address', () => {
  it('can be read and written by people', () => {
    const search = { sel: '2+core/orders+1', open: 'core,sales/', z: '0.6' };

    expect(printAddress(search)).toBe('?sel=2+core/orders+1&open=core,sales/&z=0.6');
    expect(parseAddress(printAddress(search))).toEqual(search);
  });

  it('carries any name whole', () => {
    const search = { q: 'a b&c=d#é%' };

    expect(parseAddress(printAddress(search))).toEqual(search);
  });

  it('takes what is broken as it is', () => {
    expect(parseAddress('?q=%E0%A4%A')).toEqual({ q: '%E0%A4%A' });
  });
});

describe('times and sizes', () => {
  it('are said as people say them', () => {
    expect(ago('2026-01-05T06:00:00Z', Date.parse('2026-01-05T08:00:00Z'))).toBe('2 hr. ago');
    expect([400, 18_000, 250_000, 3_780_000].map(lasting)).toEqual(['0.4 s', '18 s', '4 min 10 s', '1 h 03 min']);
    expect([999, 43_300, 1_500_000_000].map(bytes)).toEqual(['999 B', '43.3 kB', '1.5 GB']);
  });
});

describe('how an asset is divided', () => {
  it('is said in a word', () => {
    expect([{ cadence: 'WEEKLY_SUNDAY' }, { keys: ['jfk', 'lga'] }, null, 'daily'].map(partitioningText)).toEqual(['weekly sunday', '2 keys', '', 'daily']);
  });
});

describe('the strip of partitions', () => {
  const range = (first: string, count: number) => ({ first, last: first, count });

  it('is in order, whatever their state', () => {
    const states = { published: { count: 2, ranges: [range('a', 1), range('c', 1)] }, missing: { count: 1, ranges: [range('b', 1)] } };

    expect(stretchesOf({ asset: 'x', partitions: null, states, skips: [] }).map(({ first, status }) => `${first} ${status}`)).toEqual(['a fresh', 'b missing', 'c fresh']);
  });

  it('shows the worst of those that share a place', () => {
    const ranges = Array.from({ length: 9 }, (_, i) => range(`p${i}`, 2));
    const states = { published: { count: 18, ranges }, rejected: { count: 1, ranges: [range('p4x', 1)] } };

    const [first, second] = stretchesOf({ asset: 'x', partitions: null, states, skips: [] }, 2);

    expect([first.status, second.status]).toEqual(['fresh', 'rejected']);
    expect(first.share + second.share).toBe(19);
  });
});

describe('the filters of the catalogue', () => {
  it('are a selection where one can say the same', () => {
    expect(selectionOf({ group: 'core', status: 'stale,failed', owner: 'team ops' })).toBe('group:core and (status:stale or status:failed) and owner:"team ops"');
    expect([selectionOf({}), selectionOf({ q: 'orders', group: 'core' }), selectionOf({ status: 'fresh' })]).toEqual([undefined, undefined, undefined]);
  });
});
