import { SHAPES, statusOf } from './status';

/** A status as shape, colour and word. */
export function StatusMark({ status, count }: { readonly status: string; readonly count?: number | undefined }) {
  const known = statusOf(status);
  return (
    <span className={`status status-${known}`}>
      <span aria-hidden="true" className="status-shape">{SHAPES[known]}</span>
      {count === undefined ? '' : `${count.toLocaleString('en')} `}
      {status}
    </span>
  );
}
