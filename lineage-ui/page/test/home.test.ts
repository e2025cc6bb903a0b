import { describe, expect, it } from 'vitest';
import type { Run } from '../src/api/types';
import { foundOf, lookOf, tableOf } from '../src/checks/checks';
import { lanesOf, leftOf } from '../src/home/day';
import { type Health, selectionOf, sharesOf, verdictOf } from '../src/home/health';
import { exactly } from '../src/status/times';

const NOW = Date.parse('2026-01-05T12:00:00Z');
const run = (request: string, started: string, finished: string | null, status: Run['status']): Run => ({
  run: `${request}-${started}`, status, environment: 'main', request, planned_steps: 4,
  created_at: started, started_at: started, finished_at: finished, problem: null, revision: null, trigger: 'command',
});

describe('the day', () => {
  it('has a lane for each thing that was asked for, what failed last on top', () => {
    const lanes = lanesOf([
      run('core', '2026-01-05T11:00:00Z', '2026-01-05T11:30:00Z', 'SUCCEEDED'),
      run('marts', '2026-01-05T09:00:00Z', '2026-01-05T09:10:00Z', 'FAILED'),
      run('core', '2026-01-05T00:00:00Z', '2026-01-05T06:00:00Z', 'FAILED'),
      run('old', '2026-01-03T00:00:00Z', '2026-01-03T06:00:00Z', 'FAILED'),
    ], NOW, 8);

    expect(lanes.map(({ name, marks }) => `${name} ${marks.length}`)).toEqual(['marts 1', 'core 2']);
    expect(lanes[1].marks[1]).toMatchObject({ left: 0.5, width: 0.25 });
  });

  it('says how long a run still takes if it goes on so', () => {
    const running = { ...run('core', '2026-01-05T11:50:00Z', null, 'RUNNING'), steps: { planned: 30, done: 10, failed: 0 } } as Run;

    expect(leftOf(running, NOW)).toBe(20 * 60_000);
    expect(leftOf({ ...running, steps: { planned: 30, done: 0, failed: 0 } } as Run, NOW)).toBeUndefined();
  });
});

describe('the health', () => {
  const health = (statuses: Record<string, number>, total: number): Health => ({
    watermark: 1, at: '', assets: Object.values(statuses).reduce((a, b) => a + b, 0), statuses, checks: { declared: 0, errors: 0, warnings: 0 }, attention: { total, items: [] }, looking: null,
  });

  it('answers in a sentence', () => {
    expect(verdictOf(health({ fresh: 10 }, 0))).toBe('All 10 assets are fresh.');
    expect(verdictOf(health({ fresh: 9412, failed: 37 }, 1))).toBe('9,412 of 9,449 assets are fresh. One thing needs your attention.');
    expect(verdictOf(health({ fresh: 1, running: 1 }, 0))).toBe('1 of 2 assets is fresh. Nothing needs your attention.');
  });

  it('claims nothing before everything was looked at', () => {
    const looking = { since: '', results_done: 0, results_of: 0, assets_done: 0, assets_of: 3, left_ms: null };
    expect(verdictOf({ ...health({ unknown: 3 }, 0), looking })).toBe('Not known yet: what is there is being looked at.');
  });

  it('counts fresh first and then the worst, without those there are none of', () => {
    expect(sharesOf({ missing: 2, fresh: 5, failed: 1, stale: 0 }).map(({ status }) => status)).toEqual(['fresh', 'failed', 'missing']);
  });

  it('plans what waits along', () => {
    const nothing = { target: null, run: null, since: null, problem: null };
    const cause = { asset: 'raw/orders', group: '', owners: [], status: 'failed' as const, reason: '', downstream: 3, partitions: [], ...nothing };
    expect([selectionOf(cause), selectionOf({ ...cause, downstream: 0 })]).toEqual(['raw/orders+', 'raw/orders']);
  });
});

describe('a check', () => {
  it('says what it found in words', () => {
    expect(foundOf({ nulls: 3, mean_delay: 12.34567, first: 'jfk' })).toBe('nulls 3 · mean delay 12.3457 · first jfk');
  });

  it('shows rows as a table, whichever columns each has', () => {
    expect(tableOf([{ id: '1' }, { id: '2', at: 'x' }])).toEqual({ columns: ['id', 'at'], rows: [['1', ''], ['2', 'x']] });
    expect(tableOf(null)).toEqual({ columns: [], rows: [] });
  });

  it('is a word and a shape', () => {
    const verdict = { check: '', passed: false, severity: 'WARN' as const, description: '', metadata: {}, sample: [], took_ms: 0 };
    expect([lookOf({ verdict: null }).word, lookOf({ verdict }).word, lookOf({ verdict: { ...verdict, severity: 'ERROR' } }).shape]).toEqual(['not asked yet', 'warns', '✕']);
  });
});

describe('a time', () => {
  it('is exact with its zone', () => {
    expect(exactly('2026-01-05T08:00:00Z', 'UTC')).toBe('2026-01-05 08:00:00 UTC');
  });
});
