import './asset.css';
import { Link } from '@tanstack/react-router';
import type { AssetDetail } from '../api/types';
import { shortOf } from '../runs/names';
import { Go } from '../shell/Go';
import { Instant } from '../status/Instant';
import { StatusMark } from '../status/StatusMark';
import { dataOf, shortVersion } from './versions';

/** How an asset stands and why, whose it is, which version is good, and what to do. */
export function AssetHead({ detail }: { readonly detail: AssetDetail }) {
  const { asset, status, reason, version } = detail;
  return (
    <>
      <p className="standing"><StatusMark status={status} /> {sentence(reason)}</p>
      <WentWrong detail={detail} />
      <div className="asset-head">
        <dl className="head-facts">
          <div><dt>Owner</dt><dd>{asset.owners.length === 0 ? <span className="quiet">nobody is named</span> : asset.owners.join(', ')}</dd></div>
          <div>
            <dt>Last good version</dt>
            <dd>
              {version == null ? <span className="quiet">none yet</span> : (
                <>
                  <Link to="/assets/$" params={{ _splat: asset.asset }} search={dataOf({ ...version, current: true })} className="key">{shortVersion(version, asset.asset)}</Link>
                  {', '}<Instant at={version.created_at} />
                </>
              )}
            </dd>
          </div>
        </dl>
        <div className="actions">
          <Link className="button main" to="/launch" search={{ sel: asset.asset }}>Plan …</Link>
          <Link className="button" to="/lineage" search={{ sel: `+${asset.asset}+` }}>Show in the lineage</Link>
          <code>weir why {asset.asset}</code>
        </div>
      </div>
    </>
  );
}

/** The server gives the end of a sentence, or nothing where all is well. */
function sentence(reason: string | null | undefined): string {
  const text = reason?.trim() || 'nothing it was made of has changed since';
  return `${text[0].toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}

/** What failed or was rejected last, with the ways to its rows and its run. */
function WentWrong({ detail: { asset, rejected, incident, status } }: { readonly detail: AssetDetail }) {
  if (incident == null && rejected == null) return null;
  return (
    <div className={`went-wrong wrong-${status === 'failed' ? 'failed' : 'rejected'}`}>
      {incident != null && (
        <p>
          <span className="key">{incident.target}</span> {status === 'failed' ? 'failed' : 'was rejected'} <Instant at={incident.since} />
          {incident.problem ? `: ${incident.problem.split('\n')[0]}` : '.'}
        </p>
      )}
      <p>
        {rejected != null && (
          <Link to="/assets/$" params={{ _splat: asset.asset }} search={dataOf(rejected)}>
            {status === 'rejected' ? 'See the rejected rows' : `See the rows of ${shortVersion(rejected, asset.asset)}, which was rejected`}
          </Link>
        )}
        {incident != null && (
          <Go to={`/runs/${incident.run}`} search={{ step: incident.target }} title={incident.run}>See its step in run {shortOf(incident.run)}</Go>
        )}
      </p>
    </div>
  );
}
