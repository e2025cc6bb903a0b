import { describe, expect, it } from 'vitest';
import type { LogLine, LogPage, Run, TimelineColumns } from '../../src/api/types';
import { styled } from '../../src/run/ansi';
import { againOf } from '../../src/run/command';
import { barAt, clock, lanesOf, piecesOf, ticksOf, zoomed } from '../../src/run/gantt';
import { about, appended, joined, linesFrom, MOST, opened, prepended, rowsOf, textOf } from '../../src/run/logWindow';
import { settled } from '../../src/runs/settled';
import { type Bar, barsOf, criticalPath, startedUp, waited, worked } from '../../src/run/timeline';

const columns: TimelineColumns = {
  run: 'r', started_at: '2026-01-05T06:00:00Z', ended: 4,
  assets: ['raw', 'clean', 'report'], groups: ['in', 'core', 'core'],
  asset: [0, 0, 1, 2], partition: ['1', '2', '1', ''], state: ['SUCCEEDED', 'SUCCEEDED', 'FAILED', 'SKIPPED'], attempt: [1, 1, 2, 0],
  ready_ms: [0, 0, 100, 900], begun_ms: [0, 50, 150, 900], start_ms: [0, 50, 500, 900], work_ms: [0, 50, 600, 900], end_ms: [100, 400, 900, 900], after: [-1, -1, 0, 2],
  open_asset: [], open_partition: [], open_after: [], open_ready_ms: [], open_attempt: [], open_begun_ms: [],
};
const bars = barsOf(columns);
const bar = (begun: number, end: number, more: Partial<Bar> = {}): Bar =>
  ({ place: begun, target: `a@${begun}`, asset: 'a', group: 'g', state: 'SUCCEEDED', attempt: 1, ready: begun, begun, start: begun, work: begun, end, after: -1, ...more });

describe('a timeline', () => {
  it('tells waiting from starting up and from working', () => {
    expect(bars.map(({ target }) => target)).toEqual(['raw@1', 'raw@2', 'clean@1', 'report']);
    expect([waited(bars[2]), startedUp(bars[2]), worked(bars[2])]).toEqual([50, 100, 300]);
  });

  it('has a critical path: back from what ended last over what each waited for', () => {
    expect(criticalPath(bars).map((place) => bars[place].target)).toEqual(['raw@1', 'clean@1']);
    expect(criticalPath([])).toEqual([]);
    expect(criticalPath([bar(0, 5, { place: 0, after: 0 })])).toEqual([0]);
  });

  it('has a bar without an end for what is at work, and none for what waits', () => {
    const live = barsOf({ ...columns, open_asset: [2, 1], open_partition: ['2', '2'], open_after: [2, -1], open_ready_ms: [900, 0], open_attempt: [1, 0], open_begun_ms: [950, null] });
    const span = { from: 0, to: 2_000, width: 2_000 };

    expect(live.slice(4).map(({ target, place, state, ready, begun }) => [target, place, state, ready, begun])).toEqual([['report@2', 4, 'RUNNING', 900, 950]]);
    expect(piecesOf(live.slice(4), span).map(({ kind, x, width }) => [kind, x, width])).toEqual([['queue', 900, 50], ['open', 950, 1_050]]);
    expect(criticalPath(live)).toEqual(criticalPath(bars));
    expect(barAt(live.slice(4), 1_999, 0)?.target).toBe('report@2');
  });

  it('is drawn by group and asset, in as many lines as ran at once', () => {
    expect(lanesOf(bars).map((lane) => (lane.is === 'group' ? `${lane.name} ${lane.steps}/${lane.failed}` : `${lane.asset}:${lane.bars.length}`)))
      .toEqual(['in 2/0', 'raw:1', 'raw:1', 'core 2/1', 'clean:1', 'report:1']);
    expect(lanesOf(Array.from({ length: 500 }, (_, i) => bar(i, 1_000, { place: i }))).length).toBe(17);
  });

  it('shows waiting, earlier attempts, the start and work as pieces of their own where there is room', () => {
    const span = { from: 0, to: 1_000, width: 1_000 };

    expect(piecesOf([bars[2]], span).map(({ kind, x, width }) => [kind, x, width])).toEqual([['queue', 100, 50], ['retry', 150, 350], ['start', 500, 100], ['work', 600, 300]]);
    expect(piecesOf([bars[2]], { ...span, width: 10 }).map(({ kind }) => kind)).toEqual(['retry', 'work']);
  });

  it('draws what shares a pixel once, the worst of it', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => bar(i, i + 1, { place: i, state: i === 4_321 ? 'FAILED' : 'SUCCEEDED' }));
    const pieces = piecesOf(many, { from: 0, to: 10_000, width: 500 });

    expect(pieces.length).toBeLessThan(1_100);
    expect(pieces.filter(({ state }) => state === 'FAILED').map(({ place }) => place)).toEqual([4_321]);
  });

  it('finds the bar under the pointer, or the nearest', () => {
    const lane = [bar(0, 10), bar(20, 30)];

    expect([5, 17, 15, 90].map((at) => barAt(lane, at, 4)?.begun)).toEqual([0, 20, undefined, undefined]);
  });

  it('zooms around the pointer and not beyond the run', () => {
    const span = { from: 0, to: 1_000, width: 100 };

    expect(zoomed(span, 1_000, 50, 2)).toEqual({ from: 250, to: 750, width: 100 });
    expect(zoomed(span, 1_000, 50, 0.5)).toEqual(span);
  });

  it('has round times below it', () => {
    expect(ticksOf({ from: 0, to: 60_000, width: 600 }).map(clock)).toEqual(['0', '10 s', '20 s', '30 s', '40 s', '50 s', '1:00']);
    expect([250, 1_500, 3_725_000].map(clock)).toEqual(['250 ms', '1.5 s', '1:02:05']);
  });
});

