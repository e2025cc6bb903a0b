import { useChecks } from '../api/queries';
import { Loading, Problem } from '../shell/states';

export function ChecksPanel({ asset }: { readonly asset: string }) {
  const checks = useChecks(asset);
  return (
    <section className="panel">
      <h2>Checks</h2>
      {checks.error !== null ? <Problem error={checks.error} what="Its checks" retry={() => void checks.refetch()} />
        : checks.data === undefined ? <Loading what="checks" rows={2} />
        : checks.data.checks.length === 0 ? <p className="quiet">Nothing is asserted of it.</p>
        : (
          <ul className="checks">
            {checks.data.checks.map(({ check, severity, description, verdict }) => (
              <li key={check}>
                <span className={`status status-${verdict == null ? 'missing' : verdict.passed ? 'fresh' : severity === 'WARN' ? 'stale' : 'failed'}`}>
                  <span aria-hidden="true" className="status-shape">{verdict == null ? '◌' : verdict.passed ? '●' : '✕'}</span>
                  {verdict == null ? 'not run' : verdict.passed ? 'passed' : 'failed'}
                </span>{' '}
                <span className="key">{check}</span> <span className="quiet">{severity === 'WARN' ? 'warns' : 'blocks'}</span>
                {description && <p className="quiet">{description}</p>}
              </li>
            ))}
          </ul>
        )}
    </section>
  );
}
