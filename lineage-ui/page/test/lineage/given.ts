import type { GraphColumns } from '../../src/api/types';
import { type Graph, graphOf } from '../../src/lineage/model/graph';

/** A graph of keys `domain/group/name` and links between them. */
export function graphWith(keys: readonly string[], links: readonly (readonly [string, string])[] = []): Graph {
  return graphOf(columnsWith(keys, links));
}

export function columnsWith(keys: readonly string[], links: readonly (readonly [string, string])[] = []): GraphColumns {
  const groupOf = (key: string): string => key.split('/').slice(0, -1).join('/');
  const groups = [...new Set(keys.map(groupOf))];
  return {
    definitions: 'given', keys, groups, group: keys.map((key) => groups.indexOf(groupOf(key))),
    owners: ['bi'], owner: keys.map(() => 0), kinds: [], kind: keys.map(() => -1),
    partitioned: keys.map(() => ''), checks: keys.map(() => 0),
    edges: { from: links.map(([from]) => keys.indexOf(from)), to: links.map(([, to]) => keys.indexOf(to)) },
  };
}

/** `domains` domains of four groups of ten assets each, in which each asset reads the one before. */
export function chainOf(domains: number): Graph {
  const keys = Array.from({ length: domains * 40 }, (_, i) => `d${Math.floor(i / 40)}/g${Math.floor(i / 10)}/a${i}`);
  return graphWith(keys, keys.slice(1).map((key, i) => [keys[i], key] as const));
}
