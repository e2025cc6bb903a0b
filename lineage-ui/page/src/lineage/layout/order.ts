import { adjacency, neighbours } from '../model/graph';
import type { Links } from './layers';

const SWEEPS = 6;

/** The nodes of each layer, ordered by barycentre sweeps so that few links cross. Equal places keep the order given. */
export function orderedLayers(links: Links, layer: Int32Array): number[][] {
  const layers = byLayer(layer);
  const up = adjacency(links.nodes, links.to, links.from);
  const down = adjacency(links.nodes, links.from, links.to);
  const place = new Float64Array(links.nodes);
  for (const nodes of layers) number(nodes, place);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const forward = sweep % 2 === 0;
    const near = forward ? up : down;
    for (let i = 0; i < layers.length; i++) {
      const nodes = layers[forward ? i : layers.length - 1 - i];
      const wish = nodes.map((node) => mean(neighbours(near, node), place, place[node]));
      const sorted = nodes.map((_, at) => at).sort((a, b) => wish[a] - wish[b] || a - b).map((at) => nodes[at]);
      nodes.splice(0, nodes.length, ...sorted);
      number(nodes, place);
    }
  }
  return layers;
}

function byLayer(layer: Int32Array): number[][] {
  const layers: number[][] = [];
  layer.forEach((at, node) => {
    while (layers.length <= at) layers.push([]);
    layers[at].push(node);
  });
  return layers.filter((nodes) => nodes.length > 0);
}

/** Places between 0 and 1, so that layers of different length compare. */
function number(nodes: readonly number[], place: Float64Array): void {
  nodes.forEach((node, i) => {
    place[node] = (i + 0.5) / nodes.length;
  });
}

export function mean(nodes: Int32Array, of: Float64Array, otherwise: number): number {
  if (nodes.length === 0) return otherwise;
  let sum = 0;
  for (const node of nodes) sum += of[node];
  return sum / nodes.length;
}
