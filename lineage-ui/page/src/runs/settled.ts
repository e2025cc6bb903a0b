import type { Run } from '../api/types';

/** The runs from one on that stood on top before, and how many newer ones wait above it. All, if that one is not among them any more. */
export function settled(runs: readonly Run[], top: string | undefined): { readonly runs: readonly Run[]; readonly waiting: number } {
  const at = top === undefined ? -1 : runs.findIndex(({ run }) => run === top);
  return at <= 0 ? { runs, waiting: 0 } : { runs: runs.slice(at), waiting: at };
}
