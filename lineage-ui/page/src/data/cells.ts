import type { DataColumn, Value } from './types';

const LETTER = 7.6;
const NARROWEST = 6;
const WIDEST = 40;
const LOOKED_AT = 60;
/** Of fractions; all of them stand in the tip. */
const DIGITS = 8;

/** Numbers are read from their last digit. */
export const isNumber = (type: string): boolean => /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL.*)$/.test(type);

/** A type in fewer letters, as it stands below the name of a column. */
export const shortType = (type: string): string =>
  type.replace('TIMESTAMP WITH TIME ZONE', 'instant').replace('TIMESTAMP', 'date and time').replace('VARCHAR', 'text').toLowerCase();

export const typeOf = ({ type, sensitive }: DataColumn): string => `${shortType(type)}${sensitive ? ' · sensitive' : ''}`;

export function textOf(value: Value): string {
  if (typeof value !== 'number') return String(value);
  return Number.isInteger(value) ? value.toLocaleString('en') : String(Number(value.toPrecision(DIGITS)));
}

/** A bound of a histogram, to few digits. */
export function roughly(value: Value): string {
  if (typeof value !== 'number') return String(value ?? '');
  if (Number.isInteger(value)) return value.toLocaleString('en');
  return Number(value.toPrecision(4)).toLocaleString('en', { maximumSignificantDigits: 4 });
}

/** The least and the greatest of what a histogram shows: of times, the part that differs. */
export function ends(min: Value, max: Value): readonly string[] {
  if (min === max) return [roughly(min)];
  const times = [min, max].map((end) => /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})/.exec(String(end)));
  const [from, to] = times;
  if (from == null || to == null) return [roughly(min), roughly(max)];
  return from[1] === to[1] ? [from[2], to[2]] : [from[1], to[1]];
}

/** How wide each column of a table is, in pixels: its name, its type and most of what is in it fit. */
export function widths(columns: readonly DataColumn[], rows: readonly (readonly Value[])[]): readonly number[] {
  return columns.map((column, i) => {
    const { name } = column;
    const longest = rows.slice(0, LOOKED_AT).reduce((most, row) => Math.max(most, textOf(row[i] ?? null).length), 0);
    return Math.round(Math.min(WIDEST, Math.max(NARROWEST, name.length + 1, typeOf(column).length, longest)) * LETTER) + 8;
  });
}

export function share(part: number, whole: number): string {
  if (whole === 0 || part === 0) return '0 %';
  const percent = (part / whole) * 100;
  return percent < 0.1 ? '< 0.1 %' : percent > 99.9 && part < whole ? '> 99.9 %' : `${percent < 10 ? percent.toFixed(1) : percent.toFixed(0)} %`;
}
