import { type Adjacency, adjacency, neighbours } from '../model/graph';

/** A directed graph between the boxes of one container. */
export interface Links {
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** The same links with the direction of those that close a cycle turned round. */
export function acyclic(links: Links): Links {
  const order = depthFirstOrder(links);
  const from = links.from.slice();
  const to = links.to.slice();
  for (let e = 0; e < from.length; e++) {
    if (order[links.from[e]] > order[links.to[e]]) {
      from[e] = links.to[e];
      to[e] = links.from[e];
    }
  }
  return { nodes: links.nodes, from, to };
}

/** The place of each node in reverse order of completion: links that go back in it close a cycle. */
function depthFirstOrder(links: Links): Int32Array {
  const down = adjacency(links.nodes, links.from, links.to);
  const order = new Int32Array(links.nodes);
  const next = new Int32Array(links.nodes).fill(-1);
  let place = links.nodes;
  // First to last: what is turned round is a link that goes back in the order given.
  for (let root = 0; root < links.nodes; root++) {
    if (next[root] < 0) place = visit(down, root, next, order, place);
  }
  return order;
}

function visit(down: Adjacency, root: number, next: Int32Array, order: Int32Array, begin: number): number {
  const stack = [root];
  let place = begin;
  next[root] = down.start[root];
  while (stack.length > 0) {
    const node = stack[stack.length - 1];
    if (next[node] < down.start[node + 1]) {
      const child = down.of[next[node]++];
      if (next[child] < 0) {
        next[child] = down.start[child];
        stack.push(child);
      }
    } else {
      stack.pop();
      order[node] = --place;
    }
  }
  return place;
}

/** The longest path to each node; a node nothing leads to stands just before what it leads to. */
export function longestPaths(links: Links): Int32Array {
  const down = adjacency(links.nodes, links.from, links.to);
  const waiting = new Int32Array(links.nodes);
  for (const node of links.to) waiting[node]++;
  const sources: number[] = [];
  for (let node = 0; node < links.nodes; node++) if (waiting[node] === 0) sources.push(node);
  const layer = new Int32Array(links.nodes);
  const queue = [...sources];
  for (let at = 0; at < queue.length; at++) {
    for (const child of neighbours(down, queue[at])) {
      layer[child] = Math.max(layer[child], layer[queue[at]] + 1);
      if (--waiting[child] === 0) queue.push(child);
    }
  }
  for (const node of sources) {
    const below = neighbours(down, node);
    if (below.length > 0) layer[node] = below.reduce((least, child) => Math.min(least, layer[child]), links.nodes) - 1;
  }
  return layer;
}
