import { describe, expect, it } from 'vitest';
import { columnGraphOf } from '../../src/columns/model/columnGraph';
import type { AssetColumns } from '../../src/columns/types';
import { pointedAt } from '../../src/lineage/canvas/hit';
import { linesOf, openAssets } from '../../src/lineage/columns/level';
import { listOf } from '../../src/lineage/columns/lists';
import { tiedIn } from '../../src/lineage/columns/painter';
import { traced } from '../../src/lineage/columns/pick';
import { Layouts, type Scene } from '../../src/lineage/layout/scene';
import { ASSET, LINES } from '../../src/lineage/layout/sizes';
import { visible } from '../../src/lineage/model/levels';
import { parseOpen, printOpen } from '../../src/lineage/model/selection';
import { rowsOf } from '../../src/lineage/rows';
import { graphWith } from './given';

const graph = graphWith(['raw/orders', 'raw/rates', 'core/orders', 'core/report'], [['raw/orders', 'core/orders'], ['raw/rates', 'core/orders'], ['core/orders', 'core/report']]);
const [RAW, RATES, ORDERS, REPORT, IN_RAW, IN_CORE] = [0, 1, 2, 3, 4, 5];
const table = (asset: string, names: readonly string[]): AssetColumns['tables'][number] => ({
  asset, columns: names.map((name) => ({ name, type: 'BIGINT', nullable: false })), made_by: 'query', not_followed: null,
});
const at = (asset: string, column: string) => ({ asset, column });
const columns = columnGraphOf({
  more: false,
  tables: [table('core/orders', ['id', 'amount']), table('raw/orders', ['id', 'cents']), table('core/report', ['total']), table('raw/rates', ['day'])],
  edges: [
    { from: at('raw/orders', 'cents'), to: at('core/orders', 'amount'), how: 'transformation' },
    { from: at('raw/orders', 'id'), to: at('core/orders', 'id'), how: 'identity' },
    { from: at('core/orders', 'amount'), to: at('core/report', 'total'), how: 'aggregation' },
  ],
  decisions: [{ from: at('raw/rates', 'day'), asset: 'core/orders', how: ['join'] }],
});
const lists = new Map([[ORDERS, listOf(columns, undefined)]]);
const wide = (count: number) => columnGraphOf({ more: false, tables: [table('core/orders', Array.from({ length: count }, (_, i) => `c${i}`))], edges: [], decisions: [] });
const amount = traced(graph, ORDERS, columns, 'amount')!;

describe('an open asset', () => {
  it('grows by its lines, and its box around it, and closing puts all back', () => {
    const layouts = new Layouts(graph.shape, 1.5);
    const open = new Set([IN_RAW, IN_CORE]);

    const before = layouts.scene(open);
    const opened = layouts.scene(open, new Map([[ORDERS, 5]]));

    const height = (scene: Scene, id: number): number => scene.height[scene.at[id]];
    expect(height(opened, ORDERS)).toBe(ASSET.height + 5 * LINES.height + LINES.foot);
    expect(height(opened, IN_CORE)).toBeGreaterThan(height(before, IN_CORE));
    expect(height(opened, RAW)).toBe(ASSET.height);
    expect(layouts.scene(open)).toEqual(before);
  });

  it('makes room in each domain around it, too', () => {
    const deep = graphWith(['a/x/p', 'a/y/q', 'b/x/r', 'b/y/s']);
    const layouts = new Layouts(deep.shape, 1.5);
    const all = new Set(Array.from({ length: 6 }, (_, i) => 4 + i));

    const before = layouts.scene(all);
    const opened = layouts.scene(all, new Map([[0, 20]]));

    const domain = before.at[8];
    expect(opened.height[opened.at[8]] - before.height[domain]).toBe(20 * LINES.height + LINES.foot);
  });

  it('has lines to point at where they can be read', () => {
    const scene = new Layouts(graph.shape, 1.5).scene(new Set([IN_RAW, IN_CORE]), new Map([[ORDERS, 3]]));
    const place = scene.at[ORDERS];
    const [x, y] = [scene.x[place] + 20, scene.y[place] + ASSET.height];

    expect(pointedAt(scene, x, y + 1.5 * LINES.height, 1)).toEqual({ id: ORDERS, line: 1 });
    expect(pointedAt(scene, x, y - 5, 1)).toEqual({ id: ORDERS, line: -1 });
    expect(pointedAt(scene, x, y + 1.5 * LINES.height, 0.2)).toEqual({ id: ORDERS, line: -1 });
    expect(pointedAt(scene, -900, -900, 1)).toEqual({ id: -1, line: -1 });
  });

  it('shows so many columns and says how many more there are, the picked one among them', () => {
    expect(listOf(wide(24), undefined)).toMatchObject({ all: 24, foot: undefined });
    expect(listOf(wide(30), undefined).foot).toEqual({ text: '6 more columns …', leads: 'to the other columns' });
    expect(listOf(wide(30), 'c28').lines.map(({ name }) => name).slice(-2)).toEqual(['c22', 'c28']);
    expect(listOf(wide(0), undefined)).toMatchObject({ lines: [], foot: { text: 'No columns are declared', leads: 'nowhere' } });
    expect(linesOf({ lists: new Map([[ORDERS, listOf(wide(30), undefined)]]), pick: undefined, problem: null, painter: { lines: () => undefined, links: () => undefined } }, new Set([ORDERS])))
      .toEqual(new Map([[ORDERS, 25]]));
  });

  it('stands in the address beside groups and domains', () => {
    const open = new Set([IN_CORE, ORDERS]);

    expect(printOpen(graph, open)).toBe('core,core/orders.');
    expect(parseOpen(graph, 'core,core/orders.')).toEqual(open);
    expect(parseOpen(graph, 'core/none.')).toEqual(new Set());
  });

  it('asks for its columns only while it is seen', () => {
    const seen = (open: ReadonlySet<number>) => openAssets(open, graph.shape.assets, (asset) => visible(graph.shape, open, asset) === asset);

    expect(seen(new Set([IN_CORE, ORDERS, RAW]))).toEqual([ORDERS]);
  });

  it('has its columns below it in the tree', () => {
    const rows = rowsOf(graph, new Set([IN_CORE, ORDERS]), lists);

    expect(rows.map(({ id, line, level }) => `${id}.${line}:${level}`)).toEqual(['4.-1:1', '5.-1:1', '2.-1:2', '2.0:3', '2.1:3', '3.-1:2']);
    expect(rows[4]).toMatchObject({ place: 2, of: 2 });
  });
});

