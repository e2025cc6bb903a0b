import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Answer } from '../../api/contract';
import { question } from '../../api/queries';
import { exact } from './exact';

/** Numbers of the last versions: entry i of each list is about the same version, in order of partition or number. */
export type SeriesColumns = Answer<'/asset/series'>;
export type Line = SeriesColumns['series'][number];

export const useSeries = (key: string): UseQueryResult<SeriesColumns> => useQuery(question('/asset/series', { key }));

/** What is worth a plot: numbers that are there more than once. */
export const plottable = ({ series }: SeriesColumns): readonly Line[] =>
  series.filter(({ values }) => values.filter((value) => value !== null).length > 1);

/** The same versions in the order in which they were made. */
export function byTime({ labels, at, series, ...rest }: SeriesColumns): SeriesColumns {
  const order = at.map((_, i) => i).sort((a, b) => Date.parse(at[a]) - Date.parse(at[b]));
  const sorted = <T>(values: readonly T[]): T[] => order.map((i) => values[i]);
  return { ...rest, labels: sorted(labels), at: sorted(at), series: series.map(({ name, values }) => ({ name, values: sorted(values) })) };
}

export const titleOf = (name: string): string => (name === 'took_ms' ? 'Duration' : name === 'rows' || name === 'bytes' ? name[0].toUpperCase() + name.slice(1) : name);

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 });
const tiny = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** Short enough to stand at an axis: `1.2K`, `4.5M`; nothing between one row and the next. */
export function short(name: string, value: number): string {
  if (name === 'rows' && !Number.isInteger(value)) return '';
  if (name === 'bytes' || name === 'took_ms') return exact(name, value);
  return Math.abs(value) < 1 ? tiny.format(value) : compact.format(value);
}

/** What a plot shows, for those who do not see it. */
export function says({ name, values }: Line): string {
  const known = values.filter((value) => value !== null);
  return `${titleOf(name)}: from ${exact(name, Math.min(...known))} to ${exact(name, Math.max(...known))}, last ${exact(name, known[known.length - 1])}`;
}
