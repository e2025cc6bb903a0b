import { Link } from '@tanstack/react-router';
import { useVersions } from '../api/queries';
import { shortOf } from '../runs/names';
import { Go } from '../shell/Go';
import { Loading, Problem } from '../shell/states';
import { Instant } from '../status/Instant';
import { StatusMark } from '../status/StatusMark';
import { dataOf, shortVersion } from './versions';

export function VersionsPanel({ asset }: { readonly asset: string }) {
  const versions = useVersions(asset);
  return (
    <section className="panel">
      <h2>Versions</h2>
      {versions.error !== null ? <Problem error={versions.error} what="Its versions" retry={() => void versions.refetch()} />
        : versions.data === undefined ? <Loading what="versions" rows={4} />
        : versions.data.versions.length === 0 ? <p className="quiet">There is none yet. Make one with <code>weir materialize {asset}</code></p>
        : (
          <table>
            <thead>
              <tr><th scope="col">Version</th><th scope="col">State</th><th scope="col">Made</th><th scope="col" className="number">Rows</th><th scope="col">Run</th></tr>
            </thead>
            <tbody>
              {versions.data.versions.map((version) => (
                <tr key={version.version}>
                  <td className="key">
                    <Link to="/assets/$" params={{ _splat: asset }} search={dataOf(version)}>{shortVersion(version, asset)}</Link>
                    {version.current ? <span className="quiet"> current</span> : ''}
                  </td>
                  <td><StateOf state={version.tainted ? 'tainted' : version.state.toLowerCase()} /></td>
                  <td><Instant at={version.created_at} /></td>
                  <td className="number">{version.rows?.toLocaleString('en') ?? '–'}</td>
                  <td className="key">{version.run == null ? '–' : <Go to={`/runs/${version.run}`} title={version.run}>{shortOf(version.run)}</Go>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
    </section>
  );
}

/** Published ones need no mark; the others do. */
function StateOf({ state }: { readonly state: string }) {
  return state === 'published' ? state : <StatusMark status={state} />;
}
