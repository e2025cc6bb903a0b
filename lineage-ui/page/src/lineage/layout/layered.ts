import { type Adjacency, adjacency, neighbours } from '../model/graph';
import { bandsOf, type Cell, type Columns, columnsOf, rowsFor } from './columns';
import { placed } from './isotonic';
import { acyclic, type Links, longestPaths } from './layers';
import { orderedLayers } from './order';

export const BETWEEN_LAYERS = 64;
const BETWEEN_COLUMNS = 20;
export const BETWEEN_ROWS = 14;
const BETWEEN_BANDS = 56;
const PASSES = 5;

export interface Sizes {
  readonly width: Float64Array;
  readonly height: Float64Array;
  /** What a box takes while closed: columns are cut by it, so that opening one box moves none to another column. */
  readonly closed: Cell;
  /** How many columns stand beside each other before a long chain goes on below. */
  readonly shortestBand: number;
}

export interface Placement {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly width: number;
  readonly height: number;
}

/** Places the boxes of one container: what is linked in layers from left to right, what is not in a grid below. */
export function layered(links: Links, sizes: Sizes, aspect: number): Placement {
  const directed = acyclic(links);
  const linked = new Uint8Array(links.nodes);
  for (let e = 0; e < links.from.length; e++) linked[links.from[e]] = linked[links.to[e]] = 1;
  const layers = orderedLayers(directed, longestPaths(directed))
    .map((nodes) => nodes.filter((node) => linked[node] === 1))
    .filter((nodes) => nodes.length > 0);
  const single = Array.from({ length: links.nodes }, (_, node) => node).filter((node) => linked[node] === 0);
  const cell = { width: sizes.closed.width + BETWEEN_LAYERS, height: sizes.closed.height + BETWEEN_ROWS };
  const x = new Float64Array(links.nodes);
  const y = new Float64Array(links.nodes);
  const rows = rowsFor(layers, cell, aspect);
  const columns = columnsOf(layers, rows);
  const upper = placeBands(directed, columns, bandsOf(columns, rows, cell, aspect, sizes.shortestBand), sizes, x, y);
  const lower = placeGrid(single, sizes, aspect, upper, x, y);
  return { x, y, width: Math.max(upper.width, lower.width), height: lower.height };
}

function placeBands(links: Links, columns: Columns, bands: readonly (readonly number[])[], sizes: Sizes, x: Float64Array, y: Float64Array): Cell {
  let width = 0;
  let top = 0;
  bands.forEach((band, b) => {
    const some = { nodes: band.map((c) => columns.nodes[c]), begins: band.map((c) => columns.begins[c]) };
    const inside = within(links, some.nodes);
    const cell = placeColumns(inside, some, sizes, x, y);
    if (b > 0) top += BETWEEN_BANDS;
    for (const nodes of some.nodes) for (const node of nodes) y[node] += top;
    top += cell.height;
    width = Math.max(width, cell.width);
  });
  return { width, height: top };
}

/** Only the links of which both ends are among these. */
function within(links: Links, columns: readonly (readonly number[])[]): Links {
  const inside = new Uint8Array(links.nodes);
  for (const nodes of columns) for (const node of nodes) inside[node] = 1;
  const kept = Array.from(links.from, (_, e) => e).filter((e) => inside[links.from[e]] + inside[links.to[e]] === 2);
  return { nodes: links.nodes, from: Int32Array.from(kept, (e) => links.from[e]), to: Int32Array.from(kept, (e) => links.to[e]) };
}

function placeColumns(links: Links, columns: Columns, sizes: Sizes, x: Float64Array, y: Float64Array): Cell {
  let right = 0;
  columns.nodes.forEach((nodes, c) => {
    if (c > 0) right += columns.begins[c] ? BETWEEN_LAYERS : BETWEEN_COLUMNS;
    let widest = 0;
    for (const node of nodes) {
      x[node] = right;
      widest = Math.max(widest, sizes.width[node]);
    }
    right += widest;
  });
  settle(links, columns.nodes, sizes.height, y);
  return { width: right, height: fromZero(columns.nodes, sizes.height, y) };
}

/** Every box as near as possible to the middle of what it is linked to, seen from the left and from the right in turn. */
function settle(links: Links, columns: readonly (readonly number[])[], height: Float64Array, y: Float64Array): void {
  const up = adjacency(links.nodes, links.to, links.from);
  const down = adjacency(links.nodes, links.from, links.to);
  for (const nodes of columns) stack(nodes, height, y);
  for (let pass = 0; pass < PASSES; pass++) {
    const forward = pass % 2 === 0;
    for (let i = 0; i < columns.length; i++) {
      const nodes = columns[forward ? i : columns.length - 1 - i];
      const wishes = nodes.map((node) => wish(forward ? up : down, node, height, y));
      const heights = nodes.map((node) => height[node]);
      placed(wishes, heights, BETWEEN_ROWS).forEach((top, at) => {
        y[nodes[at]] = top;
      });
    }
  }
}

function stack(nodes: readonly number[], height: Float64Array, y: Float64Array): void {
  const total = nodes.reduce((sum, node) => sum + height[node] + BETWEEN_ROWS, -BETWEEN_ROWS);
  let top = -total / 2;
  for (const node of nodes) {
    y[node] = top;
    top += height[node] + BETWEEN_ROWS;
  }
}

function wish(near: Adjacency, node: number, height: Float64Array, y: Float64Array): number {
  const linked = neighbours(near, node);
  if (linked.length === 0) return y[node];
  let sum = 0;
  for (const other of linked) sum += y[other] + height[other] / 2;
  return sum / linked.length - height[node] / 2;
}

function fromZero(columns: readonly (readonly number[])[], height: Float64Array, y: Float64Array): number {
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const nodes of columns) {
    for (const node of nodes) {
      top = Math.min(top, y[node]);
      bottom = Math.max(bottom, y[node] + height[node]);
    }
  }
  if (bottom < top) return 0;
  for (const nodes of columns) for (const node of nodes) y[node] -= top;
  return bottom - top;
}

/** Rows of boxes below what is there, as wide as it is, or as the aspect asks where nothing is above. */
function placeGrid(nodes: readonly number[], sizes: Sizes, aspect: number, above: Cell, x: Float64Array, y: Float64Array): Cell {
  if (nodes.length === 0) return above;
  const area = nodes.reduce((sum, n) => sum + (sizes.width[n] + BETWEEN_COLUMNS) * (sizes.height[n] + BETWEEN_ROWS), 0);
  const widest = nodes.reduce((max, n) => Math.max(max, sizes.width[n]), 0);
  const limit = Math.max(above.width, widest, Math.sqrt(area * aspect));
  let left = 0;
  let top = above.height === 0 ? 0 : above.height + 2 * BETWEEN_ROWS;
  let tallest = 0;
  let width = 0;
  for (const node of nodes) {
    if (left > 0 && left + sizes.width[node] > limit) {
      left = 0;
      top += tallest + BETWEEN_ROWS;
      tallest = 0;
    }
    x[node] = left;
    y[node] = top;
    left += sizes.width[node] + BETWEEN_COLUMNS;
    width = Math.max(width, left - BETWEEN_COLUMNS);
    tallest = Math.max(tallest, sizes.height[node]);
  }
  return { width, height: top + tallest };
}
