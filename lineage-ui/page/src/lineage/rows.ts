import { assetsIn, boxOf, domainId, type Graph, groupId, neighbours } from './model/graph';

/** A line of the tree beside the picture. */
export interface TreeRow {
  readonly id: number;
  readonly level: number;
  readonly place: number;
  readonly of: number;
}

/** The lines of all that can be seen: what holds others, and below it what it holds if it is open. */
export function rowsOf(graph: Graph, open: ReadonlySet<number>): TreeRow[] {
  const { shape } = graph;
  const roots =
    shape.domains > 0
      ? Array.from({ length: shape.domains }, (_, d) => domainId(shape, d))
      : Array.from({ length: shape.groups }, (_, g) => groupId(shape, g));
  const rows: TreeRow[] = [];
  const add = (ids: readonly number[], level: number): void =>
    ids.forEach((id, i) => {
      rows.push({ id, level, place: i + 1, of: ids.length });
      if (open.has(id)) add(childrenOf(graph, id), level + 1);
    });
  add(roots, 1);
  return rows;
}

function childrenOf(graph: Graph, id: number): readonly number[] {
  const box = boxOf(graph.shape, id);
  if (box.is === 'domain') return Array.from(neighbours(graph.groupsOf, box.at), (g) => groupId(graph.shape, g));
  return assetsIn(graph, id);
}
