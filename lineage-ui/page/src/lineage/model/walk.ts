import { type Adjacency, type Graph, neighbours } from './graph';

/** How far a highlight reaches. */
export type Depth = number | 'all';

/** Distance to each asset that can be reached: 0 for those begun with, -1 for those out of reach. */
export function distances(adjacent: Adjacency, begin: readonly number[], depth: Depth): Int32Array {
  const limit = depth === 'all' ? Number.MAX_SAFE_INTEGER : depth;
  const distance = new Int32Array(adjacent.start.length - 1).fill(-1);
  const queue = new Int32Array(distance.length);
  let end = 0;
  for (const node of begin) {
    if (distance[node] < 0) {
      distance[node] = 0;
      queue[end++] = node;
    }
  }
  for (let at = 0; at < end; at++) {
    if (distance[queue[at]] >= limit) continue;
    for (const next of neighbours(adjacent, queue[at])) {
      if (distance[next] >= 0) continue;
      distance[next] = distance[queue[at]] + 1;
      queue[end++] = next;
    }
  }
  return distance;
}

/** What a selection lights up: -1 unrelated, 0 itself, otherwise the distance to it, up or down. */
export interface Reach {
  readonly up: Int32Array;
  readonly down: Int32Array;
  readonly upCount: number;
  readonly downCount: number;
}

export function reachOf(graph: Graph, begin: readonly number[], up: Depth, down: Depth): Reach {
  const upstream = distances(graph.up, begin, up);
  const downstream = distances(graph.down, begin, down);
  return { up: upstream, down: downstream, upCount: reached(upstream), downCount: reached(downstream) };
}

function reached(distance: Int32Array): number {
  let count = 0;
  for (const d of distance) if (d > 0) count++;
  return count;
}
