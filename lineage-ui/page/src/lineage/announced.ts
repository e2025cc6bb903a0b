import type { ColumnLevel } from './columns/level';
import { type Graph, nameOf } from './model/graph';
import type { Reach } from './model/walk';
import type { Lineage } from './useLineage';

/** What is said aloud of what is selected. */
export function announced(graph: Graph, { open, column }: Pick<Lineage, 'open' | 'column'>, id: number, reach: Reach, level: ColumnLevel | undefined): string {
  const { pick, lists } = level ?? {};
  if (column !== undefined && pick?.asset === id && pick.name === column) return pick.says;
  const box = `${nameOf(graph, id)}, ${reach.upCount} upstream, ${reach.downCount} downstream`;
  if (id >= graph.shape.assets || !open.has(id)) return box;
  const list = lists?.get(id);
  if (list === undefined) return `${box}, loading its columns`;
  const shown = list.lines.length;
  if (shown === 0) return `${box}. ${list.foot?.text ?? ''}`;
  return `${box}, ${shown === list.all ? '' : `${shown} of `}${list.all} ${list.all === 1 ? 'column' : 'columns'}`;
}
