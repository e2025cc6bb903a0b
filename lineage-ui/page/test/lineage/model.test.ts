import { describe, expect, it } from 'vitest';
import { KeyIndex } from '../../src/lineage/model/search';
import { parseOpen, parseSelection, printOpen, printSelection, wider } from '../../src/lineage/model/selection';
import { reachOf } from '../../src/lineage/model/walk';
import { isLitLink, litBy } from '../../src/lineage/canvas/lit';
import { graphWith } from './given';

const chain = graphWith(['raw/a', 'raw/b', 'core/c', 'marts/d', 'marts/e'],
  [['raw/a', 'core/c'], ['raw/b', 'core/c'], ['core/c', 'marts/d'], ['marts/d', 'marts/e']]);

describe('search', () => {
  const index = new KeyIndex(['raw/orders', 'core/orders_daily', 'orders/items', 'core/reorders', 'marts/customers']);

  it('puts names that begin with the word first, shorter ones before longer ones', () => {
    expect(index.find('orders', 10)).toEqual([0, 1, 2, 3]);
  });

  it('wants every word, in any case; shorter keys come first', () => {
    expect(index.find('CORE ord', 10)).toEqual([3, 1]);
  });

  it('finds nothing for nothing', () => {
    expect(index.find('  ', 10)).toEqual([]);
  });

  it('gives no more than asked for', () => {
    expect(index.find('o', 2)).toHaveLength(2);
  });
});

describe('reach', () => {
  it('goes all the way in both directions', () => {
    const { upCount, downCount } = reachOf(chain, [2], 'all', 'all');

    expect([upCount, downCount]).toEqual([2, 2]);
  });

  it('goes as deep as asked', () => {
    const { up, down } = reachOf(chain, [2], 0, 1);

    expect([...up]).toEqual([-1, -1, 0, -1, -1]);
    expect([...down]).toEqual([-1, -1, 0, 1, -1]);
  });

  it('lights up the boxes around what it reaches, and only links on its paths', () => {
    const lit = litBy(chain, reachOf(chain, [2], 'all', 0));

    expect(lit[5]).not.toBe(0);
    expect(isLitLink(lit[0], lit[2])).toBe(true);
    expect(isLitLink(lit[2], lit[3])).toBe(false);
  });
});

describe('the selection of an address', () => {
  it.each(['core/c', '+core/c', 'core/c+', '+core/c+', '2+core/c+1', '+group:raw+'])('reads and writes %s', (text) => {
    expect(printSelection(chain, parseSelection(chain, text)!)).toBe(text);
  });

  it('is none where nothing is called so', () => {
    expect(parseSelection(chain, 'core/gone')).toBeUndefined();
    expect(parseSelection(chain, '')).toBeUndefined();
    expect(parseSelection(chain, undefined)).toBeUndefined();
  });

  it('widens around what is selected, a step at first, and begins anew at the end', () => {
    let selection = parseSelection(chain, '+core/c+')!;
    const texts = Array.from({ length: 6 }, () => {
      selection = wider(selection);
      return printSelection(chain, selection);
    });

    expect(texts).toEqual(['1+core/c+1', '2+core/c+2', '3+core/c+3', '5+core/c+5', '+core/c+', '1+core/c+1']);
  });

  it('names the open boxes, and says so where there is none', () => {
    expect(printOpen(chain, parseOpen(chain, 'raw,marts'))).toBe('raw,marts');
    expect(printOpen(chain, parseOpen(chain, '-'))).toBe('-');
  });
});
