import type { Layout } from '../model/layout';

/** How large everything in a grid is, in pixels. */
export interface Measures {
  /** What names of rows take at the left. */
  readonly left: number;
  /** What names of columns take at the top. */
  readonly top: number;
  /** From one cell to the next, with the gap between them. */
  readonly across: number;
  readonly down: number;
  readonly gap: number;
}

const NAMES = 84;
const WIDEST = 26;
const NARROWEST = 7;
export const WORD = 150;

export function measuresOf(layout: Layout, width: number): Measures {
  if (layout.named) return { left: 0, top: 0, across: Math.max(WORD, Math.floor(width / layout.columns)), down: 30, gap: 4 };
  const fits = Math.floor((width - NAMES - 4) / layout.columns);
  const across = Math.min(layout.columns === 12 ? 64 : WIDEST, Math.max(NARROWEST, fits));
  return { left: NAMES, top: 22, across, down: Math.max(12, Math.min(22, across)), gap: across > 11 ? 3 : 1 };
}

export const heightOf = (layout: Layout, { top, down }: Measures): number => top + layout.rows * down + 2;

/** The cell at a point of the grid, or the nearest where the point is beside all of them. */
export function cellAt(layout: Layout, measures: Measures, x: number, y: number): { row: number; column: number } {
  const within = (value: number, most: number): number => Math.min(Math.max(Math.floor(value), 0), most - 1);
  return {
    row: within((y - measures.top) / measures.down, layout.rows),
    column: within((x - measures.left) / measures.across, layout.columns),
  };
}
