import type { Card } from './cards';
import type { ColumnGraph } from './columnGraph';
import type { Places } from './place';

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** The column that an arrow key leads to: up and down in the table, left to what this one is made of, right to what is made of it. */
export function walked(graph: ColumnGraph, cards: readonly Card[], places: Places, at: number, key: string): number | undefined {
  const { table } = graph.columns[at];
  const rows = cards[table].rows.map(({ id }) => id);
  if (key in STEPS) return rows[rows.indexOf(at) + STEPS[key]];
  if (key === 'Home') return rows[0];
  if (key === 'End') return rows[rows.length - 1];
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  const linked = key === 'ArrowLeft' ? graph.into[at].map((e) => graph.edges[e].from) : graph.outOf[at].map((e) => graph.edges[e].to);
  const height = (column: number): number => places.y[graph.columns[column].table];
  // The nearest table; in it, the first.
  const distance = (column: number): number => Math.abs(places.x[graph.columns[column].table] - places.x[table]) * 1e6 + Math.abs(height(column) - places.y[table]);
  return linked.filter((column) => column !== at).sort((a, b) => distance(a) - distance(b) || a - b)[0];
}
