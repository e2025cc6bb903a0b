import { boxOf, domainId, groupId, parentOf, type Shape } from './graph';

/** More boxes than this cannot be read on one screen. */
export const BUDGET = 150;

/** The containers that are open: the deepest level of which all boxes fit the budget. */
export function automaticLevel(shape: Shape, budget: number = BUDGET): Set<number> {
  const domains = Array.from({ length: shape.domains }, (_, d) => domainId(shape, d));
  const groups = Array.from({ length: shape.groups }, (_, g) => groupId(shape, g));
  if (shape.assets <= budget) return new Set([...domains, ...groups]);
  if (shape.groups <= budget) return new Set(domains);
  return new Set();
}

/** Everything that must be open for a box to be seen. */
export function revealed(shape: Shape, open: ReadonlySet<number>, id: number): Set<number> {
  const result = new Set(open);
  for (let at = parentOf(shape, id); at >= 0; at = parentOf(shape, at)) result.add(at);
  return result;
}

export function toggled(open: ReadonlySet<number>, id: number): Set<number> {
  const result = new Set(open);
  if (!result.delete(id)) result.add(id);
  return result;
}

/** The box that stands for an asset while only these are open: itself, or the outermost closed box around it. */
export function visible(shape: Shape, open: ReadonlySet<number>, id: number): number {
  let shown = id;
  for (let at = parentOf(shape, id); at >= 0; at = parentOf(shape, at)) {
    if (!open.has(at)) shown = at;
  }
  return shown;
}

/** As many of the closed boxes as fit the budget, in order. */
export function openedWithin(shape: Shape, open: ReadonlySet<number>, sizes: Int32Array, budget: number): Set<number> {
  const result = new Set(open);
  let shown = shownCount(shape, open, sizes);
  for (let d = 0; d < shape.domains; d++) shown = addIfFits(domainId(shape, d));
  for (let g = 0; g < shape.groups; g++) {
    const parent = parentOf(shape, groupId(shape, g));
    if (parent < 0 || result.has(parent)) shown = addIfFits(groupId(shape, g));
  }
  return result;

  function addIfFits(id: number): number {
    const more = sizes[id - shape.assets] - 1;
    if (result.has(id) || shown + more > budget) return shown;
    result.add(id);
    return shown + more;
  }
}

/** How many children each container has, groups first, then domains. */
export function childCounts(shape: Shape): Int32Array {
  const counts = new Int32Array(shape.groups + shape.domains);
  for (const g of shape.group) counts[g]++;
  for (const d of shape.domain) if (d >= 0) counts[shape.groups + d]++;
  return counts;
}

function shownCount(shape: Shape, open: ReadonlySet<number>, sizes: Int32Array): number {
  const roots = shape.domains > 0 ? shape.domains : shape.groups;
  let count = roots;
  for (const id of open) {
    if (boxOf(shape, id).is !== 'asset') count += sizes[id - shape.assets] - 1;
  }
  return count;
}
