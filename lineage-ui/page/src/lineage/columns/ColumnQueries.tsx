import { keepPreviousData, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { question } from '../../api/queries';
import { type ColumnGraph, columnGraphOf } from '../../columns/model/columnGraph';
import type { AssetColumns } from '../../columns/types';
import type { Graph } from '../model/graph';
import type { ColumnLevel } from './level';
import { listOf, UNTOLD } from './lists';
import { painterOf } from './painter';
import { traced } from './pick';

interface Props {
  readonly graph: Graph;
  readonly assets: readonly number[];
  /** The asset that is selected, and its column that is picked. */
  readonly asset: number;
  readonly column: string | undefined;
  readonly tell: (level: ColumnLevel | undefined) => void;
}

// Definitions change only when the project is loaded anew.
const FRESH = 60_000;

/** Asks for the columns of open assets, and for all that has to do with the one that is picked. It shows nothing itself. */
export function ColumnQueries({ graph, assets, asset, column, tell }: Props) {
  const keys = graph.columns.keys;
  const near = useQueries({
    queries: assets.map((each) => ({ ...question('/asset/columns', { key: keys[each], depth: 1 }), staleTime: FRESH })),
    combine: answersOf,
  });
  const picks = column !== undefined && assets.includes(asset);
  const far = useQuery({ ...question('/asset/columns', { key: keys[asset] ?? '' }), staleTime: FRESH, enabled: picks, placeholderData: keepPreviousData });
  const graphs = useMemo(() => new Map(assets.flatMap((each, i) => (near[i] === undefined ? [] : [[each, near[i] === 'untold' ? undefined : columnGraphOf(near[i])] as const]))), [assets, near]);
  const followed = useMemo(() => (far.data !== undefined && far.data.tables[0]?.asset === keys[asset] ? columnGraphOf(far.data) : undefined), [far.data, keys, asset]);
  const pick = useMemo(() => {
    const known: ColumnGraph | undefined = followed ?? graphs.get(asset);
    return column === undefined || !picks || known === undefined ? undefined : traced(graph, asset, known, column);
  }, [graph, asset, column, picks, followed, graphs]);
  const lists = useMemo(
    () => new Map([...graphs].map(([each, columns]) => [each, columns === undefined ? UNTOLD : listOf(columns, each === asset ? column : undefined)])),
    [graphs, asset, column],
  );
  const level = useMemo(
    (): ColumnLevel => ({ lists, pick, problem: picks ? far.error : null, painter: painterOf(graph, lists, pick) }),
    [graph, lists, pick, picks, far.error],
  );
  useEffect(() => tell(level), [tell, level]);
  useEffect(() => () => tell(undefined), [tell]);
  return null;
}

/** What the server has answered by now; `untold` where it could not. */
const answersOf = (results: readonly UseQueryResult<AssetColumns>[]): readonly (AssetColumns | 'untold' | undefined)[] =>
  results.map(({ data, error }) => data ?? (error === null ? undefined : 'untold'));
