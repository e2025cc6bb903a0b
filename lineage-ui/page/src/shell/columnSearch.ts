import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { question } from '../api/queries';

/** A column of an asset, as a search finds it. */
export interface FoundColumn {
  readonly text: string;
  readonly asset: string;
}

const COLUMN = /^\s*c:/i;

export interface ColumnSearch {
  /** Whether the text asks for columns: `c:amount`. */
  readonly isAsked: boolean;
  readonly found: readonly FoundColumn[];
  /** What to say where nothing is listed. */
  readonly says: string;
}

/** Columns whose names hold what follows `c:`. The page does not know their names, the server does. */
export function useColumnSearch(text: string, limit: number): ColumnSearch {
  const isAsked = COLUMN.test(text);
  const name = text.replace(COLUMN, '').trim();
  const { data, error } = useQuery({
    ...question('/search', { q: `c:${name}` }), enabled: isAsked && name !== '', placeholderData: keepPreviousData,
  });
  const found = isAsked && name !== '' ? (data?.found ?? []).flatMap(({ text, asset }) => (asset === null ? [] : { text, asset })).slice(0, limit) : [];
  const says = name === '' ? 'Go on with the name of a column.' : error !== null ? error.message : data === undefined ? 'Searching …' : 'No column has such a name.';
  return { isAsked, found, says };
}

/** Leads to where a column comes from and goes to. */
export function useOpenColumn(): (column: FoundColumn) => void {
  const navigate = useNavigate();
  return ({ asset, text }) => void navigate({ to: '/assets/$', params: { _splat: asset }, search: { tab: 'columns', col: text } });
}
