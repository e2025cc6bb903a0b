import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ask, begin, post, remove } from '../src/api/client';
import { addressOf } from '../src/api/contract';
import { END, lastLines, PAGE } from '../src/run/lastLines';

describe('what the page knows of the server', () => {
  const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
  const read = (name: string): string => readFileSync(new URL(`../src/api/${name}`, import.meta.url), 'utf8');

  it('is what its OpenAPI document says: npm run generate', () => {
    const [first, ...types] = read('generated.ts').split('\n');

    expect(first).toBe(`// Generated: npm run generate. Of ${digest(read('openapi.json'))}, this is ${digest(types.join('\n'))}.`);
  });

  it('is called with what stands in the path there, and what else there is behind it', () => {
    expect(addressOf('/asset', { key: 'raw/orders', partition: undefined, version: 3 })).toBe('/api/v1/asset?key=raw%2Forders&version=3');
    expect(addressOf('/runs/{id}/log', { id: 'latest', q: '', from: 0 })).toBe('/api/v1/runs/latest/log?from=0');
    expect(addressOf('/graph', {})).toBe('/api/v1/graph');
  });

  it('is called in no other way, as the compiler says', () => {
    expect([
      // @ts-expect-error There is no such path.
      () => ask('/assetz', {}),
      // @ts-expect-error There is no such parameter.
      () => ask('/asset', { key: 'a', partion: 'b' }),
      // @ts-expect-error A key is needed.
      () => ask('/asset', {}),
      // @ts-expect-error There is no such status.
      () => ask('/runs', { status: 'DONE' }),
      // @ts-expect-error A number is a number.
      () => ask('/runs', { limit: '10' }),
      // @ts-expect-error The answer has no such member.
      async () => (await ask('/project', {})).nam,
      // @ts-expect-error The body has no such member.
      () => post('/plan', { selektion: 'a' }),
      // @ts-expect-error There is no such header.
      () => post('/launches', {}, { 'Idempotence-Key': 'a' }),
      // @ts-expect-error Which run?
      () => remove('/launches/{run}', {}),
    ]).toHaveLength(9);
  });
});

describe('what is asked for ahead of time', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is the answer to the first who asks for the same, and to nobody else', async () => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', async (address: string) => new Response(JSON.stringify({ answer: asked.push(address) })));

    void begin('/graph', {});
    const answers = [await ask('/status', {}), await ask('/graph', {}), await ask('/graph', {})];

    expect(answers).toEqual([{ answer: 2 }, { answer: 1 }, { answer: 3 }]);
    expect(asked).toEqual(['/api/v1/graph', '/api/v1/status', '/api/v1/graph']);
  });

  it('is of a log what its page asks for without a filter', () => {
    const unfiltered = { before: END, limit: PAGE, target: undefined, level: undefined, q: undefined };

    expect(addressOf('/runs/{id}/log', lastLines('a-1'))).toBe(addressOf('/runs/{id}/log', { id: 'a-1', ...unfiltered }));
  });
});
