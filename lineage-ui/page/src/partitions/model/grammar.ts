import type { Cells } from './cells';
import { firstDayOf, type Hours, keyOf, type Line, monthOf } from './line';
import { NONE, type Places, united } from './places';

/** What a text selects, and the words of it that select nothing. */
export interface Chosen {
  readonly places: Places;
  readonly refused: readonly string[];
}

/**
 * Reads partitions as `--partition` does, several apart by a blank or a comma: `2013-01-15`, `2013-01`, `2013-01-01..2013-01-31`,
 * `jfk..lga`, `latest`, `missing`.
 */
export function parsePlaces(text: string, line: Line, cells: Cells): Chosen {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  let places = NONE;
  const refused: string[] = [];
  for (const word of words) {
    const found = placesOf(word, line, cells);
    if (found.length === 0) refused.push(word);
    places = united(places, found);
  }
  return { places, refused };
}

function placesOf(word: string, line: Line, cells: Cells): Places {
  if (word === 'latest' && line.is !== 'keys') return cells.length === 0 ? NONE : [[cells.last, cells.last]];
  if (word === 'missing') return cells.rangesOf('missing');
  const dots = word.indexOf('..');
  const span = dots < 0 ? spanOf(line, word) : spanOf(line, word.slice(0, dots), word.slice(dots + 2));
  if (span === undefined) return NONE;
  const [first, last] = [Math.max(span[0], cells.first), Math.min(span[1], cells.last)];
  return first <= last ? [[first, last]] : NONE;
}

/** Partitions as `--partition` would be told of them. */
export function printPlaces(places: Places, line: Line): string {
  return rangesOf(places, line).join(',');
}

/** Each of them one `--partition`. */
export const rangesOf = (places: Places, line: Line): string[] =>
  places.map(([first, last]) => (first === last ? keyOf(line, first) : `${keyOf(line, first)}..${keyOf(line, last)}`));

/** How many partitions are among the places. */
export function countOf(places: Places, cells: Cells): number {
  let count = 0;
  for (const [first, last] of places) for (let place = first; place <= last; place++) if (cells.has(place)) count++;
  return count;
}

/** The first and the last place of what lies from one key to another; nothing where nothing does. */
export function spanOf(line: Line, first: string, last: string = first): readonly [number, number] | undefined {
  if (line.is === 'whole') return undefined;
  if (line.is === 'keys') {
    const [from, to] = [line.keys.indexOf(first), line.keys.indexOf(last)];
    return from < 0 ? undefined : ordered(from, to);
  }
  const [from, to] = [clockOf(line, first), clockOf(line, last)];
  if (from === undefined || to === undefined) return undefined;
  const [day, end] = [from[0] / 24, to[1] / 24];
  switch (line.is) {
    case 'days': return ordered(Math.ceil(day), Math.floor(end) - 1);
    case 'weeks': return ordered(Math.ceil((day + line.before) / 7), Math.floor((end + line.before) / 7) - 1);
    case 'months': return ordered(monthFrom(Math.ceil(day)), monthOf(Math.floor(end)) - 1);
    case 'hours': return hoursIn(line, from[0], to[1], first, last);
  }
}

const ordered = (first: number, last: number): readonly [number, number] | undefined => (first <= last ? [first, last] : undefined);

/** The first month that begins on that day or later. */
function monthFrom(day: number): number {
  const month = monthOf(day);
  return firstDayOf(month) === day ? month : month + 1;
}

const KEY = /^(\d{4})-(\d\d)(?:-(\d\d)(?:-(\d\d):00(Z|[+-]\d\d:\d\d)?)?)?$/;
const LENGTH = '2013-01-15-07:00'.length;

/** The hours of the local clock that a key names, the end excluded. */
function clockOf(line: Line, key: string): readonly [number, number] | undefined {
  const [, year, month, date, hour] = KEY.exec(key) ?? [];
  if (year === undefined || Number(month) < 1 || Number(month) > 12) return undefined;
  const months = (Number(year) - 1970) * 12 + Number(month) - 1;
  if (date === undefined) return [firstDayOf(months) * 24, firstDayOf(months + 1) * 24];
  const day = firstDayOf(months) + Number(date) - 1;
  if (Number(date) < 1 || monthOf(day) !== months) return undefined;
  if (hour !== undefined) return Number(hour) > 23 ? undefined : [day * 24 + Number(hour), day * 24 + Number(hour) + 1];
  // Of a weekly asset, the date on which a week begins means the week.
  const isWeek = line.is === 'weeks' && (((day + line.before) % 7) + 7) % 7 === 0;
  return [day * 24, (day + (isWeek ? 7 : 1)) * 24];
}

/** An hour that came twice is both of them, unless its offset tells which. */
function hoursIn(line: Hours, from: number, to: number, firstKey: string, lastKey: string): readonly [number, number] | undefined {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  line.from.forEach((begin, i) => {
    const ahead = line.seconds[i] / 3600;
    const low = Math.max(i === 0 ? Number.NEGATIVE_INFINITY : begin, Math.ceil(from - ahead));
    const high = Math.min((line.from[i + 1] ?? Number.POSITIVE_INFINITY) - 1, Math.ceil(to - ahead) - 1);
    if (low > high) return;
    first = Math.min(first, low);
    last = Math.max(last, high);
  });
  if (first > last) return undefined;
  if (firstKey.length > LENGTH && keyOf(line, first) !== firstKey) first++;
  if (lastKey.length > LENGTH && keyOf(line, last) !== lastKey) last--;
  return ordered(first, last);
}
