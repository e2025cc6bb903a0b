import { describe, expect, it } from 'vitest';
import { CARD, cardsOf, footPlace, rowPlaces } from '../../src/columns/model/cards';
import { addressOf, columnAt, type ColumnGraph, columnGraphOf } from '../../src/columns/model/columnGraph';
import { litBy, roleOf } from '../../src/columns/model/lit';
import { pathsOf } from '../../src/columns/model/paths';
import { between, placeCards } from '../../src/columns/model/place';
import { walked } from '../../src/columns/model/walk';
import { decidedBy, foots, madeOf, sentence, whyNot } from '../../src/columns/model/words';
import type { AssetColumns, How, Influence } from '../../src/columns/types';

const table = (asset: string, columns: string, notFollowed: string | null = null) => ({
  asset, columns: columns.split(' ').filter(Boolean).map((name) => ({ name, type: 'BIGINT', nullable: false })),
  made_by: notFollowed === CODE ? 'code' as const : 'query' as const, not_followed: notFollowed,
});
const named = (text: string) => ({ asset: text.slice(0, text.lastIndexOf('.')), column: text.slice(text.lastIndexOf('.') + 1) });
const edge = (from: string, to: string, how: How = 'identity') => ({ from: named(from), to: named(to), how });
const decision = (from: string, asset: string, ...how: Influence[]) => ({ from: named(from), asset, how });

const CODE = 'it is made by code, which is not followed; queries are';

/** orders is made of raw, report of orders, and of rates beside it. */
const ANSWER: AssetColumns = {
  more: false,
  tables: [table('orders', 'id amount city'), table('raw/orders', 'id cents city', CODE), table('report', 'total rate'), table('rates', 'rate currency', CODE)],
  edges: [
    edge('raw/orders.id', 'orders.id'), edge('raw/orders.cents', 'orders.amount', 'transformation'), edge('raw/orders.city', 'orders.city'),
    edge('orders.amount', 'report.total', 'aggregation'), edge('rates.rate', 'report.rate'), edge('rates.rate', 'report.total', 'aggregation'),
  ],
  decisions: [decision('orders.city', 'report', 'filter', 'group_by'), decision('raw/orders.id', 'orders', 'filter'), decision('rates.currency', 'report', 'join')],
};

const graph = columnGraphOf(ANSWER);
const id = (graph: ColumnGraph, name: string): number => columnAt(graph, name) ?? -1;
const names = (graph: ColumnGraph, columns: Iterable<number>): string[] => [...columns].map((column) => addressOf(graph, graph.columns[column])).sort();

describe('a column', () => {
  it('is named alone in the table that was asked for, and with its asset in others', () => {
    expect(graph.columns.map((column) => addressOf(graph, column))).toEqual(
      ['id', 'amount', 'city', 'raw/orders.id', 'raw/orders.cents', 'raw/orders.city', 'report.total', 'report.rate', 'rates.rate', 'rates.currency']);
    expect(columnAt(graph, 'raw/orders.cents')).toBe(4);
    expect(columnAt(graph, 'cents')).toBeUndefined();
  });

  it('is found however the query writes its name', () => {
    expect(columnGraphOf({ ...ANSWER, edges: [edge('raw/orders.ID', 'orders.Id')] }).edges).toEqual([{ from: 3, to: 0, how: 'identity' }]);
  });

  it('of which nothing is known is left out', () => {
    expect(columnGraphOf({ ...ANSWER, edges: [edge('other.id', 'orders.id')], decisions: [decision('other.id', 'orders', 'filter')] })).toMatchObject({ edges: [], decisions: [] });
  });
});

