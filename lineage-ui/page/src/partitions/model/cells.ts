import type { PartitionRow } from '../../api/types';
import { STATUSES, type Status, statusOf } from '../../status/status';
import type { Places } from './places';

/** No partition: before the first, after the last, or a day that the clocks left out. */
export const ABSENT = 255;

/** How each partition of one asset stands: one byte a place. */
export class Cells {
  readonly first: number;
  readonly last: number;
  private readonly of: Uint8Array;

  /** @param words what the numbers of the row mean */
  constructor(readonly row: PartitionRow, words: readonly string[]) {
    const known = words.map((word) => STATUSES.indexOf(statusOf(word)));
    const end = row.first.length - 1;
    this.first = row.first[0] ?? 0;
    this.last = end < 0 ? -1 : row.first[end] + row.count[end] - 1;
    this.of = new Uint8Array(this.last - this.first + 1).fill(ABSENT);
    for (const [i, first] of row.first.entries()) this.of.fill(known[row.status[i]], first - this.first, first - this.first + row.count[i]);
  }

  /** Places from the first to the last, whether there is a partition or not. */
  get length(): number {
    return this.of.length;
  }

  /** The number of a status in STATUSES, or ABSENT. */
  at(place: number): number {
    return place < this.first || place > this.last ? ABSENT : this.of[place - this.first];
  }

  has(place: number): boolean {
    return this.at(place) !== ABSENT;
  }

  statusAt(place: number): Status | undefined {
    return STATUSES[this.at(place)];
  }

  /** How many partitions stand how, in the order of STATUSES. */
  counts(): Int32Array {
    const counts = new Int32Array(STATUSES.length);
    for (const status of this.of) if (status !== ABSENT) counts[status]++;
    return counts;
  }

  rangesOf(status: Status): Places {
    return this.ranges().flatMap((range) => (range.status === status ? [[range.first, range.last] as const] : []));
  }

  /** Partitions that follow each other and stand alike. */
  ranges(): readonly { readonly first: number; readonly last: number; readonly status: Status }[] {
    const ranges: { first: number; last: number; status: Status }[] = [];
    for (let place = this.first; place <= this.last; place++) {
      const status = this.statusAt(place);
      const before = ranges.at(-1);
      if (status === undefined) continue;
      if (before !== undefined && before.status === status && before.last === place - 1) before.last = place;
      else ranges.push({ first: place, last: place, status });
    }
    return ranges;
  }
}