const line = (byte: number, text = `line ${byte}`, more: Partial<LogLine> = {}): LogLine =>
  ({ byte, at: '2026-01-05T06:00:00Z', level: 'INFO', target: 'raw@1', attempt: 1, logger: null, text, cut_bytes: 0, ...more });
const page = (from: number, count: number, size = 1_000_000): LogPage =>
  ({ run: 'r', from, next: from + count * 10, size, lines: Array.from({ length: count }, (_, i) => line(from + i * 10)) });

describe('the window of a log', () => {
  it('grows at both ends, and takes only what it asked for', () => {
    const begun = opened(page(1_000, 10));
    const later = appended(begun, page(1_100, 5), 1_100);

    expect([later.lines.length, later.next]).toEqual([15, 1_150]);
    expect(appended(later, page(1_100, 5), 1_100)).toBe(later);
    expect(prepended(later, page(900, 10), 1_000).lines[0].byte).toBe(900);
    expect(prepended(later, page(900, 10), 900)).toBe(later);
    expect(opened(joined(page(900, 10), page(1_000, 10))).lines.map(({ byte }) => byte)).toEqual(Array.from({ length: 20 }, (_, i) => 900 + i * 10));
  });

  it('never holds more than so much', () => {
    const full = opened(page(100_000, MOST));
    const further = appended(full, page(full.next, 10), full.next);
    const back = prepended(full, page(99_900, 10), 100_000);

    expect([further.lines.length, further.from, linesFrom(further.lines, full.next)]).toEqual([MOST, 100_100, 10]);
    expect([back.lines.length, back.from, back.next]).toEqual([MOST, 99_900, full.next - 100]);
    expect(about(full)).toBe(100_000);
  });

  it('folds texts of several lines, and cuts what nobody reads', () => {
    const lines = [line(0, 'failed\n\tat a\n\tat b'), line(10, 'x'.repeat(10_000), { cut_bytes: 5 })];

    expect(rowsOf(lines, new Set()).map(({ part, more }) => [part, more])).toEqual([[0, 2], [0, 0]]);
    expect(rowsOf(lines, new Set([0])).map(({ text }) => text.slice(0, 8))).toEqual(['failed', '\tat a', '\tat b', 'xxxxxxxx']);
    expect(rowsOf(lines, new Set())[1].text).toMatch(/ … and 6,005 more characters$/);
  });

  it('is saved as text', () => {
    expect(textOf(line(0, 'hello', { attempt: 2 }))).toBe('2026-01-05T06:00:00Z INFO  raw@1 (attempt 2) hello\n');
  });
});

describe('a line from a terminal', () => {
  it('keeps its colours and nothing else that a terminal would do', () => {
    expect(styled('a\x1b[1;31mred\x1b[0m b')).toEqual([{ at: 0, text: 'a', look: '' }, { at: 1, text: 'red', look: 'ansi-bold ansi-1' }, { at: 4, text: ' b', look: '' }]);
    expect(styled('\x1b[2J\x1b]0;title\x07x\x1b[38;5;9my').map(({ text }) => text).join('')).toBe('xy');
    expect(styled('a\rb\x00\u202ec\x7f')).toEqual([{ at: 0, text: 'a␍b␀\ufffdc␡', look: '' }]);
    expect(styled('<b>&amp;</b>')).toEqual([{ at: 0, text: '<b>&amp;</b>', look: '' }]);
  });
});

describe('the command of a run', () => {
  it('leads to the page that launches the same again', () => {
    expect(againOf('weir materialize +daily_delays --partition 2013-01-15')).toEqual({ sel: '+daily_delays', p: '2013-01-15' });
    expect(againOf("weir materialize --parallel 4 'core/*' marts --partition=a --partition b --force")).toEqual({ sel: 'core/* or marts', p: 'a,b' });
    expect(againOf('weir materialize')).toEqual({});
    expect(againOf('weir check orders')).toBeUndefined();
  });
});

describe('the list of runs', () => {
  const run = (id: string): Run => ({
    run: id, status: 'RUNNING', environment: 'main', request: '', planned_steps: 1, created_at: '2026-01-05T06:00:00Z',
    started_at: null, finished_at: null, problem: null, revision: null, trigger: 'command',
  });

  it('lets new runs wait above those that are looked at', () => {
    expect(settled(['c', 'b', 'a'].map(run), 'b')).toEqual({ runs: ['b', 'a'].map(run), waiting: 1 });
    expect(settled(['c', 'b'].map(run), undefined).waiting).toBe(0);
    expect(settled(['c', 'b'].map(run), 'gone').runs).toHaveLength(2);
  });
});