describe('what is lit', () => {
  it('goes through all tables, both ways, and not back', () => {
    const lit = litBy(graph, id(graph, 'amount'));

    expect(names(graph, lit.up)).toEqual(['raw/orders.cents']);
    expect(names(graph, lit.down)).toEqual(['report.total']);
    expect([...lit.edges]).toEqual([1, 3]);
  });

  it('has the tables about whose rows the column decides', () => {
    const lit = litBy(graph, id(graph, 'raw/orders.city'));

    expect([...lit.decisions].map((d) => graph.tables[graph.decisions[d].table].asset)).toEqual(['report']);
  });

  it('has the columns that decide about the rows of its own table', () => {
    const lit = litBy(graph, id(graph, 'report.rate'));

    expect(names(graph, lit.deciding)).toEqual(['city', 'rates.currency']);
    expect(['report.rate', 'rates.rate', 'rates.currency', 'amount'].map((name) => roleOf(lit, id(graph, name)))).toEqual(['focus', 'up', 'decides', undefined]);
  });

  it('ends where a table reads what it was before', () => {
    const own = columnGraphOf({ more: false, tables: [table('sums', 'sum')], edges: [edge('sums.sum', 'sums.sum', 'transformation')], decisions: [] });

    expect(litBy(own, 0)).toMatchObject({ up: new Set(), down: new Set(), edges: new Set([0]) });
  });
});

describe('words', () => {
  it('say where a column comes from and goes to', () => {
    expect(sentence(graph, litBy(graph, id(graph, 'report.total')))).toBe('total of report comes from 3 columns of 3 tables, goes to none that is followed here.');
    expect(sentence(graph, litBy(graph, id(graph, 'city')))).toBe('city of orders comes from one column of one table, goes to none; it decides about the rows of report.');
    expect(sentence(graph, litBy(graph, id(graph, 'rates.rate')))).toBe('rate of rates is not followed further up, goes to 2 columns of one table.');
  });

  it('say what decides about rows', () => {
    expect(decidedBy(graph, 2)).toBe('filtered by city; joined by currency; grouped by city');
    expect(decidedBy(graph, 3)).toBe('');
    expect(foots(graph, 2)).toEqual([{ text: 'Its rows: filtered by city; joined by currency; grouped by city', decides: true }]);
  });

  it('say why a table is not followed', () => {
    expect(foots(graph, 1)).toEqual([{ text: 'Made by code: not followed further up', decides: false }]);
    expect(whyNot({ madeBy: 'query', notFollowed: 'its plan has a PIVOT' })).toBe('Not followed further up: its plan has a PIVOT');
  });

  it('say how a column is made', () => {
    expect(madeOf(graph, id(graph, 'report.total')).map(({ column, table: { asset }, how }) => `${column.name} of ${asset} ${how}`)).toEqual(
      ['amount of orders aggregated', 'rate of rates aggregated']);
  });
});

describe('a card', () => {
  const wide = columnGraphOf({
    more: false, tables: [table('wide', 'a b c d e f g h i j'), table('small', 'x y z'), table('raw', 'k')],
    edges: [edge('raw.k', 'wide.c'), edge('raw.k', 'small.y')], decisions: [decision('wide.e', 'small', 'filter')],
  });

  it('folds columns without connection away where there are many', () => {
    const [first, second] = cardsOf(wide, new Set(), undefined);

    expect(first.rows.map(({ name }) => name)).toEqual(['c', 'e']);
    expect(first.more).toBe(8);
    expect(second.rows.map(({ name }) => name)).toEqual(['x', 'y', 'z']);
    expect(second.more).toBe(0);
  });

  it('keeps the column that the address names', () => {
    expect(cardsOf(wide, new Set(), id(wide, 'h'))[0].rows.map(({ name }) => name)).toEqual(['c', 'e', 'h']);
  });

  it('shows all columns once it is unfolded', () => {
    const [first] = cardsOf(wide, new Set([0]), undefined);

    expect([first.rows.length, first.more]).toEqual([10, -1]);
    expect(first.height).toBeGreaterThan(cardsOf(wide, new Set(), undefined)[0].height);
  });

  it('has room for each row, and for its foot below', () => {
    const cards = cardsOf(wide, new Set(), undefined);
    const rows = rowPlaces(cards);

    expect([rows.get(id(wide, 'c')), rows.get(id(wide, 'e')), rows.get(id(wide, 'a'))]).toEqual([59, 83, undefined]);
    expect(footPlace(cards[1])).toBeGreaterThan(rows.get(id(wide, 'small.z')) ?? 0);
    expect(footPlace(cards[1])).toBeLessThan(cards[1].height);
  });
});

