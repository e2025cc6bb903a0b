import { memo } from 'react';
import { EdgeLine } from './EdgeLine';
import type { ColumnGraph } from './model/columnGraph';
import type { Lit } from './model/lit';
import type { Paths } from './model/paths';
import type { Places } from './model/place';

interface Props {
  readonly graph: ColumnGraph;
  readonly places: Places;
  readonly paths: Paths;
  readonly lit: Lit | undefined;
}

/** All lines between columns, below the tables; those that are lit once more above the others. */
export function EdgeLayer({ graph, places, paths, lit }: Props) {
  return (
    <>
      <AllEdges graph={graph} places={places} paths={paths} />
      {lit !== undefined && (
        <svg className="columns-edges lit-edges" width={places.width} height={places.height} aria-hidden="true">
          {[...lit.decisions].map((d) => <EdgeLine key={`d${d}`} kind="decision" path={paths.decisions[d]} />)}
          {[...lit.edges].map((e) => <EdgeLine key={e} kind={graph.edges[e].how} path={paths.edges[e]} />)}
        </svg>
      )}
    </>
  );
}

const AllEdges = memo(function AllEdges({ graph, places, paths }: Omit<Props, 'lit'>) {
  return (
    <svg className="columns-edges all-edges" width={places.width} height={places.height} aria-hidden="true">
      {graph.edges.map(({ from, to, how }, e) => (paths.edges[e] === '' ? null : <EdgeLine key={`${from}>${to}>${how}`} kind={how} path={paths.edges[e]} />))}
    </svg>
  );
});
