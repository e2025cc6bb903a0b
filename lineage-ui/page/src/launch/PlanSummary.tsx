import type { Plan } from '../api/types';
import { Loading } from '../shell/states';
import { bytes, lasting } from '../status/times';
import { counted, sumOf } from './groups';
import { PlanTable } from './PlanTable';

/** What would be done, what is kept, what it will take. */
export function PlanSummary({ plan, fading }: { readonly plan: Plan | undefined; readonly fading: boolean }) {
  if (plan === undefined) return <Loading what="the plan" rows={6} />;
  const kept = sumOf(Object.values(plan.reused));
  const skipped = plan.steps.filter(({ action }) => action.does === 'SKIP').length;
  const assets = new Set(plan.steps.map(({ asset }) => asset)).size;
  return (
    <div className={fading ? 'fading' : ''}>
      <p className="plan-summary" role="status">
        {plan.total_steps === 0 ? <span><span aria-hidden="true" className="status-fresh">✓</span> Everything is up to date</span>
          : <strong>{counted(plan.total_steps, 'step')} of {counted(assets, 'asset')}</strong>}
        {skipped > 0 && <span className="status-stale"><span aria-hidden="true">▲</span> {skipped.toLocaleString('en')} of them will be skipped</span>}
        {kept > 0 && <span>{counted(kept, 'partition')} of {counted(Object.keys(plan.reused).length, 'asset')} up to date, kept</span>}
        <Estimate plan={plan} />
      </p>
      {plan.notes.map((note) => <p key={note} className="note"><strong>Note</strong> {note}</p>)}
      {plan.steps.length > 0 && <PlanTable steps={plan.steps} />}
      {plan.total_steps > plan.steps.length && <p className="quiet">The first {plan.steps.length.toLocaleString('en')} steps are shown.</p>}
    </div>
  );
}

function Estimate({ plan: { estimate, total_steps: steps } }: { readonly plan: Plan }) {
  if (estimate?.duration_ms == null || steps === 0) return null;
  const unknown = estimate.steps_without_history ?? 0;
  return (
    <span title="From how long such steps took before">
      about {lasting(estimate.duration_ms)}{estimate.bytes > 0 && `, ${bytes(estimate.bytes)}`}
      {unknown > 0 && <span className="quiet"> ({counted(unknown, 'step')} without a history)</span>}
    </span>
  );
}
