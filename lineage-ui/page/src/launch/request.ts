import type { PlanRequest } from '../api/types';

/** What is to be planned, as the address of the page says it. */
export interface Wish {
  readonly sel?: string;
  readonly p?: string;
  readonly mode?: string;
  readonly only?: string;
  readonly force?: string;
}

/** Which partitions: what is due (missing or stale), only what is missing, the latest, or those that are named. */
export type Mode = 'due' | 'missing' | 'latest' | 'range';

export const modeOf = ({ p, mode }: Wish): Mode =>
  mode === 'missing' || mode === 'latest' || mode === 'range' || mode === 'due' ? mode : p ? 'range' : 'due';

export const wordsOf = (text: string | undefined): string[] => (text ?? '').split(/[\s,]+/).filter((word) => word !== '');

function partitionsOf(wish: Wish): string[] {
  const mode = modeOf(wish);
  if (mode === 'range') return wordsOf(wish.p);
  return mode === 'due' ? [] : [mode];
}

export function requestOf(wish: Wish): PlanRequest {
  const partitions = partitionsOf(wish);
  return {
    ...(wish.sel?.trim() ? { selection: wish.sel.trim() } : {}),
    ...(partitions.length > 0 ? { partitions } : {}),
    ...(isOn(wish.only) ? { only: true } : {}),
    ...(isOn(wish.force) ? { force: true } : {}),
  };
}

export const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

/** More steps than this the command line does not begin without being told twice. */
const MANY = 10_000;

/** The command that would do the same. */
export function commandOf({ selection, partitions = [], only, force }: PlanRequest, steps: number): string {
  return [
    'weir materialize',
    ...(selection === undefined ? [] : [quoted(selection)]),
    ...partitions.flatMap((partition) => ['--partition', quoted(partition)]),
    ...(only ? ['--only'] : []),
    ...(force ? ['--force'] : []),
    ...(steps > MANY ? ['--yes'] : []),
  ].join(' ');
}

/** As a shell takes it for one word. */
const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
