import { EdgeLine } from './EdgeLine';

const KINDS = [
  { kind: 'identity', says: 'taken over' },
  { kind: 'transformation', says: 'transformed' },
  { kind: 'aggregation', says: 'aggregated' },
  { kind: 'decision', says: 'decides about rows' },
] as const;

export function ColumnLegend() {
  return (
    <ul className="columns-legend" aria-label="Kinds of lines, from left to right">
      {KINDS.map(({ kind, says }) => (
        <li key={kind}>
          <svg width="34" height="10" aria-hidden="true"><EdgeLine kind={kind} path="M1 5H33" /></svg> {says}
        </li>
      ))}
    </ul>
  );
}
