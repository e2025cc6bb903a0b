import { useGraph, useStatus } from '../api/queries';
import { useMemo } from 'react';
import { Empty, Loading, Problem } from '../shell/states';
import { LineageView } from './LineageView';
import { graphOf } from './model/graph';

export function LineagePage() {
  const columns = useGraph();
  const status = useStatus();
  const graph = useMemo(() => (columns.data === undefined ? undefined : graphOf(columns.data)), [columns.data]);
  if (graph !== undefined && graph.shape.assets > 0) return <LineageView graph={graph} status={status.data} />;
  return (
    <main className="page" id="content">
      <h1>Lineage</h1>
      {columns.error !== null ? <Problem error={columns.error} what="The lineage" retry={() => void columns.refetch()} />
        : graph === undefined ? <Loading what="the lineage" />
        : (
          <Empty title="This project has no assets yet" command="weir init">
            The lineage shows what is made of what. An asset is a method marked with @Asset. A new project has some to start with:
          </Empty>
        )}
    </main>
  );
}
