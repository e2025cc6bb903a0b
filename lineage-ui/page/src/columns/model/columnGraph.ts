import type { AssetColumns, ColumnName, How, Influence } from '../types';

export interface Column {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly table: number;
}

export interface Table {
  readonly asset: string;
  readonly columns: readonly Column[];
  readonly madeBy: AssetColumns['tables'][number]['made_by'];
  /** Why nobody knows what its columns are made of. */
  readonly notFollowed: string | null;
}

export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly how: How;
}

/** A column chooses or puts together the rows of a table. */
export interface Decision {
  readonly from: number;
  readonly table: number;
  readonly how: readonly Influence[];
}

/** Columns and what they are made of. A column is one number over all tables, an edge its place in the list. */
export interface ColumnGraph {
  /** Whether columns go on beyond these tables. */
  readonly more: boolean;
  readonly tables: readonly Table[];
  readonly columns: readonly Column[];
  readonly edges: readonly Edge[];
  readonly decisions: readonly Decision[];
  /** The edges that lead to each column, and those that lead from it. */
  readonly into: readonly (readonly number[])[];
  readonly outOf: readonly (readonly number[])[];
}

export function columnGraphOf(answer: AssetColumns): ColumnGraph {
  const columns: Column[] = [];
  const tables = answer.tables.map(({ asset, columns: named, made_by: madeBy, not_followed: notFollowed }, table): Table => {
    const own = named.map(({ name, type }, i) => ({ id: columns.length + i, name, type, table }));
    columns.push(...own);
    return { asset, columns: own, madeBy, notFollowed };
  });
  // Queries may write names in another case than their tables do.
  const ids = new Map(columns.map(({ id, name, table }) => [named(tables[table].asset, name), id]));
  const places = new Map(tables.map(({ asset }, table) => [asset, table]));
  const idOf = ({ asset, column }: ColumnName): number => ids.get(named(asset, column)) ?? -1;
  const edges = answer.edges.map(({ from, to, how }) => ({ from: idOf(from), to: idOf(to), how })).filter(({ from, to }) => from >= 0 && to >= 0);
  const decisions = answer.decisions
    .map(({ from, asset, how }) => ({ from: idOf(from), table: places.get(asset) ?? -1, how }))
    .filter(({ from, table }) => from >= 0 && table >= 0);
  return { more: answer.more, tables, columns, edges, decisions, into: edgesOf(columns.length, edges, 'to'), outOf: edgesOf(columns.length, edges, 'from') };
}

const named = (asset: string, column: string): string => `${asset}.${column}`.toLowerCase();

function edgesOf(columns: number, edges: readonly Edge[], end: 'from' | 'to'): readonly (readonly number[])[] {
  const lists: number[][] = Array.from({ length: columns }, () => []);
  edges.forEach((edge, e) => {
    lists[edge[end]].push(e);
  });
  return lists;
}

/** The column that an address means: one of the first table by its name, one of another as `raw/orders.amount`. */
export function columnAt(graph: ColumnGraph, address: string | undefined): number | undefined {
  if (address === undefined) return undefined;
  return graph.columns.find((column) => addressOf(graph, column) === address)?.id;
}

export function addressOf(graph: ColumnGraph, { table, name }: Column): string {
  return table === 0 ? name : `${graph.tables[table].asset}.${name}`;
}

/** The last part of a key, as people say it. */
export const shortName = (asset: string): string => asset.slice(asset.lastIndexOf('/') + 1);
