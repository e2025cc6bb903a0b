import { Link } from '@tanstack/react-router';
import type { AssetDetail } from '../api/types';
import { Instant } from '../status/Instant';
import { bytes } from '../status/times';
import { ChecksPanel } from './ChecksPanel';
import { partitioningText } from './partitioning';
import { PartitionsPanel } from './PartitionsPanel';
import { VersionsPanel } from './VersionsPanel';

/** What is known of an asset at a glance. */
export function Overview({ detail }: { readonly detail: AssetDetail }) {
  const { asset, version } = detail;
  return (
    <div className="panels">
      <div className="panel-column">
        {asset.description && <section className="panel"><h2>Description</h2><p className="prose">{asset.description}</p></section>}
        <section className="panel">
          <h2>Current version</h2>
          {version == null ? (
            <p className="quiet">Nothing of it is published yet.</p>
          ) : (
            <dl className="facts">
              <dt>Version</dt><dd>{version.version}</dd>
              <dt>Made</dt><dd><Instant at={version.created_at} /></dd>
              <dt>Rows</dt><dd>{version.rows?.toLocaleString('en') ?? '–'}</dd>
              <dt>Size</dt><dd>{version.bytes == null ? '–' : bytes(version.bytes)}</dd>
              <dt>Run</dt><dd>{version.run ?? '–'}</dd>
            </dl>
          )}
        </section>
        {asset.partitions != null && <PartitionsPanel asset={asset.asset} />}
        {detail.source?.query && <section className="panel"><h2>Query</h2><pre className="query">{detail.source.query}</pre></section>}
        <Columns detail={detail} />
        <VersionsPanel asset={asset.asset} />
      </div>
      <div className="panel-column narrow">
        <section className="panel">
          <h2>Definition</h2>
          <dl className="facts">
            <dt>Group</dt><dd>{asset.group ?? '–'}</dd>
            <dt>Owners</dt><dd>{asset.owners.join(', ') || '–'}</dd>
            <dt>Kinds</dt><dd>{asset.kinds.join(', ') || '–'}</dd>
            <dt>Tags</dt><dd>{asset.tags.join(', ') || '–'}</dd>
            <dt>Partitions</dt><dd>{partitioningText(asset.partitions) || 'none'}</dd>
            {detail.source && <><dt>Source</dt><dd><code>{detail.source.class}.{detail.source.method}</code></dd></>}
          </dl>
        </section>
        <Neighbours title="Reads" keys={asset.upstream ?? []} none="It reads no other asset." />
        <Neighbours title="Read by" keys={asset.downstream ?? []} none="No asset reads it." />
        <ChecksPanel asset={asset.asset} />
      </div>
    </div>
  );
}

function Neighbours({ title, keys, none }: { readonly title: string; readonly keys: readonly string[]; readonly none: string }) {
  return (
    <section className="panel">
      <h2>{title} <span className="quiet">{keys.length > 0 ? keys.length : ''}</span></h2>
      {keys.length === 0 ? <p className="quiet">{none}</p> : (
        <ul className="keys">
          {keys.map((key) => <li key={key}><Link to="/assets/$" params={{ _splat: key }} className="key">{key}</Link></li>)}
        </ul>
      )}
    </section>
  );
}

function Columns({ detail }: { readonly detail: AssetDetail }) {
  const columns = detail.version?.columns ?? [];
  if (columns.length === 0) return null;
  return (
    <section className="panel">
      <h2>Columns <span className="quiet">{columns.length}</span></h2>
      <table>
        <thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Null</th></tr></thead>
        <tbody>
          {columns.map(({ name, type, nullable }) => (
            <tr key={name}><td className="key">{name}</td><td>{type}</td><td className="quiet">{nullable ? 'allowed' : 'never'}</td></tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
