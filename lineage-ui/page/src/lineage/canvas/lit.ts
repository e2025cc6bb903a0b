import { type Graph, neighbours } from '../model/graph';
import type { Reach } from '../model/walk';

/** What a box has to do with the selection, as bits. */
export const CHOSEN = 1;
export const UPSTREAM = 2;
export const DOWNSTREAM = 4;

/** The bits of each box of the graph; a group or domain has those of all it holds. */
export function litBy(graph: Graph, reach: Reach): Uint8Array {
  const { assets, groups, domains, group, domain } = graph.shape;
  const lit = new Uint8Array(assets + groups + domains);
  for (let a = 0; a < assets; a++) {
    if (reach.up[a] === 0) lit[a] |= CHOSEN;
    if (reach.up[a] > 0) lit[a] |= UPSTREAM;
    if (reach.down[a] > 0) lit[a] |= DOWNSTREAM;
    if (lit[a] === 0) continue;
    lit[assets + group[a]] |= lit[a];
    if (domain[group[a]] >= 0) lit[assets + groups + domain[group[a]]] |= lit[a];
  }
  return lit;
}

/** Whether a link lies on a path to or from what is chosen. */
export const isLitLink = (from: number, to: number): boolean =>
  ((from & UPSTREAM) !== 0 && (to & (UPSTREAM | CHOSEN)) !== 0) || ((to & DOWNSTREAM) !== 0 && (from & (DOWNSTREAM | CHOSEN)) !== 0);

/** Nearest first: the boxes an arrow key may go to. */
export function linkedBoxes(graph: Graph, direction: 'up' | 'down', asset: number): readonly number[] {
  return Array.from(neighbours(direction === 'up' ? graph.up : graph.down, asset));
}
