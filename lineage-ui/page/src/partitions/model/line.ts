import type { PartitionLine } from '../../api/types';

/** The line that partitions lie on. A place on it is one number: partitions that follow each other have places that do. */
export type Line =
  | { readonly is: 'hours'; readonly zone: string; readonly from: readonly number[]; readonly seconds: readonly number[] }
  | { readonly is: 'days'; readonly zone: string }
  /** The first begins so many days before 1970. */
  | { readonly is: 'weeks'; readonly zone: string; readonly before: number }
  | { readonly is: 'months'; readonly zone: string }
  | { readonly is: 'keys'; readonly keys: readonly string[] }
  | { readonly is: 'whole' };

export type Hours = Extract<Line, { is: 'hours' }>;

const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
/** 1970 began on one. */
const THURSDAY = 3;
const DAY = 86_400_000;

export function lineOf({ cadence, zone = '', keys, offsets }: PartitionLine): Line {
  if (keys !== undefined) return { is: 'keys', keys };
  if (cadence === undefined) return { is: 'whole' };
  if (cadence === 'HOURLY') return { is: 'hours', zone, from: offsets?.from ?? [0], seconds: offsets?.seconds ?? [0] };
  if (cadence === 'DAILY') return { is: 'days', zone };
  if (cadence === 'MONTHLY') return { is: 'months', zone };
  const first = Math.max(0, WEEKDAYS.indexOf(cadence.replace('WEEKLY_', '')));
  return { is: 'weeks', zone, before: (THURSDAY - first + 7) % 7 };
}

/** The key of a partition, as the command line writes it. */
export function keyOf(line: Line, place: number): string {
  switch (line.is) {
    case 'days': return dateText(place);
    case 'weeks': return dateText(firstDayOfWeek(line, place));
    case 'months': return monthText(place);
    case 'hours': return hourText(line, place);
    case 'keys': return line.keys[place] ?? '';
    case 'whole': return '';
  }
}

export const dateText = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
export const monthText = (month: number): string => new Date(Date.UTC(1970, month, 1)).toISOString().slice(0, 7);
export const firstDayOf = (month: number): number => Date.UTC(1970, month, 1) / DAY;
export const firstDayOfWeek = (line: Extract<Line, { is: 'weeks' }>, place: number): number => place * 7 - line.before;

export function monthOf(day: number): number {
  const date = new Date(day * DAY);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}

/** The hour that the local clock shows, counted from the first of 1970. */
export const clockAt = (line: Hours, place: number): number => Math.floor(place + offsetAt(line, place) / 3600);

function offsetAt({ from, seconds }: Hours, place: number): number {
  let at = from.length - 1;
  while (at > 0 && from[at] > place) at--;
  return seconds[at];
}

/** Where the clock shows an hour twice, its offset tells one from the other. */
function hourText(line: Hours, place: number): string {
  const clock = clockAt(line, place);
  const day = Math.floor(clock / 24);
  const text = `${dateText(day)}-${String(clock - day * 24).padStart(2, '0')}:00`;
  const twice = clockAt(line, place - 1) === clock || clockAt(line, place + 1) === clock;
  return twice ? text + offsetText(offsetAt(line, place)) : text;
}

function offsetText(seconds: number): string {
  if (seconds === 0) return 'Z';
  const minutes = Math.abs(seconds) / 60;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${seconds < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
