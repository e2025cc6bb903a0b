import { describe, expect, it } from 'vitest';
import { excerptLines } from '../src/shell/excerpt';

describe('an excerpt of a source', () => {
  it('has its numbers in line, and a caret under the place', () => {
    const excerpt = [{ line: 9, text: '' }, { line: 10, text: '\tint frist;' }];

    expect(excerptLines({ line: 10, column: 6, excerpt }).map(({ text }) => text)).toEqual([' 9 │ ', '10 │ \tint frist;', '   │ \t    ^']);
  });

  it('marks the line as a whole where the place in it is not known', () => {
    expect(excerptLines({ line: 1, column: null, excerpt: [{ line: 1, text: 'parallel: 0' }] })).toEqual([{ key: '1', text: '1 │ parallel: 0', meant: true }]);
  });
});
