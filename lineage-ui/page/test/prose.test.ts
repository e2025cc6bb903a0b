import { describe, expect, it } from 'vitest';
import { plottable, says, short } from '../src/assets/plots/series';
import { blocksOf } from '../src/assets/prose';

describe('a description', () => {
  it('has paragraphs, lists, code, bold and links', () => {
    expect(blocksOf('One `a` and **b**.\n\n- first\n  goes on\n- [there](https://example.org/x)')).toEqual([
      { kind: 'paragraph', inlines: [{ kind: 'text', text: 'One ' }, { kind: 'code', text: 'a' }, { kind: 'text', text: ' and ' }, { kind: 'bold', text: 'b' }, { kind: 'text', text: '.' }] },
      { kind: 'list', items: [[{ kind: 'text', text: 'first goes on' }], [{ kind: 'link', text: 'there', href: 'https://example.org/x' }]] },
    ]);
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
    expect(says('rows', [1234, null, 5_600_000, 10])).toBe('rows: from 10 to 5.6M, last 10');
    expect(short(1234)).toBe('1.2K');
  });
});
