/** Keys made ready to be searched: lower case once, not at each letter that is typed. */
export class KeyIndex {
  private readonly lower: readonly string[];

  constructor(private readonly keys: readonly string[]) {
    this.lower = keys.map((key) => key.toLowerCase());
  }

  /** Assets whose key holds each word; those whose last part begins with the first word come first, then shorter keys. */
  find(text: string, limit: number): number[] {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    const found: number[] = [];
    for (let i = 0; i < this.lower.length; i++) {
      if (words.every((word) => this.lower[i].includes(word))) found.push(i);
    }
    return best(found, limit, (i) => this.rank(i, words[0]));
  }

  private rank(i: number, word: string): number {
    const key = this.lower[i];
    const begins = key === word ? 0 : key.startsWith(word, key.lastIndexOf('/') + 1) ? 1 : key.startsWith(word) ? 2 : 3;
    return begins * 1000 + Math.min(this.keys[i].length, 999);
  }
}

/** The first of all, sorted, without sorting all. */
function best(found: number[], limit: number, rank: (i: number) => number): number[] {
  const buckets = new Map<number, number[]>();
  for (const i of found) {
    const at = rank(i);
    const bucket = buckets.get(at);
    if (bucket === undefined) buckets.set(at, [i]);
    else if (bucket.length < limit) bucket.push(i);
  }
  const result: number[] = [];
  for (const at of [...buckets.keys()].sort((a, b) => a - b)) {
    for (const i of buckets.get(at) ?? []) {
      if (result.length === limit) return result;
      result.push(i);
    }
  }
  return result;
}
