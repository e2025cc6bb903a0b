import type { AssetDetail } from '../api/types';
import { shortOf } from '../runs/names';
import { Go } from '../shell/Go';
import { Instant } from '../status/Instant';
import { bytes } from '../status/times';
import { exact } from './plots/exact';
import { changeOf, shortVersion } from './versions';

/** The version that readers see, beside the one before. */
export function LastVersion({ detail: { asset: { asset }, version, before, took_ms: took } }: { readonly detail: AssetDetail }) {
  return (
    <section className="panel">
      <h2>Last good version</h2>
      {version == null ? <p className="quiet">Nothing of it is published yet.</p> : (
        <dl className="facts">
          <dt>Version</dt><dd className="key">{shortVersion(version, asset)}</dd>
          <dt>Made</dt><dd><Instant at={version.created_at} /></dd>
          {version.rows != null && <><dt>Rows</dt><dd>{version.rows.toLocaleString('en')} <Change now={version.rows} before={before?.rows} /></dd></>}
          {version.bytes != null && <><dt>Size</dt><dd>{bytes(version.bytes)} <Change now={version.bytes} before={before?.bytes} /></dd></>}
          {took != null && <><dt>Took</dt><dd>{exact('took_ms', took)}</dd></>}
          <dt>Run</dt><dd>{version.run == null ? '–' : <Go to={`/runs/${version.run}`} title={version.run} className="key">{shortOf(version.run)}</Go>}</dd>
          {before != null && <><dt>Changes</dt><dd>since {shortVersion(before, asset)}</dd></>}
        </dl>
      )}
    </section>
  );
}

function Change({ now, before }: { readonly now: number; readonly before: number | null | undefined }) {
  const change = changeOf(now, before);
  return change === undefined ? null : <span className="quiet">{change}</span>;
}
