import { lazy, type ReactNode, Suspense, useMemo, useRef, useState } from 'react';
import { type ColumnLevel, linesOf, openAssets } from './columns/level';
import type { Graph } from './model/graph';
import { visible } from './model/levels';
import type { Lineage } from './useLineage';

const ColumnQueries = lazy(async () => ({ default: (await import('./columns/part')).ColumnQueries }));

interface Columns {
  readonly level: ColumnLevel | undefined;
  /** How many lines each open asset shows. */
  readonly lines: ReadonlyMap<number, number>;
  /** What asks for them, once an asset is open: it shows nothing itself. */
  readonly queries: ReactNode;
}

export function useColumns(graph: Graph, lineage: Lineage): Columns {
  const { open, selection, column } = lineage;
  const [level, setLevel] = useState<ColumnLevel>();
  const assets = useMemo(() => openAssets(open, graph.shape.assets, (asset) => visible(graph.shape, open, asset) === asset), [graph, open]);
  const kept = useRef(linesOf(undefined, open));
  const lines = useMemo(() => {
    const next = linesOf(level, open);
    // Laid out anew only where they change.
    if (next.size !== kept.current.size || [...next].some(([asset, count]) => kept.current.get(asset) !== count)) kept.current = next;
    return kept.current;
  }, [level, open]);
  const queries = assets.length > 0 && (
    <Suspense fallback={null}>
      <ColumnQueries graph={graph} assets={assets} asset={selection?.id ?? -1} column={column} tell={setLevel} />
    </Suspense>
  );
  return { level: assets.length > 0 ? level : undefined, lines, queries };
}
