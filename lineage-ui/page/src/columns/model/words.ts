import type { How, Influence } from '../types';
import type { Column, ColumnGraph, Table } from './columnGraph';
import type { Lit } from './lit';

const DONE: Readonly<Record<Influence, string>> = { filter: 'filtered by', join: 'joined by', group_by: 'grouped by', sort: 'the first, sorted by' };
const ORDER: readonly Influence[] = ['filter', 'join', 'group_by', 'sort'];
const IN: Readonly<Record<How, string>> = { identity: '', transformation: 'transformed', aggregation: 'aggregated' };

/** What is said at the foot of a table. */
export function foots(graph: ColumnGraph, table: number): readonly { text: string; decides: boolean }[] {
  const { columns } = graph.tables[table];
  const lines: { text: string; decides: boolean }[] = [];
  if (columns.length === 0) lines.push({ text: 'No table, or its columns are not declared', decides: false });
  const why = whyNot(graph.tables[table]);
  if (why !== undefined) lines.push({ text: why, decides: false });
  const decided = decidedBy(graph, table);
  if (decided !== '') lines.push({ text: `Its rows: ${decided}`, decides: true });
  return lines;
}

/** Why nobody knows what its columns are made of; undefined if that is known. */
export function whyNot({ madeBy, notFollowed }: Pick<Table, 'madeBy' | 'notFollowed'>): string | undefined {
  if (notFollowed === null) return undefined;
  return madeBy === 'code' ? 'Made by code: not followed further up' : `Not followed further up: ${notFollowed}`;
}

/** "filtered by city, grouped by customer and day"; nothing where all rows are taken as they are. */
export function decidedBy(graph: ColumnGraph, table: number): string {
  const of = graph.decisions.filter((decision) => decision.table === table);
  return ORDER.flatMap((how) => {
    const names = [...new Set(of.filter((decision) => decision.how.includes(how)).map(({ from }) => graph.columns[from].name))];
    return names.length === 0 ? [] : [`${DONE[how]} ${listed(names)}`];
  }).join('; ');
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

export interface Part {
  readonly column: Column;
  readonly table: Table;
  /** What happens on the way; nothing where it is taken over. */
  readonly how: string;
}

export const madeOf = (graph: ColumnGraph, column: number): readonly Part[] => graph.into[column].map((e) => part(graph, graph.edges[e].from, graph.edges[e].how));
export const usedBy = (graph: ColumnGraph, column: number): readonly Part[] => graph.outOf[column].map((e) => part(graph, graph.edges[e].to, graph.edges[e].how));

function part(graph: ColumnGraph, id: number, how: How): Part {
  const column = graph.columns[id];
  return { column, table: graph.tables[column.table], how: IN[how] };
}

/** The tables about whose rows a column decides. */
export const decides = (graph: ColumnGraph, column: number): readonly Table[] =>
  graph.decisions.filter(({ from }) => from === column).map(({ table }) => graph.tables[table]);

/** What is lit, in a sentence. */
export function sentence(graph: ColumnGraph, lit: Lit): string {
  const { name, table } = graph.columns[lit.focus];
  const { asset, notFollowed } = graph.tables[table];
  // Of other tables only what has to do with the first is known.
  const here = table === 0 ? '' : ' that is followed here';
  const from = lit.up.size > 0 ? `comes from ${counted(graph, lit.up)}` : notFollowed === null ? `comes from no column${here}` : 'is not followed further up';
  const to = lit.down.size > 0 ? `goes to ${counted(graph, lit.down)}` : `goes to none${here}`;
  const decided = decides(graph, lit.focus).map((each) => each.asset);
  return `${name} of ${asset} ${from}, ${to}${decided.length > 0 ? `; it decides about the rows of ${listed(decided)}` : ''}.`;
}

function counted(graph: ColumnGraph, columns: ReadonlySet<number>): string {
  const tables = new Set([...columns].map((column) => graph.columns[column].table)).size;
  return `${columns.size === 1 ? 'one column' : `${columns.size} columns`} of ${tables === 1 ? 'one table' : `${tables} tables`}`;
}
