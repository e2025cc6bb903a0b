import { SHAPES, STATUSES, statusOf, URGENCY, variableOf } from '../../status/status';
import type { StatusColumns } from '../../api/types';
import { boxOf, type Graph } from '../model/graph';
import { AGES, agesOf, DURATIONS, type MadeColumns, type Scale, stepOf } from './steps';

export const COLOURINGS = ['status', 'owner', 'kind', 'freshness', 'duration'] as const;
export type ColourBy = (typeof COLOURINGS)[number];

/** What colours assets: a category for each, with its word, its shape and its colour as a CSS variable. */
export interface Colouring {
  readonly of: Uint8Array;
  readonly names: readonly string[];
  readonly shapes: readonly string[];
  readonly variables: readonly string[];
  /** The order of categories in a bar, and which of them is first on a list. */
  readonly order: readonly number[];
  /** How many assets of each category a group or a domain has, groups first. */
  readonly heat: Int32Array;
}

const HUES = 8;

/** What is known of the assets by now, and what time it is: ages are told by it. */
export interface Known {
  readonly status?: StatusColumns | undefined;
  readonly made?: MadeColumns | undefined;
  readonly now?: number;
}

export function colouringOf(graph: Graph, { status, made, now = Date.now() }: Known, by: ColourBy): Colouring {
  if (by === 'status') return byStatus(graph, status);
  if (by === 'freshness') return bySteps(graph, AGES, agesOf(made, now));
  if (by === 'duration') return bySteps(graph, DURATIONS, made?.took_ms);
  const [names, of] = by === 'owner' ? [graph.columns.owners, graph.columns.owner] : [graph.columns.kinds, graph.columns.kind];
  return byName(graph, names, of);
}

function byStatus(graph: Graph, status: StatusColumns | undefined): Colouring {
  const of = new Uint8Array(graph.shape.assets).fill(STATUSES.indexOf('unknown'));
  const known = (status?.statuses ?? []).map((word) => STATUSES.indexOf(statusOf(word)));
  status?.of.forEach((s, asset) => {
    if (asset < of.length) of[asset] = known[s] ?? of[asset];
  });
  return {
    of,
    names: STATUSES,
    shapes: STATUSES.map((s) => SHAPES[s]),
    variables: STATUSES.map(variableOf),
    order: [...URGENCY].reverse().map((s) => STATUSES.indexOf(s)),
    heat: heatOf(graph, of, STATUSES.length),
  };
}

/** The most frequent names have colours; the others share grey. */
function byName(graph: Graph, names: readonly string[], of: readonly number[]): Colouring {
  const counts = new Map<number, number>();
  for (const i of of) counts.set(i, (counts.get(i) ?? 0) + 1);
  const coloured = [...counts.keys()].filter((i) => i >= 0).sort((a, b) => counts.get(b)! - counts.get(a)! || a - b).slice(0, HUES);
  const category = new Map(coloured.map((i, at) => [i, at]));
  const categories = Uint8Array.from(of, (i) => category.get(i) ?? coloured.length);
  return {
    of: categories,
    names: [...coloured.map((i) => names[i]), 'other or none'],
    shapes: [...coloured, -1].map(() => '●'),
    variables: [...coloured.map((_, at) => `--hue-${at}`), '--hue-none'],
    order: [...coloured, -1].map((_, at) => at),
    heat: heatOf(graph, categories, coloured.length + 1),
  };
}

/** Values in steps, the smallest first on a list. */
function bySteps(graph: Graph, scale: Scale, values: readonly number[] | undefined): Colouring {
  const unheard = scale.steps.length + 1;
  const of = new Uint8Array(graph.shape.assets).fill(unheard);
  values?.forEach((value, asset) => {
    if (asset < of.length) of[asset] = stepOf(scale, value);
  });
  const categories = [...scale.steps.map((_, step) => step), unheard - 1, unheard];
  return {
    of,
    names: [...scale.steps.map(({ name }) => name), scale.never, 'not known yet'],
    shapes: [...scale.steps.map(({ shape }) => shape), '◌', '?'],
    variables: [...scale.steps.map(({ variable }) => variable), '--status-missing', '--status-missing'],
    order: categories.reverse(),
    heat: heatOf(graph, of, categories.length),
  };
}

function heatOf(graph: Graph, of: Uint8Array, categories: number): Int32Array {
  const { assets, groups, domains, group, domain } = graph.shape;
  const heat = new Int32Array((groups + domains) * categories);
  for (let a = 0; a < assets; a++) {
    heat[group[a] * categories + of[a]]++;
    const d = domain[group[a]];
    if (d >= 0) heat[(groups + d) * categories + of[a]]++;
  }
  return heat;
}

/** How many assets of each category a box holds. */
export function countsOf(graph: Graph, colouring: Colouring, id: number): Int32Array {
  const categories = colouring.names.length;
  const box = boxOf(graph.shape, id);
  if (box.is !== 'asset') {
    const first = (id - graph.shape.assets) * categories;
    return colouring.heat.subarray(first, first + categories);
  }
  const counts = new Int32Array(categories);
  counts[colouring.of[box.at]] = 1;
  return counts;
}
