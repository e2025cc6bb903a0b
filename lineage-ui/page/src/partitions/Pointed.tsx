import { useDebouncedValue } from '@mantine/hooks';
import { usePartition, useWhy } from '../api/queries';
import { StatusMark } from '../status/StatusMark';
import { becauseOf } from './because';
import type { Cells } from './model/cells';
import { keyOf, type Line } from './model/line';

interface Props {
  readonly asset: string;
  readonly line: Line;
  readonly cells: Cells;
  readonly place: number | undefined;
}

/** The partition under the pointer, or where the keys have gone, in a line that is always at the same place. */
export function Pointed({ asset, line, cells, place }: Props) {
  const status = place === undefined ? undefined : cells.statusAt(place);
  const key = place === undefined || status === undefined ? undefined : keyOf(line, place);
  const [settled] = useDebouncedValue(key, 180);
  const known = settled === key ? settled : undefined;
  const detail = usePartition(asset, known).data;
  const why = useWhy(asset, known).data;
  if (key === undefined || status === undefined) return <p className="pointed quiet">Point at a partition to see what is known of it.</p>;
  const version = known === undefined ? undefined : detail?.version;
  return (
    <p className="pointed" role="status" aria-live="polite">
      <span className="key">{key}</span> <StatusMark status={status} />
      {version && <span> {version.version.slice(version.version.lastIndexOf('#'))}{version.rows != null && ` · ${version.rows.toLocaleString('en')} rows`}</span>}
      {known !== undefined && why !== undefined && <span className="quiet"> {becauseOf(why)}</span>}
    </p>
  );
}
