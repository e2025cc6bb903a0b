import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useMatrix } from '../api/queries';
import type { AssetDetail, PartitionMatrix } from '../api/types';
import { Empty, Loading, Problem } from '../shell/states';
import { Cells } from './model/cells';
import { lineOf } from './model/line';
import { PartitionsView } from './PartitionsView';

/** How each partition of an asset stands. */
export function PartitionsTab({ detail }: { readonly detail: AssetDetail }) {
  const key = detail.asset.asset;
  const found = useMatrix(key, 1);
  if (found.error !== null) return <Problem error={found.error} what="Its partitions" retry={() => void found.refetch()} />;
  if (found.data === undefined) return <Loading what="partitions" rows={8} />;
  return <OfAsset asset={key} found={found.data} />;
}

function OfAsset({ asset, found }: { readonly asset: string; readonly found: PartitionMatrix }) {
  const [row] = found.assets;
  const cells = useMemo(() => new Cells(row, found.statuses), [row, found]);
  const line = useMemo(() => lineOf(found.lines[row.line]), [row, found]);
  if (cells.length === 0) {
    return (
      <Empty title="It has no partitions yet" command={`weir partitions ${asset}`}>
        A partition is there when its window has ended. <Link to="/launch" search={{ sel: asset }}>Plan the asset</Link> once there are some.
      </Empty>
    );
  }
  return <PartitionsView asset={asset} line={line} cells={cells} />;
}
