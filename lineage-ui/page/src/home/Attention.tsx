import { Link } from '@tanstack/react-router';
import { Go, PlanLink } from '../shell/Go';
import { Instant } from '../status/Instant';
import { StatusMark } from '../status/StatusMark';
import { type Cause, type Health, selectionOf } from './health';

/** What somebody has to look at, the worst first, each once with all that waits for it. */
export function Attention({ attention, more }: { readonly attention: Health['attention']; readonly more: () => void }) {
  const { total, items } = attention;
  if (total === null) return <NotKnownYet />;
  return (
    <section className="panel" aria-labelledby="attention">
      <h2 id="attention">Needs attention <span className="quiet">{total > 0 ? total.toLocaleString('en') : ''}</span></h2>
      {total === 0 ? <p className="quiet">Nothing: what is not fresh is being seen to, or was skipped.</p> : (
        <ol className="causes">
          {items.map((cause) => <CauseRow key={cause.asset} cause={cause} />)}
        </ol>
      )}
      {items.length < total && items.length < 200 && <button type="button" className="button" onClick={more}>Show more</button>}
      {items.length < total && items.length >= 200 && <p className="quiet">These are the worst {items.length}; <Link to="/assets" search={{}}>the catalogue</Link> has all.</p>}
    </section>
  );
}

const BONES = Array.from({ length: 8 }, (_, i) => `row ${i}`);

/** As high as a screen, so that what comes in its place moves nothing that can be seen. */
function NotKnownYet() {
  return (
    <section className="panel awaited" aria-labelledby="attention">
      <h2 id="attention">Needs attention</h2>
      <p className="quiet"><span aria-hidden="true">?</span> Not known yet: what needs attention is shown here as soon as everything was looked at.</p>
      <div aria-hidden="true">{BONES.map((bone) => <div key={bone} className="bone" />)}</div>
    </section>
  );
}

function CauseRow({ cause }: { readonly cause: Cause }) {
  const { asset, status, owners, downstream, since, run, reason, problem } = cause;
  return (
    <li className="cause">
      <div className="cause-head">
        <StatusMark status={status} />
        <Link to="/assets/$" params={{ _splat: asset }} className="key">{asset}</Link>
        {downstream > 0 && (
          <Link to="/lineage" search={{ sel: `${asset}+` }} className="behind">
            → {downstream.toLocaleString('en')} <span className="quiet">{downstream === 1 ? 'waits' : 'wait'} downstream</span>
          </Link>
        )}
        {since && <span className="quiet since">since <Instant at={since} /></span>}
      </div>
      <p className="because">{sentence(reason)}</p>
      {problem && <p className="because clip" title={problem}><code>{problem.split('\n')[0]}</code></p>}
      <div className="cause-foot quiet">
        {owners.length > 0 ? <span>{owners.join(', ')}</span> : <span>no owner</span>}
        {run && <Go to={`/runs/${run}`}>run {run.slice(-6)}</Go>}
        <span className="push"><PlanLink sel={selectionOf(cause)} partitions={cause.partitions}>Plan{downstream > 0 ? ` ${(downstream + 1).toLocaleString('en')}` : ''} …</PlanLink></span>
      </div>
    </li>
  );
}

const sentence = (reason: string): string => (reason === '' ? '' : `${reason[0].toUpperCase()}${reason.slice(1)}.`);
