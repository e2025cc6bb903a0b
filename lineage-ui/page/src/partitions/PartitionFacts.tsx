import { Link } from '@tanstack/react-router';
import { usePartition, useWhy } from '../api/queries';
import { Loading, Problem } from '../shell/states';
import { Instant } from '../status/Instant';
import { StatusMark } from '../status/StatusMark';
import { bytes } from '../status/times';
import { becauseOf } from './because';

interface Props {
  readonly asset: string;
  readonly partition: string;
  readonly status: string | undefined;
  readonly close: () => void;
}

/** What is known of one partition: why it stands as it does, its version, its run. */
export function PartitionFacts({ asset, partition, status, close }: Props) {
  const detail = usePartition(asset, partition);
  const why = useWhy(asset, partition);
  const version = detail.data?.version;
  const rejected = detail.data?.rejected;
  return (
    <aside className="panel partition-facts" aria-label="Partition">
      <div className="heading">
        <h2 className="key">{partition}</h2>
        <button type="button" className="plain" aria-label="Close" onClick={close}>✕</button>
      </div>
      {status !== undefined && <p><StatusMark status={status} /> {why.data && becauseOf(why.data)}</p>}
      {why.data?.standing && <p className="quiet">{why.data.standing.toLowerCase().replaceAll('_', ' ')}</p>}
      {detail.error !== null ? <Problem error={detail.error} what="This partition" retry={() => void detail.refetch()} />
        : detail.data === undefined ? <Loading what={partition} rows={4} />
        : version == null ? <p className="quiet">Nothing of it is published.</p>
        : (
          <dl className="facts">
            <dt>Version</dt><dd className="key">{version.version}</dd>
            <dt>Made</dt><dd><Instant at={version.created_at} /></dd>
            <dt>Rows</dt><dd>{version.rows?.toLocaleString('en') ?? '–'}</dd>
            <dt>Size</dt><dd>{version.bytes == null ? '–' : bytes(version.bytes)}</dd>
            <dt>Run</dt><dd>{version.run ? <Link to="/runs/$id" params={{ id: version.run }} search={{}} className="key">{version.run}</Link> : '–'}</dd>
            {version.tainted && <><dt>Found wrong</dt><dd>{version.tainted}</dd></>}
          </dl>
        )}
      {rejected && <p>A newer version, <span className="key">{rejected.version}</span>, was rejected by its checks.</p>}
      <div className="actions">
        <Link className="button" to="/launch" search={{ sel: asset, p: partition }}>Plan it …</Link>
        <code>weir why {asset}@{partition}</code>
      </div>
    </aside>
  );
}
