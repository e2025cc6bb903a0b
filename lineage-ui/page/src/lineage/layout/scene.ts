import { type Adjacency, inverse, neighbours, type Shape } from '../model/graph';
import { type Bundles, bundled, Inner } from './bundles';
import { layered, type Placement } from './layered';
import { ASSET, DOMAIN, GROUP, LINES } from './sizes';

/** What an open group or domain adds around what it holds. */
const PADDING = 18;
const HEADER = 40;

/** What is to be drawn: boxes in an order where those inside follow the one around them, up to `end`. */
export interface Scene {
  readonly id: Int32Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly width: Float32Array;
  readonly height: Float32Array;
  readonly open: Uint8Array;
  /** How many lines an asset shows below its head: its columns, and what stands below them. */
  readonly lines: Int32Array;
  readonly end: Int32Array;
  /** The box in the scene for each box of the graph, or -1. */
  readonly at: Int32Array;
  /** Links between boxes of the scene that hold no other. */
  readonly links: Bundles;
  readonly right: number;
  readonly bottom: number;
}

interface Laid {
  readonly children: Int32Array;
  readonly placement: Placement;
  /** Tells it from the same container with something else open inside. */
  readonly key: string;
}

/** What is open: groups and domains, and of some assets how many lines they show. */
interface Opened {
  readonly boxes: ReadonlySet<number>;
  readonly lines: ReadonlyMap<number, number>;
  readonly laid: Map<number, Laid>;
}

const NO_LINES: ReadonlyMap<number, number> = new Map();

/** Lays a graph out for any set of open boxes. What was laid out before is kept: opening one box costs that box only. */
export class Layouts {
  private readonly members: Adjacency;
  private readonly groups: Adjacency;
  private readonly between: Bundles;
  private readonly inner: Inner;
  private readonly kept = new Map<string, Laid>();
  private readonly roots: Int32Array;

  constructor(private readonly shape: Shape, private readonly aspect: number) {
    this.members = inverse(shape.group, shape.groups);
    this.groups = inverse(shape.domain, shape.domains);
    this.between = bundled(shape.from, shape.to, null, shape.group);
    this.inner = new Inner(shape, this.between, bundled(this.between.from, this.between.to, null, shape.domain));
    const first = shape.assets + (shape.domains > 0 ? shape.groups : 0);
    this.roots = Int32Array.from({ length: shape.domains > 0 ? shape.domains : shape.groups }, (_, i) => first + i);
  }

  scene(open: ReadonlySet<number>, lines: ReadonlyMap<number, number> = NO_LINES): Scene {
    const opened: Opened = { boxes: open, lines, laid: new Map() };
    const root = this.laid(-1, opened);
    const builder = new Builder(this.shape);
    this.emit(root, opened, 0, 0, builder);
    return builder.scene(this.visibleLinks(builder.at, open), root.placement.width, root.placement.height);
  }

  private childrenOf(container: number): Int32Array {
    const { assets, groups } = this.shape;
    if (container < 0) return this.roots;
    if (container < assets + groups) return neighbours(this.members, container - assets);
    return neighbours(this.groups, container - assets - groups).map((g) => assets + g);
  }

  private laid(container: number, open: Opened): Laid {
    const now = open.laid.get(container);
    if (now !== undefined) return now;
    const children = this.childrenOf(container);
    const key = `${container}:${children.length > 0 && children[0] < this.shape.assets ? this.linesIn(children, open) : this.boxesIn(children, open)}`;
    const laid = this.kept.get(key) ?? { children, placement: this.place(container, children, open), key };
    this.kept.set(key, laid);
    open.laid.set(container, laid);
    return laid;
  }

  private linesIn(assets: Int32Array, { lines }: Opened): string {
    if (lines.size === 0) return '';
    return Array.from(assets).filter((id) => lines.has(id)).map((id) => `${id}x${lines.get(id)}`).join();
  }

  /** Sizes depend on what is open further inside, too. */
  private boxesIn(boxes: Int32Array, open: Opened): string {
    return Array.from(boxes).filter((id) => open.boxes.has(id)).map((id) => `[${this.laid(id, open).key}]`).join();
  }

  private place(container: number, children: Int32Array, open: Opened): Placement {
    const width = new Float64Array(children.length);
    const height = new Float64Array(children.length);
    children.forEach((id, i) => {
      const size = this.sizeOf(id, open);
      width[i] = size.width;
      height[i] = size.height;
    });
    const closed = children.length > 0 ? this.closedSize(children[0]) : ASSET;
    const shortestBand = closed === ASSET ? 6 : 2;
    return layered(this.inner.links(container, children.length), { width, height, closed, shortestBand }, this.aspect);
  }

