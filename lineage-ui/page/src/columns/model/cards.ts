import type { Column, ColumnGraph } from './columnGraph';
import { foots } from './words';

export const CARD = 264;
export const HEAD = 46;
export const ROW = 24;
export const LINE = 18;
const FOOT = 11;
const BORDERS = 2;
const END = 4;

/** Tables of so many columns are shown whole. */
const FEW = 8;
const LETTERS = 37;
const MOST_LINES = 3;

export interface FootLine {
  readonly text: string;
  readonly lines: number;
  /** Whether it tells what decides about rows: that is where such lines end. */
  readonly decides: boolean;
}

/** What of a table is drawn. */
export interface Card {
  readonly table: number;
  readonly rows: readonly Column[];
  /** How many columns are folded away; 0 if none is, -1 if they were unfolded. */
  readonly more: number;
  readonly foot: readonly FootLine[];
  readonly height: number;
}

/** Columns without any connection fold away where a table is long, but not the one that is looked at. */
export function cardsOf(graph: ColumnGraph, unfolded: ReadonlySet<number>, kept: number | undefined): readonly Card[] {
  const connected = new Set<number>(graph.decisions.map(({ from }) => from));
  for (const { from, to } of graph.edges) connected.add(from).add(to);
  return graph.tables.map(({ columns }, table) => {
    const linked = columns.filter(({ id }) => connected.has(id) || id === kept);
    const hidden = columns.length > FEW && columns.length - linked.length > 2 ? columns.length - linked.length : 0;
    const isUnfolded = hidden > 0 && unfolded.has(table);
    const rows = hidden > 0 && !isUnfolded ? linked : columns;
    const foot = foots(graph, table).map((line) => ({ ...line, lines: Math.min(MOST_LINES, Math.ceil(line.text.length / LETTERS)) }));
    const lines = foot.reduce((sum, line) => sum + line.lines, 0);
    const height = HEAD + (rows.length + (hidden > 0 ? 1 : 0)) * ROW + (lines > 0 ? FOOT + lines * LINE : 0) + BORDERS + END;
    return { table, rows, more: isUnfolded ? -1 : hidden, foot, height };
  });
}

/** The middle of the row of each column, from the top of its card; nothing where it is folded away. */
export function rowPlaces(cards: readonly Card[]): ReadonlyMap<number, number> {
  return new Map(cards.flatMap(({ rows }) => rows.map(({ id }, i) => [id, 1 + HEAD + (i + 0.5) * ROW] as const)));
}

/** The middle of the line that tells what decides about the rows. */
export function footPlace({ rows, more, foot }: Card): number {
  const before = foot.slice(0, foot.findIndex(({ decides }) => decides)).reduce((sum, { lines }) => sum + lines, 0);
  return 1 + HEAD + (rows.length + (more === 0 ? 0 : 1)) * ROW + FOOT - 5 + (before + 0.5) * LINE;
}
