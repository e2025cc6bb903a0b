import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ask, post, remove } from '../src/api/client';
import { addressOf } from '../src/api/contract';

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
