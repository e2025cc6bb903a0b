import type { Cells } from './cells';
import { clockAt, dateText, firstDayOf, firstDayOfWeek, type Line, monthOf, monthText } from './line';

/** Where partitions stand in a grid. */
export interface Layout {
  readonly rows: number;
  readonly columns: number;
  /** What stands before a row; empty where a row needs no name. */
  readonly rowName: (row: number) => string;
  readonly columnName: (column: number) => string;
  readonly cellOf: (place: number) => { readonly row: number; readonly column: number };
  /** The place that would stand there, also if there is no partition; nothing where nothing could. */
  readonly placeAt: (row: number, column: number) => number | undefined;
  /** Whether cells are wide enough for their keys. */
  readonly named: boolean;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const none = (): string => '';

/** Days as months, hours as days, weeks and months as years; keys as words. */
export function layoutOf(line: Line, cells: Cells, across: number): Layout {
  switch (line.is) {
    case 'days': return days(cells);
    case 'weeks': return weeks(line, cells);
    case 'months': return months(cells);
    case 'hours': return hours(line, cells);
    case 'keys': return words(cells.length, across);
    case 'whole': return words(1, 1);
  }
}

function days(cells: Cells): Layout {
  const first = monthOf(cells.first);
  return {
    rows: monthOf(cells.last) - first + 1,
    columns: 31,
    named: false,
    rowName: (row) => monthName(first + row),
    columnName: (column) => String(column + 1),
    cellOf: (place) => {
      const month = monthOf(place);
      return { row: month - first, column: place - firstDayOf(month) };
    },
    placeAt: (row, column) => {
      const day = firstDayOf(first + row) + column;
      return day < firstDayOf(first + row + 1) ? day : undefined;
    },
  };
}

const monthName = (month: number): string => `${MONTHS[((month % 12) + 12) % 12]} ${monthText(month).slice(0, 4)}`;

function weeks(line: Extract<Line, { is: 'weeks' }>, cells: Cells): Layout {
  const yearOf = (place: number): number => Math.floor(monthOf(firstDayOfWeek(line, place)) / 12);
  const firstOf = (year: number): number => Math.ceil((firstDayOf(year * 12) + line.before) / 7);
  const first = yearOf(cells.first);
  return {
    rows: yearOf(cells.last) - first + 1,
    columns: 53,
    named: false,
    rowName: (row) => String(1970 + first + row),
    columnName: (column) => String(column + 1),
    cellOf: (place) => ({ row: yearOf(place) - first, column: place - firstOf(yearOf(place)) }),
    placeAt: (row, column) => {
      const place = firstOf(first + row) + column;
      return place < firstOf(first + row + 1) ? place : undefined;
    },
  };
}

function months(cells: Cells): Layout {
  const first = Math.floor(cells.first / 12);
  return {
    rows: Math.floor(cells.last / 12) - first + 1,
    columns: 12,
    named: false,
    rowName: (row) => String(1970 + first + row),
    columnName: (column) => MONTHS[column],
    cellOf: (place) => ({ row: Math.floor(place / 12) - first, column: place - Math.floor(place / 12) * 12 }),
    placeAt: (row, column) => (first + row) * 12 + column,
  };
}

/** A day may have 23 hours, or 25: each begins where the clock shows midnight, or is past it. */
function hours(line: Extract<Line, { is: 'hours' }>, cells: Cells): Layout {
  const dayOf = (place: number): number => Math.floor(clockAt(line, place) / 24);
  const begins = new Map<number, number>();
  const firstOf = (day: number): number => {
    let at = begins.get(day);
    if (at === undefined) {
      at = day * 24 - 27;
      while (dayOf(at) < day) at++;
      begins.set(day, at);
    }
    return at;
  };
  const first = dayOf(cells.first);
  const longest = line.from.length > 1 ? 25 : 24;
  return {
    rows: dayOf(cells.last) - first + 1,
    columns: longest,
    named: false,
    rowName: (row) => dateText(first + row),
    columnName: (column) => (column < 24 ? String(column).padStart(2, '0') : '+1'),
    cellOf: (place) => ({ row: dayOf(place) - first, column: place - firstOf(dayOf(place)) }),
    placeAt: (row, column) => {
      const place = firstOf(first + row) + column;
      return place < firstOf(first + row + 1) ? place : undefined;
    },
  };
}

function words(count: number, across: number): Layout {
  const columns = Math.max(1, Math.min(count, across));
  return {
    rows: Math.ceil(count / columns),
    columns,
    named: true,
    rowName: none,
    columnName: none,
    cellOf: (place) => ({ row: Math.floor(place / columns), column: place % columns }),
    placeAt: (row, column) => (row * columns + column < count ? row * columns + column : undefined),
  };
}
