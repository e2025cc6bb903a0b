import { placed } from '../../lineage/layout/isotonic';
import { acyclic, type Links, longestPaths } from '../../lineage/layout/layers';
import { orderedLayers } from '../../lineage/layout/order';
import { CARD, type Card, footPlace, rowPlaces } from './cards';
import type { ColumnGraph } from './columnGraph';

const BETWEEN_LAYERS = 116;
const BETWEEN_CARDS = 18;
/** What a line takes that passes by a layer. */
const LANE = 18;
const MARGIN = 24;
const PASSES = 8;

/** Where the cards stand, and through which heights the lines between two tables pass the layers between them. */
export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly lanes: ReadonlyMap<string, readonly Lane[]>;
  readonly width: number;
  readonly height: number;
}

export interface Lane {
  readonly x: number;
  readonly y: number;
}

interface Pull {
  readonly node: number;
  /** Where it pulls at the other, and where it is pulled itself, from the tops. */
  readonly there: number;
  readonly here: number;
}

export const between = (from: number, to: number): string => `${from}>${to}`;

/** Tables in layers from left to right; each as near as it can be to the rows that its own are connected with. */
export function placeCards(graph: ColumnGraph, cards: readonly Card[]): Places {
  const pulls = pullsOf(graph, cards);
  const { links, layer, passed } = withLanes(linksOf(graph));
  const heights = Float64Array.from({ length: links.nodes }, (_, node) => cards[node]?.height ?? LANE);
  const layers = orderedLayers(links, layer);
  const y = settled(layers, heights, nodePulls(links, passed, pulls));
  const x = Float64Array.from(layer, (at) => MARGIN + at * (CARD + BETWEEN_LAYERS));
  const lanes = new Map([...passed].map(([pair, nodes]) => [pair, nodes.map((node) => ({ x: x[node], y: y[node] + LANE / 2 }))]));
  const bottom = y.reduce((most, top, node) => Math.max(most, top + heights[node]), 0);
  return { x, y, lanes, width: 2 * MARGIN + layers.length * (CARD + BETWEEN_LAYERS) - BETWEEN_LAYERS, height: bottom + MARGIN };
}

/** Which table is made of which, each once. A table that reads its own last version does not count. */
function linksOf(graph: ColumnGraph): Links {
  const pairs = new Map<string, readonly [number, number]>();
  const add = (from: number, to: number): void => void (from !== to && pairs.set(between(from, to), [from, to]));
  for (const { from, to } of graph.edges) add(graph.columns[from].table, graph.columns[to].table);
  for (const { from, table } of graph.decisions) add(graph.columns[from].table, table);
  const all = [...pairs.values()];
  return acyclic({ nodes: graph.tables.length, from: Int32Array.from(all, ([from]) => from), to: Int32Array.from(all, ([, to]) => to) });
}

/** Links over several layers get a node in each layer that they pass, so that nothing stands in their way. */
function withLanes(tables: Links): { links: Links; layer: Int32Array; passed: ReadonlyMap<string, readonly number[]> } {
  const layers = [...longestPaths(tables)];
  const [from, to]: [number[], number[]] = [[], []];
  const passed = new Map<string, readonly number[]>();
  tables.from.forEach((source, e) => {
    const target = tables.to[e];
    const nodes: number[] = [];
    for (let at = layers[source] + 1; at < layers[target]; at++) nodes.push(layers.push(at) - 1);
    [source, ...nodes].forEach((node, i) => {
      from.push(node);
      to.push(nodes[i] ?? target);
    });
    if (nodes.length > 0) passed.set(between(source, target), nodes);
  });
  return { links: { nodes: layers.length, from: Int32Array.from(from), to: Int32Array.from(to) }, layer: Int32Array.from(layers), passed };
}

/** Which heights of two tables are connected. */
function pullsOf(graph: ColumnGraph, cards: readonly Card[]): ReadonlyMap<string, readonly (readonly [number, number])[]> {
  const rows = rowPlaces(cards);
  const pulls = new Map<string, (readonly [number, number])[]>();
  const add = (from: number, to: number, there: number, here: number): void => {
    const list = pulls.get(between(from, to)) ?? [];
    list.push([there, here]);
    pulls.set(between(from, to), list);
  };
  for (const { from, to } of graph.edges) add(graph.columns[from].table, graph.columns[to].table, rows.get(from) ?? 0, rows.get(to) ?? 0);
  for (const { from, table } of graph.decisions) add(graph.columns[from].table, table, rows.get(from) ?? 0, footPlace(cards[table]));
  return pulls;
}

/** What pulls at each node from the left and from the right. */
function nodePulls(links: Links, passed: ReadonlyMap<string, readonly number[]>, pulls: ReadonlyMap<string, readonly (readonly [number, number])[]>): readonly [Pull[], Pull[]][] {
  const of: [Pull[], Pull[]][] = Array.from({ length: links.nodes }, () => [[], []]);
  const pull = (from: number, there: number, to: number, here: number): void => {
    of[to][0].push({ node: from, there, here });
    of[from][1].push({ node: to, there: here, here: there });
  };
  for (const [pair, heights] of pulls) {
    const [from, to] = pair.split('>').map(Number);
    const chain = [from, ...(passed.get(pair) ?? []), to];
    for (const [first, last] of from === to ? [] : heights) {
      for (let i = 1; i < chain.length; i++) pull(chain[i - 1], i === 1 ? first : LANE / 2, chain[i], i === chain.length - 1 ? last : LANE / 2);
    }
  }
  return of;
}

/** The tops of all nodes, the highest at the margin. */
function settled(layers: readonly (readonly number[])[], heights: Float64Array, pulls: readonly [Pull[], Pull[]][]): Float64Array {
  const y = new Float64Array(heights.length);
  for (const nodes of layers) {
    placed(nodes.map(() => 0), nodes.map((node) => heights[node]), BETWEEN_CARDS).forEach((top, i) => {
      y[nodes[i]] = top;
    });
  }
  for (let pass = 0; pass < PASSES; pass++) {
    const forward = pass % 2 === 0;
    for (const nodes of forward ? layers : [...layers].reverse()) {
      const wishes = nodes.map((node) => wish(pulls[node][forward ? 0 : 1], y, y[node]));
      placed(wishes, nodes.map((node) => heights[node]), BETWEEN_CARDS).forEach((top, i) => {
        y[nodes[i]] = top;
      });
    }
  }
  const least = y.reduce((min, top) => Math.min(min, top), Number.POSITIVE_INFINITY);
  return y.map((top) => Math.round(top - least + MARGIN));
}

function wish(pulls: readonly Pull[], y: Float64Array, otherwise: number): number {
  return pulls.length === 0 ? otherwise : pulls.reduce((sum, { node, there, here }) => sum + y[node] + there - here, 0) / pulls.length;
}
