import { SHAPES, type Status, STATUSES, URGENCY } from '../status/status';

interface Props {
  /** In the order of STATUSES. */
  readonly counts: Int32Array;
  readonly shown: ReadonlySet<Status>;
  readonly filter: (status: Status) => void;
  readonly clear: () => void;
}

/** What the cells mean and how many stand so; pressing one leaves out the others. */
export function StatusLegend({ counts, shown, filter, clear }: Props) {
  const there = URGENCY.filter((status) => counts[STATUSES.indexOf(status)] > 0 || shown.has(status));
  return (
    <div className="grid-legend" role="group" aria-label="Show only">
      {there.map((status) => (
        <button key={status} type="button" className="chip" aria-pressed={shown.has(status)} onClick={() => filter(status)}>
          <span aria-hidden="true" className={`status-shape status-${status}`}>{SHAPES[status]}</span>
          {counts[STATUSES.indexOf(status)].toLocaleString('en')} {status}
        </button>
      ))}
      {shown.size > 0 && <button type="button" className="plain quiet" onClick={clear}>Show all</button>}
    </div>
  );
}
