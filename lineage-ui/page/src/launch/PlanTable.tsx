import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import type { PlannedStep } from '../api/types';
import { lasting } from '../status/times';
import { DOES, type Group, groupsOf, partitionOf, partitionsOf, rowsOf, sumOf } from './groups';

const ROW = 36;
const MARKS: Record<Group['does'], readonly [string, string]> = {
  COMPUTE: ['fresh', '●'],
  COMPUTE_UNLESS_INPUTS_EQUAL: ['running', '◐'],
  CHECK: ['running', '✓'],
  SKIP: ['stale', '▲'],
};

/** The steps by asset and reason; a group opens to its steps. Only the rows on the screen exist. */
export function PlanTable({ steps }: { readonly steps: readonly PlannedStep[] }) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const groups = useMemo(() => groupsOf(steps), [steps]);
  const rows = useMemo(() => rowsOf(groups, open), [groups, open]);
  const scroller = useRef<HTMLDivElement>(null);
  const shown = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 10 });
  const toggle = (id: string): void => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  return (
    <div className="rows plan-rows" ref={scroller} role="region" aria-label="Steps of the plan" tabIndex={0} style={{ height: Math.min(rows.length + 1, 14) * ROW + 4 }}>
      <div role="table" aria-rowcount={rows.length + 1} aria-label="Plan" className="table">
        <div role="rowgroup" className="table-head">
          <div role="row" className="row plan-row" aria-rowindex={1}>
            {['Asset', 'Steps', 'Partitions', 'Does', 'Because', 'About'].map((name) => (
              <span role="columnheader" key={name} className={name === 'Steps' || name === 'About' ? 'number' : ''}>{name}</span>
            ))}
          </div>
        </div>
        <div role="rowgroup" className="table-body" style={{ height: shown.getTotalSize() }}>
          {shown.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return (
              <div key={index} role="row" aria-rowindex={index + 2} className="row plan-row placed" style={{ transform: `translateY(${start}px)` }}>
                {row.is === 'group' ? <GroupRow group={row.group} isOpen={open.has(row.group.id)} toggle={() => toggle(row.group.id)} /> : <StepRow step={row.step} />}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function GroupRow({ group, isOpen, toggle }: { readonly group: Group; readonly isOpen: boolean; readonly toggle: () => void }) {
  const times = group.steps.flatMap(({ estimate_ms: time }) => (time == null ? [] : [time]));
  return (
    <>
      <span role="cell" className="clip">
        {group.steps.length > 1 ? (
          <button type="button" className="plain twist" aria-expanded={isOpen} aria-label={`Steps of ${group.asset}, ${DOES[group.does]}`} onClick={toggle}>{isOpen ? '▾' : '▸'}</button>
        ) : <span className="twist" />}
        <Link to="/assets/$" params={{ _splat: group.asset }} className="key">{group.asset}</Link>
      </span>
      <span role="cell" className="number">{group.steps.length.toLocaleString('en')}</span>
      <span role="cell" className="clip key">{partitionsOf(group)}</span>
      <span role="cell" className="clip" title={DOES[group.does]}><Does does={group.does} /></span>
      <span role="cell" className="clip" title={group.because}>{group.because}</span>
      <span role="cell" className="number quiet">{times.length === 0 ? '–' : lasting(sumOf(times))}</span>
    </>
  );
}

function StepRow({ step }: { readonly step: PlannedStep }) {
  return (
    <>
      <span role="cell" />
      <span role="cell" />
      <span role="cell" className="clip">
        <Link to="/assets/$" params={{ _splat: step.asset }} search={{ tab: 'partitions', p: partitionOf(step) }} className="key">{partitionOf(step)}</Link>
      </span>
      <span role="cell" className="clip"><Does does={step.action.does} /></span>
      <span role="cell" className="clip" title={step.action.because}>{step.action.because}</span>
      <span role="cell" className="number quiet">{step.estimate_ms == null ? '–' : lasting(step.estimate_ms)}</span>
    </>
  );
}

function Does({ does }: { readonly does: Group['does'] }) {
  const [look, shape] = MARKS[does];
  return <span className={`status status-${look}`}><span aria-hidden="true" className="status-shape">{shape}</span>{DOES[does]}</span>;
}
