import { type ColumnGraph, columnAt } from '../../columns/model/columnGraph';
import { type Lit, litBy, type Role, roleOf } from '../../columns/model/lit';
import { sentence } from '../../columns/model/words';
import type { How } from '../../columns/types';
import { CHOSEN } from '../canvas/lit';
import type { Graph } from '../model/graph';
import type { ColumnPick, ColumnPlace } from './level';

/** A line of the picture; the end of one that decides about rows is the asset itself, without a name. */
export interface ColumnLink {
  readonly from: ColumnPlace;
  readonly to: ColumnPlace | { readonly asset: number; readonly name: undefined };
  readonly kind: How | 'decision';
}

export interface Traced extends ColumnPick {
  readonly links: readonly ColumnLink[];
  readonly roleOf: (asset: number, name: string) => Role | undefined;
}

/** All that has to do with one column of the first table, on the boxes of the lineage; none if there is no such column. */
export function traced(lineage: Graph, asset: number, columns: ColumnGraph, name: string): Traced | undefined {
  const focus = columnAt(columns, name);
  if (focus === undefined || columns.columns[focus].table !== 0) return undefined;
  const lit = litBy(columns, focus);
  const assets = columns.tables.map((table) => lineage.indexOf.get(table.asset) ?? -1);
  const placeOf = (column: number): ColumnPlace => ({ asset: assets[columns.columns[column].table], name: columns.columns[column].name });
  const links = linksOf(columns, lit, assets, placeOf);
  const roles = rolesOf(columns, lit, assets);
  return {
    asset, name, graph: columns, focus, says: sentence(columns, lit), links,
    lit: boxesOf(lineage, asset, links),
    roleOf: (of, column) => roles.get(`${of}.${column}`),
    next: (arrow) => {
      const edges = arrow === 'left' ? columns.into[focus].map((e) => columns.edges[e].from) : columns.outOf[focus].map((e) => columns.edges[e].to);
      const next = edges.find((column) => column !== focus && placeOf(column).asset >= 0);
      return next === undefined ? undefined : placeOf(next);
    },
  };
}

function linksOf({ edges, decisions }: ColumnGraph, lit: Lit, assets: readonly number[], placeOf: (column: number) => ColumnPlace): readonly ColumnLink[] {
  const made = [...lit.edges].map((e): ColumnLink => ({ from: placeOf(edges[e].from), to: placeOf(edges[e].to), kind: edges[e].how }));
  const decided = [...lit.decisions].map((d): ColumnLink => ({ from: placeOf(decisions[d].from), to: { asset: assets[decisions[d].table], name: undefined }, kind: 'decision' }));
  return [...made, ...decided].filter(({ from, to }) => from.asset >= 0 && to.asset >= 0);
}

function rolesOf(columns: ColumnGraph, lit: Lit, assets: readonly number[]): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>();
  for (const column of [lit.focus, ...lit.up, ...lit.down, ...lit.deciding]) {
    const role = roleOf(lit, column);
    const { table, name } = columns.columns[column];
    if (role !== undefined) roles.set(`${assets[table]}.${name}`, role);
  }
  return roles;
}

function boxesOf({ shape: { assets, groups, domains, group, domain } }: Graph, asset: number, links: readonly ColumnLink[]): Uint8Array {
  const lit = new Uint8Array(assets + groups + domains);
  for (const a of [asset, ...links.flatMap(({ from, to }) => [from.asset, to.asset])]) {
    lit[a] = lit[assets + group[a]] = CHOSEN;
    if (domain[group[a]] >= 0) lit[assets + groups + domain[group[a]]] = CHOSEN;
  }
  return lit;
}