  private sizeOf(id: number, open: Opened): { width: number; height: number } {
    const lines = open.lines.get(id) ?? 0;
    if (lines > 0) return { width: LINES.width, height: ASSET.height + lines * LINES.height + LINES.foot };
    if (!this.isOpen(id, open)) return this.closedSize(id);
    const { placement } = this.laid(id, open);
    return {
      width: Math.max(placement.width, ASSET.width) + 2 * PADDING,
      height: placement.height + HEADER + PADDING,
    };
  }

  private isOpen(id: number, { boxes }: Opened): boolean {
    return id >= this.shape.assets && boxes.has(id);
  }

  private closedSize(id: number): { width: number; height: number } {
    if (id < this.shape.assets) return ASSET;
    return id < this.shape.assets + this.shape.groups ? GROUP : DOMAIN;
  }

  private emit(laid: Laid, open: Opened, left: number, top: number, builder: Builder): void {
    laid.children.forEach((id, i) => {
      const x = left + laid.placement.x[i];
      const y = top + laid.placement.y[i];
      const size = this.sizeOf(id, open);
      const isOpen = this.isOpen(id, open);
      const at = builder.add(id, { x, y, ...size }, isOpen, open.lines.get(id) ?? 0);
      if (isOpen) this.emit(this.laid(id, open), open, x + PADDING, y + HEADER, builder);
      builder.close(at);
    });
  }

  /** Group to group where both are closed; asset by asset where one is open. */
  private visibleLinks(at: Int32Array, open: ReadonlySet<number>): Bundles {
    const { assets, groups, group, domain } = this.shape;
    const shown = new Int32Array(assets + groups).fill(-1);
    for (let g = 0; g < groups; g++) {
      const outer = at[assets + g] >= 0 ? at[assets + g] : domain[g] >= 0 ? at[assets + groups + domain[g]] : -1;
      shown[assets + g] = outer;
    }
    for (let a = 0; a < assets; a++) shown[a] = at[a] >= 0 ? at[a] : shown[assets + group[a]];
    const from: number[] = [];
    const to: number[] = [];
    const count: number[] = [];
    const isOpen = (g: number): boolean => at[assets + g] >= 0 && open.has(assets + g);
    this.between.from.forEach((g, e) => {
      if (isOpen(g) || isOpen(this.between.to[e])) return;
      from.push(assets + g);
      to.push(assets + this.between.to[e]);
      count.push(this.between.count[e]);
    });
    const opened = Uint8Array.from({ length: groups }, (_, g) => (isOpen(g) ? 1 : 0));
    if (opened.includes(1)) {
      for (let e = 0; e < this.shape.from.length; e++) {
        if (opened[group[this.shape.from[e]]] + opened[group[this.shape.to[e]]] === 0) continue;
        from.push(this.shape.from[e]);
        to.push(this.shape.to[e]);
        count.push(1);
      }
    }
    return bundled(from, to, count, shown);
  }
}

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

class Builder {
  readonly at: Int32Array;
  private readonly id: number[] = [];
  private readonly bounds: number[] = [];
  private readonly open: number[] = [];
  private readonly lines: number[] = [];
  private readonly end: number[] = [];

  constructor(shape: Shape) {
    this.at = new Int32Array(shape.assets + shape.groups + shape.domains).fill(-1);
  }

  add(id: number, { x, y, width, height }: Rect, open: boolean, lines: number): number {
    const index = this.id.push(id) - 1;
    this.at[id] = index;
    this.bounds.push(x, y, width, height);
    this.open.push(open ? 1 : 0);
    this.lines.push(lines);
    this.end.push(0);
    return index;
  }

  close(index: number): void {
    this.end[index] = this.id.length;
  }

  scene(links: Bundles, right: number, bottom: number): Scene {
    const column = (offset: number): Float32Array => Float32Array.from(this.id, (_, i) => this.bounds[i * 4 + offset]);
    return {
      id: Int32Array.from(this.id),
      x: column(0),
      y: column(1),
      width: column(2),
      height: column(3),
      open: Uint8Array.from(this.open),
      lines: Int32Array.from(this.lines),
      end: Int32Array.from(this.end),
      at: this.at,
      links,
      right,
      bottom,
    };
  }
}
