import type { Why } from '../api/types';

/** The fact that decides, as the end of a sentence; empty where nothing is to be done. */
export function becauseOf({ chain = [] }: Why): string {
  const [first] = chain;
  return first === undefined || first.kind !== 'PLANNED' ? '' : (first.action?.because ?? first.because ?? '');
}
