import type { GraphColumns } from '../../api/types';

/** Neighbours of each node in one array: those of i lie from start[i] up to start[i + 1]. */
export interface Adjacency {
  readonly start: Int32Array;
  readonly of: Int32Array;
}

/** What a layout needs to know of a graph; small enough to send to a worker. */
export interface Shape {
  readonly assets: number;
  readonly groups: number;
  readonly domains: number;
  readonly group: Int32Array;
  readonly domain: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/**
 * The lineage graph as the page holds it. A box of it is one number: assets come first, then groups, then domains, so that
 * `group(g)` is `assets + g`.
 */
export interface Graph {
  readonly columns: GraphColumns;
  readonly shape: Shape;
  readonly domainNames: readonly string[];
  readonly membersOf: Adjacency;
  readonly groupsOf: Adjacency;
  readonly up: Adjacency;
  readonly down: Adjacency;
  readonly indexOf: ReadonlyMap<string, number>;
}

export function graphOf(columns: GraphColumns): Graph {
  const assets = columns.keys.length;
  const [groupNames, group] = groupsNamed(columns);
  const [domainNames, domain] = domainsOf(columns.keys, group, groupNames.length);
  const from = Int32Array.from(columns.edges.from);
  const to = Int32Array.from(columns.edges.to);
  const shape = { assets, groups: groupNames.length, domains: domainNames.length, group, domain, from, to };
  // What the first picture does not need waits until it is there.
  const members = once(() => inverse(group, shape.groups));
  const groups = once(() => inverse(domain, shape.domains));
  const up = once(() => adjacency(assets, to, from));
  const down = once(() => adjacency(assets, from, to));
  const index = once(() => new Map(columns.keys.map((key, i) => [key, i])));
  return {
    columns: { ...columns, groups: groupNames },
    shape,
    domainNames,
    get membersOf() { return members(); },
    get groupsOf() { return groups(); },
    get up() { return up(); },
    get down() { return down(); },
    get indexOf() { return index(); },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}

/** Assets without a group stand in one named after nothing, which the page calls "no group". */
function groupsNamed(columns: GraphColumns): [readonly string[], Int32Array] {
  const group = Int32Array.from(columns.group);
  const none = columns.groups.length;
  let missing = false;
  for (let i = 0; i < group.length; i++) {
    if (group[i] < 0) {
      group[i] = none;
      missing = true;
    }
  }
  return [missing ? [...columns.groups, ''] : columns.groups, group];
}

/**
 * A domain is the first part of the keys of a group's first asset. Where that says nothing (all the same, one for each
 * group, or keys of one part), there are no domains.
 */
function domainsOf(keys: readonly string[], group: Int32Array, groups: number): [readonly string[], Int32Array] {
  const names: string[] = [];
  const index = new Map<string, number>();
  const domain = new Int32Array(groups).fill(-1);
  for (let i = 0; i < keys.length; i++) {
    if (domain[group[i]] >= 0) continue;
    const slash = keys[i].indexOf('/');
    const name = slash < 0 ? '' : keys[i].slice(0, slash);
    let at = index.get(name);
    if (at === undefined) {
      at = names.length;
      index.set(name, at);
      names.push(name);
    }
    domain[group[i]] = at;
  }
  const tells = names.length > 1 && names.length * 2 <= groups && !index.has('');
  return tells ? [names, domain] : [[], new Int32Array(groups).fill(-1)];
}

export function adjacency(nodes: number, of: Int32Array, other: Int32Array): Adjacency {
  const start = new Int32Array(nodes + 1);
  for (const node of of) start[node + 1]++;
  for (let i = 0; i < nodes; i++) start[i + 1] += start[i];
  const next = start.slice(0, nodes);
  const list = new Int32Array(of.length);
  for (let e = 0; e < of.length; e++) list[next[of[e]]++] = other[e];
  return { start, of: list };
}

export function inverse(parent: Int32Array, parents: number): Adjacency {
  const known: number[] = [];
  const child: number[] = [];
  for (let i = 0; i < parent.length; i++) {
    if (parent[i] < 0) continue;
    known.push(parent[i]);
    child.push(i);
  }
  return adjacency(parents, Int32Array.from(known), Int32Array.from(child));
}

export function neighbours(adjacent: Adjacency, node: number): Int32Array {
  return adjacent.of.subarray(adjacent.start[node], adjacent.start[node + 1]);
}

export type Box = { readonly is: 'asset' | 'group' | 'domain'; readonly at: number };

export function boxOf(shape: Shape, id: number): Box {
  if (id < shape.assets) return { is: 'asset', at: id };
  if (id < shape.assets + shape.groups) return { is: 'group', at: id - shape.assets };
  return { is: 'domain', at: id - shape.assets - shape.groups };
}

export const groupId = (shape: Shape, group: number): number => shape.assets + group;
export const domainId = (shape: Shape, domain: number): number => shape.assets + shape.groups + domain;

/** The box that a box lies in, or -1. */
export function parentOf(shape: Shape, id: number): number {
  const box = boxOf(shape, id);
  if (box.is === 'asset') return groupId(shape, shape.group[box.at]);
  if (box.is === 'group' && shape.domain[box.at] >= 0) return domainId(shape, shape.domain[box.at]);
  return -1;
}

/** The name people see on a box. Inside a box of its own name, an asset says the rest of its key only. */
export function nameOf(graph: Graph, id: number): string {
  const box = boxOf(graph.shape, id);
  if (box.is === 'asset') return graph.columns.keys[box.at];
  if (box.is === 'group') return graph.columns.groups[box.at] || 'no group';
  return graph.domainNames[box.at] || 'no domain';
}

export function labelOf(graph: Graph, id: number): string {
  const name = nameOf(graph, id);
  return name.slice(name.lastIndexOf('/') + 1);
}

/** All assets in a box. */
export function assetsIn(graph: Graph, id: number): readonly number[] {
  const box = boxOf(graph.shape, id);
  if (box.is === 'asset') return [box.at];
  if (box.is === 'group') return Array.from(neighbours(graph.membersOf, box.at));
  return Array.from(neighbours(graph.groupsOf, box.at)).flatMap((g) => Array.from(neighbours(graph.membersOf, g)));
}
