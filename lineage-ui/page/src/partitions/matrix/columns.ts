import { clockAt, dateText, firstDayOf, firstDayOfWeek, type Line, monthOf, monthText } from '../model/line';

/** What a column of a matrix is. */
export type Unit = 'hours' | 'days' | 'weeks' | 'months';
export const UNITS: readonly Unit[] = ['hours', 'days', 'weeks', 'months'];

/** The hours of the local clock that a partition covers, the end excluded; nothing where it is of no calendar. */
export function coveredBy(line: Line, place: number): readonly [number, number] | undefined {
  switch (line.is) {
    case 'hours': return [clockAt(line, place), clockAt(line, place) + 1];
    case 'days': return [place * 24, (place + 1) * 24];
    case 'weeks': return [firstDayOfWeek(line, place) * 24, firstDayOfWeek(line, place + 1) * 24];
    case 'months': return [firstDayOf(place) * 24, firstDayOf(place + 1) * 24];
    case 'keys':
    case 'whole': return undefined;
  }
}

/** 1970 began on a Thursday. */
const BEFORE = 3;

/** The number of the column that an hour of the local clock lies in. */
export function columnAt(unit: Unit, clock: number): number {
  const day = Math.floor(clock / 24);
  switch (unit) {
    case 'hours': return clock;
    case 'days': return day;
    case 'weeks': return Math.floor((day + BEFORE) / 7);
    case 'months': return monthOf(day);
  }
}

/** What `--partition` calls a column. */
export function columnKey(unit: Unit, column: number): string {
  switch (unit) {
    case 'hours': return `${dateText(Math.floor(column / 24))}-${String(column - Math.floor(column / 24) * 24).padStart(2, '0')}:00`;
    case 'days': return dateText(column);
    case 'weeks': return dateText(column * 7 - BEFORE);
    case 'months': return monthText(column);
  }
}

/** `2013-01-01..2013-01-31` of columns from one to another. A week ends on its last day. */
export function columnRange(unit: Unit, first: number, last: number): string {
  const end = unit === 'weeks' ? dateText((last + 1) * 7 - BEFORE - 1) : columnKey(unit, last);
  return columnKey(unit, first) === end ? end : `${columnKey(unit, first)}..${end}`;
}
