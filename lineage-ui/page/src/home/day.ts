import type { Run } from '../api/types';

const HOURS = 24;
export const SPAN = HOURS * 3_600_000;

/** One run on the line of a day, as shares of its width. */
export interface Mark {
  run: Run;
  left: number;
  width: number;
}

export interface Lane {
  name: string;
  marks: Mark[];
  failed: boolean;
}

const ended = (run: Run, now: number): number => (run.finished_at ? Date.parse(run.finished_at) : now);

/** The runs of the last day in a lane for each thing that was asked for: those of which the newest run failed first. */
export function lanesOf(runs: readonly Run[], now: number, most: number): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const run of runs) {
    const start = Math.max(Date.parse(run.started_at ?? run.created_at), now - SPAN);
    const end = Math.min(ended(run, now), now);
    if (ended(run, now) < now - SPAN) continue;
    const name = run.request || 'all';
    const lane = lanes.get(name) ?? { name, marks: [], failed: run.status === 'FAILED' };
    lane.marks.push({ run, left: (start - (now - SPAN)) / SPAN, width: Math.max(0, end - start) / SPAN });
    lanes.set(name, lane);
  }
  // The newest run of all leads its lane to the top, behind those that failed.
  return [...lanes.values()].sort((a, b) => Number(b.failed) - Number(a.failed)).slice(0, most);
}

/** When a run will have ended if it goes on as it has gone; nothing where that cannot be told. */
export function leftOf(run: Run, now: number): number | undefined {
  const { planned, done } = run.steps ?? { planned: 0, done: 0 };
  if (run.started_at == null || done === 0 || done >= planned) return undefined;
  return ((now - Date.parse(run.started_at)) / done) * (planned - done);
}
