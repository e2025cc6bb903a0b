import type { ColumnGraph } from './columnGraph';

/** One column, and everything that has to do with it. */
export interface Lit {
  readonly focus: number;
  /** Everything it comes from, and goes to, through all tables; without itself. */
  readonly up: ReadonlySet<number>;
  readonly down: ReadonlySet<number>;
  readonly edges: ReadonlySet<number>;
  /** Where it decides about rows, itself or by what is made of it; and what decides about those of its own table. */
  readonly decisions: ReadonlySet<number>;
  readonly deciding: ReadonlySet<number>;
}

export function litBy(graph: ColumnGraph, focus: number): Lit {
  const edges = new Set<number>();
  const up = reached(focus, (column) => graph.into[column], (e) => graph.edges[e].from, edges);
  const down = reached(focus, (column) => graph.outOf[column], (e) => graph.edges[e].to, edges);
  const decisions = new Set<number>();
  const deciding = new Set<number>();
  graph.decisions.forEach(({ from, table }, d) => {
    const isOwn = table === graph.columns[focus].table;
    if (from === focus || down.has(from) || isOwn) decisions.add(d);
    if (isOwn && from !== focus && !up.has(from)) deciding.add(from);
  });
  return { focus, up, down, edges, decisions, deciding };
}

function reached(focus: number, next: (column: number) => readonly number[], end: (edge: number) => number, edges: Set<number>): Set<number> {
  const met = new Set([focus]);
  // A set goes on to what is added while it is gone through.
  for (const column of met) {
    for (const edge of next(column)) {
      edges.add(edge);
      met.add(end(edge));
    }
  }
  met.delete(focus);
  return met;
}

export type Role = 'focus' | 'up' | 'down' | 'decides';

/** What a column has to do with the one that is looked at. */
export function roleOf(lit: Lit, column: number): Role | undefined {
  if (column === lit.focus) return 'focus';
  if (lit.up.has(column)) return 'up';
  if (lit.down.has(column)) return 'down';
  return lit.deciding.has(column) ? 'decides' : undefined;
}
