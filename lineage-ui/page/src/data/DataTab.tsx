import type { AssetDetail } from '../api/types';
import { ServerProblem } from '../api/client';
import { Empty, Loading, Problem } from '../shell/states';
import { DifferencePanel } from './DifferencePanel';
import { FailedChecks } from './FailedChecks';
import { NoTable } from './NoTable';
import { ProfilePanel } from './ProfilePanel';
import { useSample } from './questions';
import { RowsTable } from './RowsTable';
import type { Sample } from './types';
import { type DataAddress, useDataAddress } from './useDataAddress';
import { VersionBar } from './VersionBar';

/** What is in a version: its first rows, how its columns are filled, and what differs from another. */
export function DataTab({ detail }: { readonly detail: AssetDetail }) {
  const [address, go] = useDataAddress();
  const asset = detail.asset.asset;
  const sample = useSample(asset, address);
  return (
    <div className="data-tab">
      <VersionBar detail={detail} address={address} shown={sample.data?.version} go={go} />
      <Rejection detail={detail} shown={sample.data} go={go} />
      {sample.error !== null ? <Missing error={sample.error} asset={asset} retry={() => void sample.refetch()} />
        : sample.data === undefined ? <Loading what="rows" rows={10} />
        : <Shown asset={asset} sample={sample.data} address={address} go={go} />}
    </div>
  );
}

interface ShownProps {
  readonly asset: string;
  readonly sample: Sample;
  readonly address: DataAddress;
  readonly go: (next: DataAddress) => void;
}

function Shown({ asset, sample, address, go }: ShownProps) {
  const wrong = <FailedChecks checks={sample.checks} name={sample.version.version} />;
  if (address.diff !== undefined) return <>{wrong}<DifferencePanel asset={asset} address={address} /></>;
  if (sample.content !== 'table') return <>{wrong}<NoTable sample={sample} asset={asset} /></>;
  const aside = address.rows === 'aside';
  return (
    <>
      {wrong}
      <section className="panel rows-panel">
        <div className="heading">
          <h2>{aside ? 'Rows that were put aside' : 'First rows'}</h2>
          <span className="quiet">{extent(sample)}</span>
          <Aside sample={sample} address={address} go={go} />
        </div>
        {sample.rows.length === 0 ? <p className="quiet">{aside ? 'Every row passed: none is put aside.' : 'The table has no rows.'}</p> : <RowsTable sample={sample} />}
      </section>
      {!aside && sample.rows.length > 0 && <ProfilePanel asset={asset} address={address} />}
    </>
  );
}

function extent({ rows, total, more }: Sample): string {
  const shown = rows.length.toLocaleString('en');
  if (more !== true) return rows.length === 1 ? 'one row, all there is' : `${shown} rows, all there are`;
  return total == null ? `the first ${shown}` : `the first ${shown} of ${total.toLocaleString('en')}`;
}

/** The way to rows that `@Quarantine` put aside, and back. */
function Aside({ sample, address, go }: Omit<ShownProps, 'asset'>) {
  const counted = sample.checks.map(({ metadata }) => Number(metadata.quarantined ?? 0)).find((count) => count > 0);
  if (address.rows === 'aside') return <button type="button" className="button" onClick={() => go({ ...address, rows: undefined })}>Show what was published</button>;
  if (counted === undefined) return null;
  return <button type="button" className="button" onClick={() => go({ ...address, rows: 'aside' })}>Show {counted.toLocaleString('en')} put aside</button>;
}

/** Whoever looks at what is current should know that a newer one was held back. */
function Rejection({ detail, shown, go }: { readonly detail: AssetDetail; readonly shown: Sample | undefined; readonly go: (next: DataAddress) => void }) {
  const rejected = detail.rejected;
  if (rejected == null || rejected.version === shown?.version.version) return null;
  return (
    <p className="note">
      <span className="key">{rejected.version}</span> was rejected and is not published.{' '}
      <button type="button" className="link" onClick={() => go({ p: rejected.partition ?? undefined, v: String(rejected.number) })}>See the rows that failed</button>
    </p>
  );
}

function Missing({ error, asset, retry }: { readonly error: Error; readonly asset: string; readonly retry: () => void }) {
  if (error instanceof ServerProblem && error.document.code === 'INPUT_MISSING') {
    return <Empty title="Nothing of it is published yet" command={`weir materialize ${asset}`}>There is data to see when it has been computed and its checks have passed.</Empty>;
  }
  return <Problem error={error} what="The data" retry={retry} />;
}
