import { textOf } from './cells';
import type { Value } from './types';

/** A value, or a word that says why there is none to see. */
export function Cell({ value, sensitive = false }: { readonly value: Value | undefined; readonly sensitive?: boolean }) {
  if (value === null || value === undefined) return <span className="no-value">null</span>;
  if (sensitive) return <span className="no-value" title="Sensitive: not shown on pages">hidden</span>;
  if (value === '') return <span className="no-value">empty</span>;
  return textOf(value);
}
