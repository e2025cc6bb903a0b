import { type ColumnGraph, columnAt } from '../../columns/model/columnGraph';
import { shortType } from '../../data/cells';
import { MOST_LINES } from '../layout/sizes';
import type { ColumnList } from './level';

/** What an asset shows of its columns: the first of them, and the one that is picked. */
export function listOf(graph: ColumnGraph, picked: string | undefined): ColumnList {
  const [{ columns, notFollowed }] = graph.tables;
  const at = columnAt(graph, picked) ?? -1;
  const isBeyond = columns.length > MOST_LINES && at >= MOST_LINES && at < columns.length;
  const shown = isBeyond ? [...columns.slice(0, MOST_LINES - 1), columns[at]] : columns.slice(0, MOST_LINES);
  const more = columns.length - shown.length;
  return {
    lines: shown.map(({ id, name, type }) => ({
      name, type: shortType(type), up: notFollowed === null ? graph.into[id].length : undefined, down: graph.outOf[id].length,
    })),
    all: columns.length,
    foot:
      columns.length === 0 ? { text: 'No columns are declared', leads: 'nowhere' }
        : more > 0 ? { text: `${more} more ${more === 1 ? 'column' : 'columns'} …`, leads: 'to the other columns' } : undefined,
  };
}

/** What an asset shows whose columns the server did not tell. */
export const UNTOLD: ColumnList = { lines: [], all: 0, foot: { text: 'Its columns cannot be read now', leads: 'nowhere' } };
