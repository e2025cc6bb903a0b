import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { question } from '../../api/queries';

/** Numbers of the last versions: entry i of each list is about the same version, the oldest first. */
export interface SeriesColumns {
  asset: string;
  axis: 'partition' | 'version';
  labels: readonly string[];
  at: readonly string[];
  series: readonly { name: string; values: readonly (number | null)[] }[];
}

export const useSeries = (key: string): UseQueryResult<SeriesColumns> => useQuery(question<SeriesColumns>('/asset/series', { key }));

/** What is worth a plot: numbers that are there more than once. */
export const plottable = ({ series }: SeriesColumns): SeriesColumns['series'] =>
  series.filter(({ values }) => values.filter((value) => value !== null).length > 1);

/** `1,234`, `12.3k`, `4.5M`: short enough to stand at an axis. */
export function short(value: number): string {
  return new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

/** What a plot shows, for those who do not see it. */
export function says(name: string, values: readonly (number | null)[]): string {
  const known = values.filter((value): value is number => value !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  return `${name}: from ${short(least)} to ${short(most)}, last ${short(known[known.length - 1])}`;
}
