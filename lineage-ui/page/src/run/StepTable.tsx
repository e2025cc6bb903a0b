import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { lasting } from '../status/times';
import { clock } from './gantt';
import { StepState } from './StepState';
import { type Bar, isOpen, ran, startedUp, waited, worked } from './timeline';

const ROW = 30;

interface Props {
  readonly bars: readonly Bar[];
  readonly critical: ReadonlySet<number>;
  readonly chosen: string | undefined;
  readonly choose: (bar: Bar) => void;
}

/** The timeline as a table, for those who cannot see it and for those who rather read. */
export function StepTable({ bars, critical, chosen, choose }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({ count: bars.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 8 });
  const at = bars.findIndex((bar) => bar.target === chosen);
  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at, { align: 'auto' });
  }, [at, list]);
  const pressed = (event: KeyboardEvent): void => {
    const to = { j: at + 1, ArrowDown: at + 1, k: at - 1, ArrowUp: at - 1, Home: 0, End: bars.length - 1, Enter: at }[event.key];
    if (to === undefined || bars.length === 0) return;
    choose(bars[Math.min(Math.max(to, 0), bars.length - 1)]);
    event.preventDefault();
  };
  return (
    <div className="rows steps" ref={scroller} role="grid" aria-label="Steps" aria-rowcount={bars.length + 1} tabIndex={0}
      aria-activedescendant={at < 0 ? undefined : `step-${bars[at].place}`} onKeyDown={pressed}>
      <div role="rowgroup" className="table-head">
        <div role="row" className="row step-row" aria-rowindex={1}>
          {['Step', 'State', 'Began', 'Waited', 'Started up', 'Worked', 'Attempts'].map((name) => <span key={name} role="columnheader" className={name === 'Step' || name === 'State' ? '' : 'number'}>{name}</span>)}
        </div>
      </div>
      <div role="rowgroup" className="table-body" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start }) => {
          const bar = bars[index];
          return (
            <div key={bar.place} id={`step-${bar.place}`} role="row" aria-rowindex={index + 2} aria-selected={index === at} tabIndex={-1}
              className="row step-row placed" style={{ transform: `translateY(${start}px)` }} onClick={() => choose(bar)} onKeyDown={() => undefined}>
              <span role="gridcell" className="key clip" title={bar.target}>{bar.target}</span>
              <span role="gridcell"><StepState state={bar.state} />{critical.has(bar.place) && <span className="quiet"> · on the critical path</span>}</span>
              <span role="gridcell" className="number">{clock(bar.begun)}</span>
              <span role="gridcell" className="number">{ran(bar) ? lasting(waited(bar)) : '–'}</span>
              <span role="gridcell" className="number">{startedUp(bar) > 0 ? lasting(startedUp(bar)) : '–'}</span>
              <span role="gridcell" className="number">{ran(bar) && !isOpen(bar) ? lasting(worked(bar)) : '–'}</span>
              <span role="gridcell" className="number">{bar.attempt || '–'}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
