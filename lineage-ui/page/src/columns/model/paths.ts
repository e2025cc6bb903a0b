import { CARD, type Card, footPlace, rowPlaces } from './cards';
import type { ColumnGraph } from './columnGraph';
import { between, type Places } from './place';

/** The line of each edge and of each decision; empty where an end is folded away. */
export interface Paths {
  readonly edges: readonly string[];
  readonly decisions: readonly string[];
}

export function pathsOf(graph: ColumnGraph, cards: readonly Card[], places: Places): Paths {
  const rows = rowPlaces(cards);
  const line = (from: number, table: number, here: number | undefined): string => {
    const source = graph.columns[from].table;
    const there = rows.get(from);
    if (there === undefined || here === undefined) return '';
    const [y1, y2] = [places.y[source] + there, places.y[table] + here];
    const [x1, x2] = [places.x[source] + CARD, places.x[table]];
    return x1 < x2 ? forth(x1, y1, x2, y2, places.lanes.get(between(source, table)) ?? []) : round(places.x[source], y1, x2, y2);
  };
  return {
    edges: graph.edges.map(({ from, to }) => line(from, graph.columns[to].table, rows.get(to))),
    decisions: graph.decisions.map(({ from, table }) => line(from, table, footPlace(cards[table]))),
  };
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