describe('a picked column', () => {
  it('lights the boxes it has to do with, those around them, and nothing else', () => {
    expect([RAW, RATES, ORDERS, REPORT, IN_RAW, IN_CORE].map((id) => amount.lit[id])).toEqual([1, 1, 1, 1, 1, 1]);
    expect([RAW, RATES, ORDERS, REPORT].map((id) => traced(graph, ORDERS, columns, 'id')!.lit[id])).toEqual([1, 1, 1, 0]);
  });

  it('says what has to do with it, in other tables by their lines', () => {
    expect(amount.says).toBe('amount of core/orders comes from one column of one table, goes to one column of one table.');
    expect(amount.roleOf(RAW, 'cents')).toBe('up');
    expect(amount.roleOf(RAW, 'id')).toBeUndefined();
    expect(amount.roleOf(REPORT, 'total')).toBe('down');
    expect(amount.roleOf(RATES, 'day')).toBe('decides');
  });

  it('leads to the next one to the left and right', () => {
    expect(amount.next('left')).toEqual({ asset: RAW, name: 'cents' });
    expect(amount.next('right')).toEqual({ asset: REPORT, name: 'total' });
    expect(traced(graph, ORDERS, columns, 'id')!.next('right')).toBeUndefined();
  });

  it('is none where the asset has no such column', () => {
    expect(traced(graph, ORDERS, columns, 'cents')).toBeUndefined();
    expect(traced(graph, ORDERS, columns, 'raw/orders.cents')).toBeUndefined();
  });

  it('is tied line to line where both are open, else to the box that stands for it', () => {
    const lines = (open: readonly number[], shown: ReadonlyMap<number, number>): string[] => {
      const scene = new Layouts(graph.shape, 1.5).scene(new Set(open), shown);
      return tiedIn(scene, graph, lists, amount.links).map(({ from, fromLine, to, toLine, kind }) => `${scene.id[from]}.${fromLine}>${scene.id[to]}.${toLine} ${kind}`);
    };

    expect(lines([IN_RAW, IN_CORE], new Map([[ORDERS, 2]]))).toEqual(['0.-1>2.1 transformation', '2.1>3.-1 aggregation', '1.-1>2.-1 decision']);
    expect(lines([IN_CORE], new Map([[ORDERS, 2]]))).toEqual(['4.-1>2.1 transformation', '2.1>3.-1 aggregation', '4.-1>2.-1 decision']);
    expect(lines([], new Map())).toEqual(['4.-1>5.-1 transformation', '4.-1>5.-1 decision']);
  });
});
