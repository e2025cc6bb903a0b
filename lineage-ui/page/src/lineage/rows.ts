import type { ColumnList } from './columns/level';
import { assetsIn, boxOf, domainId, type Graph, groupId, neighbours } from './model/graph';

/** A line of the tree beside the picture: a box, or one of the lines that an open asset shows. */
export interface TreeRow {
  readonly id: number;
  /** Which line of the asset; -1 is the box itself. */
  readonly line: number;
  readonly level: number;
  readonly place: number;
  readonly of: number;
}

type Lists = ReadonlyMap<number, ColumnList>;

const NONE: Lists = new Map();

/** The lines of all that can be seen: what holds others, and below it what it holds if it is open. */
export function rowsOf(graph: Graph, open: ReadonlySet<number>, lists: Lists = NONE): TreeRow[] {
  const { shape } = graph;
  const roots =
    shape.domains > 0
      ? Array.from({ length: shape.domains }, (_, d) => domainId(shape, d))
      : Array.from({ length: shape.groups }, (_, g) => groupId(shape, g));
  const rows: TreeRow[] = [];
  const add = (ids: readonly number[], level: number): void =>
    ids.forEach((id, i) => {
      rows.push({ id, line: -1, level, place: i + 1, of: ids.length });
      if (!open.has(id)) return;
      if (id >= shape.assets) add(childrenOf(graph, id), level + 1);
      else rows.push(...linesOf(id, level + 1, lists.get(id)));
    });
  add(roots, 1);
  return rows;
}

function linesOf(id: number, level: number, list: ColumnList | undefined): TreeRow[] {
  const of = list === undefined ? 0 : list.lines.length + (list.foot === undefined ? 0 : 1);
  return Array.from({ length: of }, (_, line) => ({ id, line, level, place: line + 1, of }));
}

function childrenOf(graph: Graph, id: number): readonly number[] {
  const box = boxOf(graph.shape, id);
  if (box.is === 'domain') return Array.from(neighbours(graph.groupsOf, box.at), (g) => groupId(graph.shape, g));
  return assetsIn(graph, id);
}
