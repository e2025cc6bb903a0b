import { keyOf, type Line } from '../partitions/model/line';
import type { Cells } from '../partitions/model/cells';

/** A partition that somebody may look into. */
export interface Existing {
  readonly key: string;
  readonly status: string;
}

/** Whether something of it may be there: all but what was never made. */
const isMade = (status: string | undefined): boolean => status !== undefined && status !== 'missing' && status !== 'skipped';

/** Those whose keys contain what is typed, the last ones first, so many at most. */
export function matching(line: Line, cells: Cells, typed: string, most: number): readonly Existing[] {
  const found: Existing[] = [];
  const wanted = typed.trim().toLowerCase();
  for (let place = cells.last; place >= cells.first && found.length < most; place--) {
    const status = cells.statusAt(place);
    if (!isMade(status)) continue;
    const key = keyOf(line, place);
    if (key.toLowerCase().includes(wanted)) found.push({ key, status: String(status) });
  }
  return found;
}

/** The nearest one before or behind a partition; from none, the last. */
export function besideOf(line: Line, cells: Cells, key: string, by: 1 | -1): string | undefined {
  for (let place = placeOf(line, cells, key) + by; place >= cells.first && place <= cells.last; place += by) {
    if (isMade(cells.statusAt(place))) return keyOf(line, place);
  }
  return undefined;
}

function placeOf(line: Line, cells: Cells, key: string): number {
  for (let place = cells.last; place >= cells.first; place--) if (keyOf(line, place) === key) return place;
  return cells.last + 1;
}
