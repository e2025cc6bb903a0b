import './home.css';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Empty, Loading, Problem } from '../shell/states';
import { SHAPES } from '../status/status';
import { StatusMark } from '../status/StatusMark';
import { Attention } from './Attention';
import { Day } from './Day';
import { type Health, sharesOf, useHealth, verdictOf } from './health';
import { RunningNow } from './RunningNow';

const FIRST = 20;
const MOST = 200;

/** Is my data all right? */
export function HomePage() {
  const [limit, setLimit] = useState(FIRST);
  const health = useHealth(limit);
  return (
    <main className="page home" id="content">
      <h1>Is the data all right?</h1>
      {health.error !== null && health.data === undefined ? (
        <Problem error={health.error} what="The state of the project" retry={() => void health.refetch()} />
      ) : health.data === undefined ? (
        <Loading what="the state of the project" rows={10} />
      ) : health.data.assets === 0 ? (
        <Empty title="This project has no assets yet" command="weir init">
          Here you see at a glance whether all data is as it should be. An asset is a method marked with @Asset; a new project has
          some to start with:
        </Empty>
      ) : (
        <Shown health={health.data} more={() => setLimit(MOST)} />
      )}
    </main>
  );
}

function Shown({ health, more }: { readonly health: Health; readonly more: () => void }) {
  const nothingYet = health.watermark === 0 && health.looking == null;
  return (
    <>
      <p className="verdict">{nothingYet ? 'Nothing has been materialized yet.' : verdictOf(health)}</p>
      <StatusBar health={health} />
      {nothingYet && (
        <Empty title="Nothing is published yet" command="weir materialize">
          {health.assets.toLocaleString('en')} {health.assets === 1 ? 'asset is' : 'assets are'} declared, and none was ever computed. This
          page will say what is fresh, what is not, and why. Compute all of them with:
        </Empty>
      )}
      <div className="home-columns">
        <div className="panel-column">
          {!nothingYet && <Attention attention={health.attention} more={more} />}
          <Day />
        </div>
        <div className="panel-column">
          <RunningNow />
          <ChecksFound checks={health.checks} />
        </div>
      </div>
    </>
  );
}

/** How many stand how: one bar for the eye, and the same in words, each of which leads to those assets. */
function StatusBar({ health }: { readonly health: Health }) {
  const shares = sharesOf(health.statuses);
  return (
    <nav aria-label="Assets by status" className="standings">
      <div className="standings-bar" aria-hidden="true">
        {shares.map(({ status, count }) => (
          <Link key={status} to="/assets" search={{ status }} tabIndex={-1} className={`standings-part ground-${status}`} style={{ flexGrow: count }}
            title={`${count.toLocaleString('en')} ${status}`}>
            <span>{SHAPES[status]}</span>
          </Link>
        ))}
      </div>
      <ul>
        {shares.map(({ status, count }) => (
          <li key={status}>
            <Link to="/assets" search={{ status }}>
              <StatusMark status={status} count={count} /> <span className="quiet">{percentOf(count, health.assets)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function percentOf(count: number, all: number): string {
  const percent = (count / all) * 100;
  return percent > 0 && percent < 1 ? '< 1 %' : percent > 99 && percent < 100 ? '> 99 %' : `${Math.round(percent)} %`;
}

function ChecksFound({ checks: { declared, errors, warnings } }: { readonly checks: Health['checks'] }) {
  return (
    <section className="panel">
      <h2>Checks</h2>
      <p>
        {declared === 0 ? 'No check is declared.' : errors === null || warnings === null ? (
          <span className="status-unknown"><span aria-hidden="true">?</span> Not known yet what they found.</span>
        ) : <Found errors={errors} warnings={warnings} />}
      </p>
      {declared > 0 && <Link to="/checks" search={{}}>{declared === 1 ? 'The one check' : `All ${declared.toLocaleString('en')} checks`}</Link>}
    </section>
  );
}

function Found({ errors, warnings }: { readonly errors: number; readonly warnings: number }) {
  return (
    <>
      {errors > 0 && <Link to="/checks" search={{ severity: 'ERROR', found: 'failed' }} className="status-failed">✕ {errors.toLocaleString('en')} {errors === 1 ? 'error' : 'errors'}</Link>}
      {errors > 0 && warnings > 0 && ' · '}
      {warnings > 0 && <Link to="/checks" search={{ severity: 'WARN', found: 'failed' }} className="status-stale">▲ {warnings.toLocaleString('en')} {warnings === 1 ? 'warning' : 'warnings'}</Link>}
      {errors + warnings === 0 && 'No check has found anything.'}
    </>
  );
}
