import type { Matrix, Window } from './matrix';

/** Which part of a matrix is seen, and how large its cells are in pixels, which may be less than one. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly across: number;
  readonly down: number;
}

export const sameView = (one: View, other: View): boolean =>
  one.x === other.x && one.y === other.y && one.across === other.across && one.down === other.down;

export interface Room {
  readonly width: number;
  readonly height: number;
}

/** What names of assets, the cells of undivided assets and names of columns take. */
export const NAMES = 220;
export const WHOLE = 22;
export const LEFT = NAMES + WHOLE + 8;
export const TOP = 24;

const ROOMY = 20;
const LARGEST = 40;

/** All of it; of few assets and columns no larger than is pleasant. */
export function fitted(matrix: Matrix, room: Room): View {
  const across = Math.min(ROOMY, Math.max(0.05, (room.width - LEFT) / Math.max(1, matrix.columns)));
  const down = Math.min(ROOMY, Math.max(0.05, (room.height - TOP) / Math.max(1, matrix.keys.length)));
  return { x: 0, y: 0, across, down };
}

const ROW = 16;
const SCREENS = 2.5;

/** All of the time; of so many assets that it takes few screens, rows that can be read. */
export function begun(matrix: Matrix, room: Room): View {
  const whole = fitted(matrix, room);
  return matrix.keys.length * ROW <= room.height * SCREENS ? { ...whole, down: Math.max(ROW, whole.down) } : whole;
}

/** Rows that can be read, of the end of the time. */
export function readable(matrix: Matrix, room: Room): View {
  const whole = fitted(matrix, room);
  return within(matrix, room, { x: Number.POSITIVE_INFINITY, y: 0, across: Math.max(whole.across, 12), down: Math.max(whole.down, ROW) });
}

export function within(matrix: Matrix, room: Room, view: View): View {
  const most = (all: number, seen: number): number => Math.max(0, all - seen);
  return {
    ...view,
    x: Math.min(Math.max(0, view.x), most(matrix.columns * view.across, room.width - LEFT)),
    y: Math.min(Math.max(0, view.y), most(matrix.keys.length * view.down, room.height - TOP)),
  };
}

/** What is under the point stays under it. */
export function zoomed(matrix: Matrix, room: Room, view: View, px: number, py: number, factor: number): View {
  const least = fitted(matrix, room);
  const across = Math.min(LARGEST, Math.max(least.across, view.across * factor));
  const down = Math.min(LARGEST, Math.max(least.down, view.down * factor));
  const [x, y] = [Math.max(0, px - LEFT), Math.max(0, py - TOP)];
  return within(matrix, room, { across, down, x: ((view.x + x) / view.across) * across - x, y: ((view.y + y) / view.down) * down - y });
}

export function windowOf(matrix: Matrix, room: Room, view: View): Window {
  return {
    left: Math.max(0, Math.floor(view.x / view.across)),
    top: Math.max(0, Math.floor(view.y / view.down)),
    right: Math.min(matrix.columns, Math.ceil((view.x + room.width - LEFT) / view.across)),
    bottom: Math.min(matrix.keys.length, Math.ceil((view.y + room.height - TOP) / view.down)),
  };
}

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** The cell at a point, the nearest where the point is beside all of them. */
export function cellAt(matrix: Matrix, view: View, x: number, y: number): Cell {
  const inside = (value: number, most: number): number => Math.min(Math.max(0, Math.floor(value)), most - 1);
  return {
    row: inside((y - TOP + view.y) / view.down, matrix.keys.length),
    column: inside((x - LEFT + view.x) / view.across, matrix.columns),
  };
}

/** Moves as little as shows the cell. */
export function showing(matrix: Matrix, room: Room, view: View, { row, column }: Cell): View {
  const near = (at: number, size: number, seen: number, from: number): number =>
    at * size < from ? at * size : (at + 1) * size > from + seen ? (at + 1) * size - seen : from;
  return within(matrix, room, { ...view, x: near(column, view.across, room.width - LEFT, view.x), y: near(row, view.down, room.height - TOP, view.y) });
}
