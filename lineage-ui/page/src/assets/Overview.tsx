import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { AssetDetail } from '../api/types';
import { Loading } from '../shell/states';
import { ChecksPanel } from './ChecksPanel';
import { ColumnsPanel } from './ColumnsPanel';
import { LastVersion } from './LastVersion';
import { Markdown } from './Markdown';
import { MetadataPanel } from './MetadataPanel';
import { partitioningText } from './partitioning';
import { PartitionsPanel } from './PartitionsPanel';
import { VersionsPanel } from './VersionsPanel';

// The library that draws comes when there is something to draw.
const Plots = lazy(() => import('./plots/Plots').then((plots) => ({ default: plots.Plots })));

/** What is known of an asset at a glance. */
export function Overview({ detail }: { readonly detail: AssetDetail }) {
  const { asset, version } = detail;
  return (
    <div className="panels">
      <div className="panel-column">
        {asset.description && <section className="panel"><h2>Description</h2><Markdown text={asset.description} /></section>}
        {version != null && (
          <Suspense fallback={<section className="panel"><h2>Trends</h2><Loading what="its numbers" rows={5} /></section>}>
            <Plots asset={asset.asset} />
          </Suspense>
        )}
        {asset.partitions != null && <PartitionsPanel asset={asset.asset} />}
        <ColumnsPanel columns={version?.columns} />
        {detail.source?.query && <section className="panel"><h2>Query</h2><pre className="query">{detail.source.query}</pre></section>}
        <VersionsPanel asset={asset.asset} />
      </div>
      <div className="panel-column narrow">
        <LastVersion detail={detail} />
        <ChecksPanel asset={asset.asset} />
        <MetadataPanel metadata={version?.metadata} />
        <section className="panel">
          <h2>Definition</h2>
          <dl className="facts">
            <dt>Group</dt><dd>{asset.group ?? '–'}</dd>
            <dt>Owners</dt><dd>{asset.owners.join(', ') || '–'}</dd>
            <dt>Kinds</dt><dd>{asset.kinds.join(', ') || '–'}</dd>
            <dt>Tags</dt><dd>{asset.tags.join(', ') || '–'}</dd>
            <dt>Partitions</dt><dd>{partitioningText(asset.partitions) || 'none'}</dd>
            {detail.source && <><dt>Source</dt><dd><Link to="/assets/$" params={{ _splat: asset.asset }} search={{ tab: 'definition' }}><code>{detail.source.class}.{detail.source.method}</code></Link></dd></>}
          </dl>
        </section>
        <Neighbours title="Reads" keys={asset.upstream ?? []} none="It reads no other asset." />
        <Neighbours title="Read by" keys={asset.downstream ?? []} none="No asset reads it." />
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
