import type { ColumnGraph } from '../../columns/model/columnGraph';
import type { Arrow } from '../canvas/hit';
import type { ColumnPainter } from '../canvas/paint';

/** A column as an open asset shows it. */
export interface ColumnLine {
  readonly name: string;
  readonly type: string;
  /** Of how many columns it is made, undefined where nobody knows; and how many are made of it. */
  readonly up: number | undefined;
  readonly down: number;
}

/** The columns an asset shows, and what stands below them. */
export interface ColumnList {
  readonly lines: readonly ColumnLine[];
  readonly all: number;
  readonly foot: Foot | undefined;
}

export interface Foot {
  readonly text: string;
  readonly leads: 'to the other columns' | 'nowhere';
}

/** A column of an asset of the graph. */
export interface ColumnPlace {
  readonly asset: number;
  readonly name: string;
}

/** The column that is picked, and all that has to do with it. */
export interface ColumnPick extends ColumnPlace {
  readonly graph: ColumnGraph;
  readonly focus: number;
  readonly says: string;
  /** The bits of each box of the graph, as those of a selection; none of them light a link between boxes. */
  readonly lit: Uint8Array;
  readonly next: (arrow: Arrow) => ColumnPlace | undefined;
}

/** The columns of the assets that are open, as far as the server has told them. */
export interface ColumnLevel {
  readonly lists: ReadonlyMap<number, ColumnList>;
  readonly pick: ColumnPick | undefined;
  /** Why not all that has to do with what is picked can be shown. */
  readonly problem: Error | null;
  readonly painter: ColumnPainter;
}

const NONE: ReadonlyMap<number, number> = new Map();

/** How many lines the open assets show, for the layout. An asset grows when its columns are there. */
export function linesOf(level: ColumnLevel | undefined, open: ReadonlySet<number>): ReadonlyMap<number, number> {
  if (level === undefined) return NONE;
  return new Map([...level.lists].filter(([asset]) => open.has(asset)).map(([asset, { lines, foot }]) => [asset, lines.length + (foot === undefined ? 0 : 1)]));
}

/** The line of the picked column, or -1. */
export const lineOf = (list: ColumnList | undefined, name: string | undefined): number => list?.lines.findIndex((line) => line.name === name) ?? -1;

const MOST_ASSETS = 40;

/** The assets that are open and seen: the last ones where they are too many. */
export const openAssets = (open: ReadonlySet<number>, assets: number, isSeen: (asset: number) => boolean): readonly number[] =>
  [...open].filter((id) => id < assets && isSeen(id)).slice(-MOST_ASSETS);
