import { boxOf, groupId, type Shape } from '../model/graph';
import type { Links } from './layers';

/** Links between boxes of one kind, each once, with how many dependencies it stands for. */
export interface Bundles {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly count: Int32Array;
}

/** The dependencies, lifted to what `of` says each end belongs to; those within one, or in none, are left out. */
export function bundled(from: ArrayLike<number>, to: ArrayLike<number>, counts: ArrayLike<number> | null, of: Int32Array): Bundles {
  const sums = new Map<number, number>();
  for (let e = 0; e < from.length; e++) {
    const a = of[from[e]];
    const b = of[to[e]];
    if (a < 0 || b < 0 || a === b) continue;
    const pair = a * 0x4000000 + b;
    sums.set(pair, (sums.get(pair) ?? 0) + (counts === null ? 1 : counts[e]));
  }
  const pairs = [...sums.keys()];
  return {
    from: Int32Array.from(pairs, (pair) => Math.floor(pair / 0x4000000)),
    to: Int32Array.from(pairs, (pair) => pair % 0x4000000),
    count: Int32Array.from(sums.values()),
  };
}

/** The links of each container between what it holds, by the places of its children. */
export class Inner {
  private readonly byContainer = new Map<number, { from: number[]; to: number[] }>();
  private readonly place: Int32Array;

  constructor(shape: Shape, groups: Bundles, domains: Bundles) {
    this.place = placesOf(shape);
    const { assets, group, domain } = shape;
    for (let e = 0; e < shape.from.length; e++) {
      const g = group[shape.from[e]];
      if (g === group[shape.to[e]]) this.add(groupId(shape, g), shape.from[e], shape.to[e]);
    }
    for (let e = 0; e < groups.from.length; e++) {
      const d = domain[groups.from[e]];
      if (d !== domain[groups.to[e]]) continue;
      const container = d < 0 ? -1 : assets + shape.groups + d;
      this.add(container, assets + groups.from[e], assets + groups.to[e]);
    }
    for (let e = 0; e < domains.from.length; e++) {
      const first = assets + shape.groups;
      this.add(-1, first + domains.from[e], first + domains.to[e]);
    }
  }

  links(container: number, nodes: number): Links {
    const { from, to } = this.byContainer.get(container) ?? { from: [], to: [] };
    return { nodes, from: Int32Array.from(from), to: Int32Array.from(to) };
  }

  private add(container: number, from: number, to: number): void {
    let list = this.byContainer.get(container);
    if (list === undefined) {
      list = { from: [], to: [] };
      this.byContainer.set(container, list);
    }
    list.from.push(this.place[from]);
    list.to.push(this.place[to]);
  }
}

/** The place of each box among those of its container. */
function placesOf(shape: Shape): Int32Array {
  const seen = new Map<number, number>();
  const place = new Int32Array(shape.assets + shape.groups + shape.domains);
  for (let id = 0; id < place.length; id++) {
    const container = containerOf(shape, id);
    const at = seen.get(container) ?? 0;
    place[id] = at;
    seen.set(container, at + 1);
  }
  return place;
}

export function containerOf(shape: Shape, id: number): number {
  const box = boxOf(shape, id);
  if (box.is === 'asset') return groupId(shape, shape.group[box.at]);
  if (box.is === 'group') return shape.domain[box.at] < 0 ? -1 : shape.assets + shape.groups + shape.domain[box.at];
  return -1;
}
