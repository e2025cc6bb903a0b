import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { typed } from '../api/contract';
import { runQuestion, timelineQuestion } from '../api/queries';
import { isOver } from '../runs/RunStatus';
import { Loading, Problem } from '../shell/states';
import { Gantt } from './Gantt';
import { lanesOf } from './gantt';
import { LogView } from './LogView';
import { RunHeader } from './RunHeader';
import { StepFacts } from './StepFacts';
import { StepTable } from './StepTable';
import { type Bar, barsOf, criticalPath, isOpen } from './timeline';
import { useNow } from './useNow';
import './run.css';

const route = getRouteApi('/runs/$id');
type Change = Readonly<Record<string, string | undefined>>;

/** One run: how far it is, where the time went, and what its steps said. */
export function RunPage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/runs/$id' });
  const detail = useQuery(runQuestion(id));
  const change = (next: Change): void => {
    const all = Object.entries({ ...search, ...next }).filter(([, value]) => value);
    void navigate({ search: Object.fromEntries(all), replace: true });
  };
  if (detail.error !== null && detail.data === undefined) {
    return <main className="page" id="content"><Crumbs /><h1 className="key">{id}</h1><Problem error={detail.error} what={`Run ${id}`} retry={() => void detail.refetch()} /></main>;
  }
  if (detail.data === undefined) return <main className="page" id="content"><Crumbs /><h1 className="key">{id}</h1><Loading what="the run" rows={10} /></main>;
  const { run, ended, at_work: atWork } = detail.data;
  const live = !isOver(run.status);
  const line = search.line !== undefined && /^\d{1,9}$/.test(search.line) ? Number(search.line) : undefined;
  return (
    <main className="page wide run" id="content">
      <Crumbs />
      <RunHeader run={run} atWork={atWork} />
      <Steps id={run.run} ended={ended} live={live} startedAt={run.started_at ?? run.created_at} chosen={search.step} view={search.view} change={change} />
      <LogView run={run.run} live={live} line={line} filter={{ target: search.step, level: typed(search.log?.toUpperCase()), q: search.q }} change={change} />
    </main>
  );
}

const Crumbs = () => <nav aria-label="Breadcrumb" className="crumbs"><Link to="/runs" search={{}}>Runs</Link></nav>;

interface StepsProps {
  readonly id: string;
  readonly ended: number;
  readonly live: boolean;
  readonly startedAt: string;
  readonly chosen: string | undefined;
  readonly view: string | undefined;
  readonly change: (change: Change) => void;
}

function Steps({ id, ended, live, startedAt, chosen, view, change }: StepsProps) {
  // What is at work is told by nobody else; the more there is to send, the less often.
  const timeline = useQuery({ ...timelineQuestion(id), refetchInterval: live ? 2_000 + ended / 2 : false });
  useCatchingUp(timeline.data?.ended, ended, () => void timeline.refetch());
  const bars = useMemo(() => (timeline.data === undefined ? [] : barsOf(timeline.data)), [timeline.data]);
  const lanes = useMemo(() => lanesOf(bars), [bars]);
  const critical = useMemo(() => new Set(criticalPath(bars)), [bars]);
  const latest = useMemo(() => bars.reduce((most, bar) => Math.max(most, isOpen(bar) ? bar.begun : bar.end), 1), [bars]);
  const now = useNow(live);
  const whole = live ? Math.max(latest, now - Date.parse(startedAt)) : latest;
  const bar = bars.find((each) => each.target === chosen);
  const choose = (next: Bar): void => change({ step: next.target, line: undefined });
  const drawn = timeline.data?.asset.length ?? 0;
  const left = (timeline.data?.ended ?? 0) - drawn;
  const asTable = view === 'table';
  return (
    <section className="run-steps" aria-label="Steps">
      <div className="log-bar">
        <h2>Steps</h2>
        <div role="group" aria-label="Show as" className="switch">
          <button type="button" className="button small" aria-pressed={!asTable} onClick={() => change({ view: undefined })}>Timeline</button>
          <button type="button" className="button small" aria-pressed={asTable} onClick={() => change({ view: 'table' })}>Table</button>
        </div>
        {!asTable && <Legend />}
        {left > 0 && <span className="quiet">The first {drawn.toLocaleString('en')} of {timeline.data?.ended.toLocaleString('en')} steps</span>}
      </div>
      <div className="run-split">
        {timeline.error !== null && timeline.data === undefined ? <Problem error={timeline.error} what="The steps" retry={() => void timeline.refetch()} />
          : timeline.data === undefined ? <Loading what="the steps" rows={5} />
          : bars.length === 0 ? <p className="quiet log-none">{live ? 'No step has ended yet, and none has been at work for long.' : 'No step has ended.'}</p>
          : asTable ? <StepTable bars={bars} critical={critical} chosen={chosen} choose={choose} />
          : <Gantt lanes={lanes} critical={critical} whole={whole} chosen={chosen} choose={choose} describedBy="timeline-help" />}
        {chosen !== undefined && <StepFacts run={id} target={chosen} bar={bar} awaited={bar === undefined ? undefined : bars[bar.after]} close={() => change({ step: undefined })} />}
      </div>
      <p id="timeline-help" className="unseen">
        Left and right walk along a line, up and down or k and j to the next, plus and minus zoom, shift with left and right moves, f shows the whole run. The table has the same steps.
      </p>
    </section>
  );
}

const Legend = () => (
  <ul className="gantt-legend" aria-label="What the marks mean">
    <li><span aria-hidden="true" className="mark mark-queue" /> waits</li>
    <li><span aria-hidden="true" className="mark mark-retry" /> earlier attempts</li>
    <li><span aria-hidden="true" className="mark mark-start" /> started up</li>
    <li><span aria-hidden="true" className="mark mark-work" /> worked</li>
    <li><span aria-hidden="true" className="mark mark-open" /> is at work</li>
    <li><span aria-hidden="true" className="status-failed">✕</span> went wrong</li>
    <li><span aria-hidden="true" className="mark mark-critical" /> critical path</li>
  </ul>
);

/** Asks for the steps again when more have ended; the more there are, the less often. */
function useCatchingUp(known: number | undefined, ended: number, ask: () => void): void {
  const latest = useRef(ask);
  latest.current = ask;
  const behind = known !== undefined && known !== ended;
  useEffect(() => {
    if (!behind) return;
    const timer = setTimeout(() => latest.current(), Math.min(5_000, 200 + (known ?? 0) / 5));
    return () => clearTimeout(timer);
  }, [behind, known]);
}
