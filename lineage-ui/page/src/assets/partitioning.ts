import type { Partitioning } from '../api/types';

/** How an asset is divided, in a word: `daily`, `weekly sunday`, `12 keys`; nothing where it is not. */
export function partitioningText(partitions: Partitioning | string | null | undefined): string {
  if (partitions === null || partitions === undefined) return '';
  if (typeof partitions === 'string') return partitions;
  if (partitions.cadence !== undefined) return partitions.cadence.toLowerCase().replace('_', ' ');
  return `${partitions.keys?.length ?? 0} keys`;
}