describe('places', () => {
  const cards = cardsOf(graph, new Set(), undefined);
  const places = placeCards(graph, cards);
  const layerOf = (t: number): number => places.x[t];

  it('go from left to right, what is read before what reads it', () => {
    for (const { from, to } of graph.edges) expect(layerOf(graph.columns[from].table)).toBeLessThan(layerOf(graph.columns[to].table));
    expect(layerOf(3)).toBe(layerOf(0));
  });

  it('do not lie over each other', () => {
    const beside = [0, 3].sort((a, b) => places.y[a] - places.y[b]);

    expect(places.y[beside[0]] + cards[beside[0]].height).toBeLessThan(places.y[beside[1]]);
  });

  it('leave a lane free for lines that pass a layer by', () => {
    const far = columnGraphOf({ more: false, tables: [table('c', 'z'), table('b', 'y'), table('a', 'x')], edges: [edge('a.x', 'b.y'), edge('b.y', 'c.z'), edge('a.x', 'c.z')], decisions: [] });
    const laid = cardsOf(far, new Set(), undefined);
    const { x, y, lanes } = placeCards(far, laid);
    const [lane] = lanes.get(between(2, 0)) ?? [];

    expect(lane.x).toBe(x[1]);
    expect(lane.y < y[1] || lane.y > y[1] + laid[1].height).toBe(true);
  });

  it('let lines pass beside each other', () => {
    const far = columnGraphOf({
      more: false, tables: [table('c', 'u v'), table('b', 'y'), table('a', 'x w')], decisions: [],
      edges: [edge('a.x', 'b.y'), edge('b.y', 'c.u'), edge('a.w', 'c.u'), edge('a.x', 'c.v')],
    });
    const laid = cardsOf(far, new Set(), undefined);
    const heights = pathsOf(far, laid, placeCards(far, laid)).edges.slice(2).map((path) => Number(/ ([\d.]+)H/.exec(path)?.[1]));

    expect(heights[0] - heights[1]).toBe(4);
  });

  it('give every line its two ends', () => {
    const rows = rowPlaces(cards);
    const { edges, decisions } = pathsOf(graph, cards, places);
    const at = (column: number): number => places.y[graph.columns[column].table] + (rows.get(column) ?? 0);

    graph.edges.forEach(({ from, to }, e) => {
      expect(edges[e].startsWith(`M${places.x[graph.columns[from].table] + CARD} ${at(from)}C`)).toBe(true);
      expect(edges[e].endsWith(` ${places.x[graph.columns[to].table]} ${at(to)}`)).toBe(true);
    });
    expect(decisions.every((path) => path.startsWith('M'))).toBe(true);
  });

  it('bend back to the table itself where it reads what it was before', () => {
    const own = columnGraphOf({ more: false, tables: [table('sums', 'sum')], edges: [edge('sums.sum', 'sums.sum')], decisions: [] });
    const laid = cardsOf(own, new Set(), undefined);

    expect(pathsOf(own, laid, placeCards(own, laid)).edges).toEqual(['M24 77C6 77 6 89 24 89']);
  });
});

describe('arrow keys', () => {
  const cards = cardsOf(graph, new Set(), undefined);
  const places = placeCards(graph, cards);
  const step = (from: string, key: string): string | undefined => {
    const to = walked(graph, cards, places, id(graph, from), key);
    return to === undefined ? undefined : addressOf(graph, graph.columns[to]);
  };

  it('walk up and down in a table', () => {
    expect([step('id', 'ArrowDown'), step('amount', 'ArrowUp'), step('id', 'ArrowUp'), step('id', 'End'), step('city', 'Home')]).toEqual(['amount', 'id', undefined, 'city', 'id']);
  });

  it('walk along the lines', () => {
    expect([step('amount', 'ArrowLeft'), step('amount', 'ArrowRight'), step('raw/orders.id', 'ArrowLeft'), step('report.rate', 'ArrowLeft')]).toEqual(
      ['raw/orders.cents', 'report.total', undefined, 'rates.rate']);
  });
});
