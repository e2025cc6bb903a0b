import './columns.css';
import { NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { numbered } from '../api/contract';
import { question } from '../api/queries';
import type { AssetDetail } from '../api/types';
import { Empty, Loading, Problem } from '../shell/states';
import { ColumnLegend } from './ColumnLegend';
import { ColumnPicture } from './ColumnPicture';
import { ColumnTable } from './ColumnTable';
import { columnAt, type ColumnGraph, columnGraphOf } from './model/columnGraph';
import { whyNot } from './model/words';
import { useColumnAddress } from './useColumnAddress';

const DEPTHS = [
  { value: '', label: 'All tables' },
  { value: '1', label: 'One table away' },
  { value: '2', label: 'Two tables away' },
  { value: '3', label: 'Three tables away' },
];

/** Which columns the columns of an asset are made of, and what is made of them. */
export function ColumnsTab({ detail }: { readonly detail: AssetDetail }) {
  const asset = detail.asset.asset;
  const [{ col, deep }, go] = useColumnAddress();
  const depth = DEPTHS.some(({ value }) => value === deep) ? deep : undefined;
  // Definitions change only when the project is loaded anew.
  const columns = useQuery({ ...question('/asset/columns', { key: asset, depth: numbered(depth) }), staleTime: 60_000, placeholderData: keepPreviousData });
  const graph = useMemo(() => (columns.data?.tables[0]?.asset === asset ? columnGraphOf(columns.data) : undefined), [columns.data, asset]);
  // The picture first: of many tables the twin takes as long again.
  const later = useDeferredValue(graph, undefined);
  if (columns.error !== null) return <Problem error={columns.error} what="Its columns" retry={() => void columns.refetch()} />;
  if (graph === undefined) return <Loading what="columns" rows={10} />;
  const [own] = graph.tables;
  if (own.columns.length === 0) {
    return (
      <Empty title="It has no columns" command={`weir show ${asset}`}>
        Columns are followed between tables whose rows have a declared type. What this asset gives is a value, a file or nothing, or its
        columns are not declared.
      </Empty>
    );
  }
  return (
    <div className="columns-tab">
      <div className="columns-bar">
        <NativeSelect aria-label="How far to follow" size="xs" className="facet" value={depth ?? ''} data={DEPTHS}
          onChange={(event) => go({ deep: event.currentTarget.value || undefined })} />
        <ColumnLegend />
      </div>
      <Notes graph={graph} col={col} />
      <ColumnPicture key={asset} graph={graph} />
      {later !== undefined && <ColumnTable graph={later} />}
    </div>
  );
}

function Notes({ graph, col }: { readonly graph: ColumnGraph; readonly col: string | undefined }) {
  const [own] = graph.tables;
  const why = whyNot(own);
  return (
    <>
      {col !== undefined && columnAt(graph, col) === undefined && <p className="note">None of these tables has the column that the address names: <code>{col}</code>.</p>}
      {graph.edges.length === 0 && (
        <p className="note">
          {why === undefined ? `No column of ${own.asset} is made of a column of another table, and none is made of it.` : `${why}. And no query reads a column of it.`}
        </p>
      )}
      {graph.more && <p className="note">These are the nearest tables; there are more. Open one of them to go on from there.</p>}
    </>
  );
}
