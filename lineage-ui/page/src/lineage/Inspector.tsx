import { NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useAsset } from '../api/queries';
import { plainOf } from '../assets/prose';
import { Problem } from '../shell/states';
import { StatusMark } from '../status/StatusMark';
import { Instant } from '../status/Instant';
import { countsOf, type Colouring } from './canvas/colouring';
import { variablesFor } from './ink';
import { boxOf, type Graph, nameOf } from './model/graph';
import { printBox, printSelection, type Selection } from './model/selection';
import type { Depth, Reach } from './model/walk';
import type { ColumnLevel } from './columns/level';
import type { Lineage } from './useLineage';

const ColumnFacts = lazy(async () => ({ default: (await import('./columns/part')).ColumnFacts }));

interface Props {
  readonly graph: Graph;
  readonly lineage: Lineage;
  readonly selection: Selection;
  readonly reach: Reach;
  readonly colouring: Colouring;
  readonly level: ColumnLevel | undefined;
}

/** What is selected, in words. */
export function Inspector({ graph, lineage, selection, reach, colouring, level }: Props) {
  const box = boxOf(graph.shape, selection.id);
  const name = nameOf(graph, selection.id);
  return (
    <aside className="inspector" aria-label="Selection">
      <div className="heading">
        <h2 className="key">{name}</h2>
        <button type="button" className="plain" aria-label="Clear the selection" onClick={() => lineage.select(undefined)}>✕</button>
      </div>
      {lineage.column !== undefined && level !== undefined && (
        <Suspense fallback={null}>
          <ColumnFacts graph={graph} lineage={lineage} asset={selection.id} column={lineage.column} level={level} />
        </Suspense>
      )}
      {box.is === 'asset' ? <AssetFacts asset={name} /> : <Heat graph={graph} id={selection.id} colouring={colouring} is={box.is} />}
      <dl className="facts">
        <dt>Upstream</dt>
        <dd>{reach.upCount.toLocaleString('en')} <DepthOf label="How far upstream" depth={selection.up} set={(up) => lineage.reach({ ...selection, up })} /></dd>
        <dt>Downstream</dt>
        <dd>{reach.downCount.toLocaleString('en')} <DepthOf label="How far downstream" depth={selection.down} set={(down) => lineage.reach({ ...selection, down })} /></dd>
      </dl>
      <div className="actions">
        {box.is === 'asset' && <Link className="button" to="/assets/$" params={{ _splat: name }}>Open the asset</Link>}
        {box.is === 'asset' && <Link className="button" to="/assets/$" params={{ _splat: name }} search={{ tab: 'columns' }}>Columns</Link>}
        {box.is !== 'domain' && <Link className="button" to="/launch" search={{ sel: box.is === 'asset' ? name : printBox(graph, selection.id) }}>Plan …</Link>}
        {box.is !== 'domain' && <Link className="button" to="/partitions" search={{ sel: printSelection(graph, selection) }}>Partitions</Link>}
        <button type="button" className="button" onClick={() => lineage.toggle(selection.id)}>
          {box.is === 'asset' ? `${lineage.open.has(selection.id) ? 'Hide' : 'Show'} its columns` : `${lineage.open.has(selection.id) ? 'Close' : 'Open'} this ${box.is}`}
        </button>
      </div>
    </aside>
  );
}

const DEPTHS: readonly Depth[] = [0, 1, 2, 3, 5, 'all'];

function DepthOf({ label, depth, set }: { readonly label: string; readonly depth: Depth; readonly set: (depth: Depth) => void }) {
  const known = DEPTHS.includes(depth) ? DEPTHS : [...DEPTHS, depth];
  const data = known.map((d) => ({ value: String(d), label: d === 'all' ? 'all' : d === 0 ? 'none' : `${d} deep` }));
  return <NativeSelect aria-label={label} size="xs" className="depth" value={String(depth)} data={data}
    onChange={({ currentTarget: { value } }) => set(value === 'all' ? 'all' : Number(value))} />;
}

function AssetFacts({ asset }: { readonly asset: string }) {
  const { data, error } = useAsset(asset);
  if (error !== null) return <Problem error={error} what="What is known of it" />;
  if (data === undefined) return <p className="quiet" role="status">Loading …</p>;
  return (
    <>
      <p><StatusMark status={data.status} /></p>
      {data.reason && <p>{data.reason}</p>}
      {data.asset.description && <p className="quiet">{plainOf(data.asset.description)}</p>}
      <dl className="facts">
        <dt>Group</dt><dd>{data.asset.group ?? '–'}</dd>
        <dt>Owners</dt><dd>{data.asset.owners.join(', ') || '–'}</dd>
        <dt>Made</dt><dd><Instant at={data.version?.created_at} /></dd>
      </dl>
    </>
  );
}

function Heat({ graph, id, colouring, is }: { readonly graph: Graph; readonly id: number; readonly colouring: Colouring; readonly is: string }) {
  const counts = countsOf(graph, colouring, id);
  return (
    <>
      <p className="quiet">A {is} of {counts.reduce((a, b) => a + b, 0).toLocaleString('en')} assets</p>
      <ul className="heat">
        {[...colouring.order].reverse().filter((category) => counts[category] > 0).map((category) => (
          <li key={category}>
            <span aria-hidden="true" style={variablesFor(colouring, category)}>{colouring.shapes[category]}</span> {colouring.names[category]} <span className="quiet">{counts[category].toLocaleString('en')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
