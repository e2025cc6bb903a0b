import { CARD, type Card, footPlace, rowPlaces } from './cards';
import type { ColumnGraph } from './columnGraph';
import { between, type Places } from './place';

const GAP = 4;
const WIDEST = 18;

/** The line of each edge and of each decision; empty where an end is folded away. */
export interface Paths {
  readonly edges: readonly string[];
  readonly decisions: readonly string[];
}

interface Line {
  readonly from: number;
  readonly table: number;
  readonly there: number | undefined;
  readonly here: number | undefined;
}

export function pathsOf(graph: ColumnGraph, cards: readonly Card[], places: Places): Paths {
  const rows = rowPlaces(cards);
  const lines: readonly Line[] = [
    ...graph.edges.map(({ from, to }) => ({ from, table: graph.columns[to].table, there: rows.get(from), here: rows.get(to) })),
    ...graph.decisions.map(({ from, table }) => ({ from, table, there: rows.get(from), here: footPlace(cards[table]) })),
  ];
  const aside = spread(graph, lines, places);
  const paths = lines.map((line, i) => path(graph, places, line, aside[i]));
  return { edges: paths.slice(0, graph.edges.length), decisions: paths.slice(graph.edges.length) };
}

/** Lines that pass a layer together do so beside each other, in the order in which they begin. */
function spread(graph: ColumnGraph, lines: readonly Line[], { lanes }: Places): readonly number[] {
  const aside = lines.map(() => 0);
  const passing = new Map<string, number[]>();
  lines.forEach(({ from, table }, i) => {
    const pair = between(graph.columns[from].table, table);
    if (lanes.has(pair)) passing.set(pair, [...(passing.get(pair) ?? []), i]);
  });
  for (const together of passing.values()) {
    const gap = Math.min(GAP, WIDEST / together.length);
    together.sort((a, b) => (lines[a].there ?? 0) - (lines[b].there ?? 0)).forEach((line, k) => {
      aside[line] = Math.round((k - (together.length - 1) / 2) * gap * 10) / 10;
    });
  }
  return aside;
}

function path(graph: ColumnGraph, places: Places, { from, table, there, here }: Line, aside: number): string {
  if (there === undefined || here === undefined) return '';
  const source = graph.columns[from].table;
  const [y1, y2] = [places.y[source] + there, places.y[table] + here];
  const [x1, x2] = [places.x[source] + CARD, places.x[table]];
  const lanes = (places.lanes.get(between(source, table)) ?? []).map(({ x, y }) => ({ x, y: y + aside }));
  return x1 < x2 ? forth(x1, y1, x2, y2, lanes) : round(places.x[source], y1, x2, y2);
}

function forth(x1: number, y1: number, x2: number, y2: number, lanes: readonly { x: number; y: number }[]): string {
  let [x, y] = [x1, y1];
  let path = `M${x} ${y}`;
  const curve = (toX: number, toY: number): void => {
    const middle = (x + toX) / 2;
    path += `C${middle} ${y} ${middle} ${toY} ${toX} ${toY}`;
    [x, y] = [toX, toY];
  };
  for (const lane of lanes) {
    curve(lane.x, lane.y);
    x = lane.x + CARD;
    path += `H${x}`;
  }
  curve(x2, y2);
  return path;
}

/** To a column of the same table, which reads what it was before. */
function round(x1: number, y1: number, x2: number, y2: number): string {
  const out = Math.min(x1, x2) - 18;
  const [top, bottom] = y1 === y2 ? [y1 - 6, y2 + 6] : [y1, y2];
  return `M${x1} ${top}C${out} ${top} ${out} ${bottom} ${x2} ${bottom}`;
}
