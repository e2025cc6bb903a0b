import type { PlannedStep } from '../api/types';

/** Steps of one asset that do the same for one kind of reason. */
export interface Group {
  readonly id: string;
  readonly asset: string;
  readonly does: PlannedStep['action']['does'];
  readonly because: string;
  readonly steps: readonly PlannedStep[];
}

export function groupsOf(steps: readonly PlannedStep[]): Group[] {
  const groups = new Map<string, PlannedStep[]>();
  for (const step of steps) {
    const id = `${step.asset} ${step.action.does} ${step.action.reason}`;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [step]);
    else group.push(step);
  }
  return [...groups].map(([id, [first, ...rest]]) => ({
    id,
    asset: first.asset,
    does: first.action.does,
    because: reasonOf(first, rest),
    steps: [first, ...rest],
  }));
}

function reasonOf(first: PlannedStep, rest: readonly PlannedStep[]): string {
  const alike = rest.every(({ action }) => action.because === first.action.because);
  return `${first.action.because}${alike ? '' : ', and so on'}${first.runs_if ? `; runs if ${first.runs_if}` : ''}`;
}

export const partitionOf = ({ target }: PlannedStep): string => (target.includes('@') ? target.slice(target.indexOf('@') + 1) : '');

/** The partitions of a group, shortly: `2013-01-01 … 2013-01-31`. */
export function partitionsOf({ steps }: Group): string {
  const [first, last] = [partitionOf(steps[0]), partitionOf(steps[steps.length - 1])];
  if (steps.length === 1) return first;
  return steps.length === 2 ? `${first}, ${last}` : `${first} … ${last}`;
}

/** A row of the plan: a group, or a step of one that is open. */
export type Row = { readonly is: 'group'; readonly group: Group } | { readonly is: 'step'; readonly step: PlannedStep };

export const rowsOf = (groups: readonly Group[], open: ReadonlySet<string>): Row[] =>
  groups.flatMap((group): Row[] => [
    { is: 'group', group },
    ...(open.has(group.id) ? group.steps.map((step) => ({ is: 'step', step }) as const) : []),
  ]);

/** What the command line calls it. */
export const DOES: Record<Group['does'], string> = {
  COMPUTE: 'compute',
  COMPUTE_UNLESS_INPUTS_EQUAL: 'compute unless inputs equal',
  CHECK: 'check',
  SKIP: 'skip',
};

export const sumOf = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

export const counted = (count: number, one: string): string => `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;
