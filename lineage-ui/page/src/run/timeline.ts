import type { TimelineColumns } from '../api/types';

/** What became of one step, in milliseconds since the run started. */
export interface Bar {
  /** Its place among the steps of the run; also in `after` of others. */
  readonly place: number;
  readonly target: string;
  readonly asset: string;
  readonly group: string;
  readonly state: string;
  readonly attempt: number;
  /** When all that it reads was there. */
  readonly ready: number;
  /** When its first attempt began. */
  readonly begun: number;
  /** When the attempt began that decided. */
  readonly start: number;
  /** When the author's code was called in it: until then it was starting up. */
  readonly work: number;
  /** Infinity as long as it is at work. */
  readonly end: number;
  /** The step it waited for last; -1 for none. */
  readonly after: number;
}

export const targetOf = (asset: string, partition: string): string => (partition === '' ? asset : `${asset}@${partition}`);

export function barsOf(columns: TimelineColumns): readonly Bar[] {
  return [...endedOf(columns), ...openOf(columns)];
}

/** What has been at work for some time and has not ended. */
function openOf(columns: TimelineColumns): readonly Bar[] {
  return columns.open_asset.flatMap((number, i) => {
    const begun = columns.open_begun_ms[i];
    if (begun === null || begun === undefined) return [];
    const asset = columns.assets[number];
    const ready = Math.min(begun, columns.open_ready_ms[i]);
    return [{
      place: columns.asset.length + i,
      target: targetOf(asset, columns.open_partition[i]),
      asset,
      group: columns.groups[number],
      state: 'RUNNING',
      attempt: columns.open_attempt[i],
      ready,
      begun,
      start: begun,
      work: begun,
      end: Number.POSITIVE_INFINITY,
      after: columns.open_after[i],
    }];
  });
}

function endedOf(columns: TimelineColumns): readonly Bar[] {
  return columns.asset.map((number, place) => {
    const asset = columns.assets[number];
    return {
      place,
      target: targetOf(asset, columns.partition[place]),
      asset,
      group: columns.groups[number],
      state: columns.state[place],
      attempt: columns.attempt[place],
      ready: columns.ready_ms[place],
      begun: Math.max(columns.ready_ms[place], columns.begun_ms[place]),
      start: Math.max(columns.ready_ms[place], columns.start_ms[place]),
      work: Math.max(columns.ready_ms[place], columns.work_ms[place]),
      end: Math.max(columns.ready_ms[place], columns.end_ms[place]),
      after: columns.after[place],
    };
  });
}

/** A step that never began has no length: what it needed failed, or it was not needed. */
export const ran = (bar: Bar): boolean => bar.attempt > 0;

export const isOpen = (bar: Bar): boolean => bar.end === Number.POSITIVE_INFINITY;

/** From the step that ended last back over what each had to wait for: had one of them been quicker, so would have been the run. */
export function criticalPath(bars: readonly Bar[]): readonly number[] {
  let last: Bar | undefined;
  for (const bar of bars) if (ran(bar) && !isOpen(bar) && (last === undefined || bar.end > last.end)) last = bar;
  const path: number[] = [];
  const seen = new Set<number>();
  for (let at = last; at !== undefined && !seen.has(at.place); at = bars[at.after]) {
    seen.add(at.place);
    path.push(at.place);
  }
  return path.reverse();
}

export const waited = (bar: Bar): number => Math.max(0, bar.begun - bar.ready);
export const startedUp = (bar: Bar): number => Math.max(0, bar.work - bar.start);
export const worked = (bar: Bar): number => Math.max(0, bar.end - bar.work);
