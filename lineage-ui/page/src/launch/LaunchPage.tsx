import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { Problem } from '../shell/states';
import { CaretProblem } from './CaretProblem';
import { LaunchActions } from './LaunchActions';
import { PlanSummary } from './PlanSummary';
import { problemsOf } from './problems';
import { isOn, type Mode, modeOf, requestOf } from './request';
import { SelectionField } from './SelectionField';
import { usePlan, useSelected } from './usePlan';
import { useWish } from './useWish';

const MODES: readonly { value: Mode; label: string }[] = [
  { value: 'due', label: 'Missing and stale' },
  { value: 'missing', label: 'Missing' },
  { value: 'latest', label: 'Latest' },
  { value: 'range', label: 'These' },
];
const SAYS: Record<Mode, string> = {
  due: 'All that is missing or out of date, with the upstreams it needs.',
  missing: 'Only what was never made and whose time has come.',
  latest: 'The newest whose window has ended, of each asset.',
  range: 'Those that lie in it, of each asset.',
};
const TYPING = 350;

/** From what one wants to what would be done and why, and then to the run. */
export function LaunchPage() {
  const [wish, remember] = useWish();
  const mode = modeOf(wish);
  const [settled] = useDebouncedValue(wish, TYPING);
  const request = useMemo(() => requestOf(settled), [settled]);
  const plan = usePlan(request);
  const selected = useSelected(request.selection);
  const problems = problemsOf(plan.error);
  const ofSelection = problems.filter(({ text }) => text !== undefined && text === request.selection);
  const others = problems.filter((problem) => !ofSelection.includes(problem));
  const total = selected.error === null ? selected.data?.total : undefined;
  return (
    <main className="page" id="content">
      <h1>Plan and launch</h1>
      <div className="wish">
        <section className="panel" aria-labelledby="what">
          <h2 id="what">1 What <span className="quiet" role="status">{total === undefined ? '' : `${total.toLocaleString('en')} ${total === 1 ? 'asset' : 'assets'}`}</span></h2>
          <SelectionField value={wish.sel ?? ''} change={(sel) => remember({ sel })} problems={ofSelection} />
          <p className="quiet">As on the command line: <code>+daily_delays</code> with its upstreams, <code>group:flights</code>, <code>status:stale and not kind:sql</code>.</p>
        </section>
        <section className="panel" aria-labelledby="which">
          <h2 id="which">2 Partitions</h2>
          <div className="modes" role="radiogroup" aria-label="Which partitions">
            {MODES.map(({ value, label }) => (
              <label key={value}>
                <input type="radio" name="mode" value={value} checked={mode === value} onChange={() => remember(value === 'due' ? { mode: '', p: '' } : { mode: value })} />
                {label}
              </label>
            ))}
          </div>
          {mode === 'range' && (
            <TextInput aria-label="Partitions, as --partition takes them" placeholder="2013-01-01..2013-01-31, 2013-02-03" className="key" spellCheck={false}
              value={wish.p ?? ''} onChange={({ currentTarget: { value } }) => remember({ p: value, mode: 'range' })} />
          )}
          <p className="quiet">{SAYS[mode]}</p>
        </section>
        <section className="panel" aria-labelledby="how">
          <h2 id="how">3 Options</h2>
          <Option label="Only these assets, no upstreams" on={isOn(wish.only)} set={(only) => remember({ only })} />
          <Option label="Also what is up to date (force)" on={isOn(wish.force)} set={(force) => remember({ force })} />
        </section>
      </div>
      <section className="plan" aria-labelledby="plan">
        <div className="heading">
          <h2 id="plan">4 Plan</h2>
          <LaunchActions request={request} plan={plan.error !== null ? undefined : plan.data} pending={plan.isFetching || settled !== wish} failed={plan.error !== null} />
        </div>
        {plan.error !== null && problems.length === 0 ? <Problem error={plan.error} what="The plan" retry={() => void plan.refetch()} />
          : others.length > 0 ? <div className="problem">{others.map((problem) => <CaretProblem key={problem.message} problem={problem} />)}</div>
          : ofSelection.length > 0 ? <p className="quiet">There is no plan as long as the selection cannot be read.</p>
          : <PlanSummary plan={plan.data} fading={plan.isPlaceholderData} />}
      </section>
    </main>
  );
}

function Option({ label, on, set }: { readonly label: string; readonly on: boolean; readonly set: (value: string) => void }) {
  return (
    <label className="option">
      <input type="checkbox" checked={on} onChange={({ currentTarget: { checked } }) => set(checked ? '1' : '')} /> {label}
    </label>
  );
}
