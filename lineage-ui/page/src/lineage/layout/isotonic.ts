/**
 * Places in the order given, each as near to its wish as those above and below allow: pool adjacent violators. `heights` are
 * kept apart by `gap`; wishes and results are the tops.
 */
export function placed(wishes: readonly number[], heights: readonly number[], gap: number): number[] {
  const sums: number[] = [];
  const counts: number[] = [];
  let offset = 0;
  wishes.forEach((wish, i) => {
    sums.push(wish - offset);
    counts.push(1);
    offset += heights[i] + gap;
    while (sums.length > 1 && last(sums) / last(counts) < sums[sums.length - 2] / counts[counts.length - 2]) {
      const sum = sums.pop() ?? 0;
      const count = counts.pop() ?? 0;
      sums[sums.length - 1] += sum;
      counts[counts.length - 1] += count;
    }
  });
  const tops: number[] = [];
  offset = 0;
  sums.forEach((sum, pool) => {
    for (let i = 0; i < counts[pool]; i++) {
      tops.push(sum / counts[pool] + offset);
      offset += heights[tops.length - 1] + gap;
    }
  });
  return tops;
}

const last = (list: readonly number[]): number => list[list.length - 1];
