/** How many boxes stand above each other at most, so that the whole comes nearest to the aspect asked for. */
export function rowsFor(layers: readonly (readonly number[])[], cell: Cell, aspect: number): number {
  const most = layers.reduce((max, nodes) => Math.max(max, nodes.length), 1);
  let best = most;
  let bestMiss = Number.POSITIVE_INFINITY;
  for (let rows = 1; rows <= most; rows = Math.max(rows + 1, Math.floor(rows * 1.1))) {
    const columns = layers.reduce((sum, nodes) => sum + Math.ceil(nodes.length / rows), 0);
    const miss = Math.abs(Math.log((columns * cell.width) / (rows * cell.height) / aspect));
    if (miss < bestMiss) {
      bestMiss = miss;
      best = rows;
    }
  }
  return best;
}

/** What one box takes, gaps included, while it is closed. */
export interface Cell {
  readonly width: number;
  readonly height: number;
}

/**
 * The columns of each band. A long chain is broken into bands below each other, as lines of text are, for a strip across the
 * screen cannot be read; `shortest` is how many columns a band has at least.
 */
export function bandsOf(columns: Columns, rows: number, cell: Cell, aspect: number, shortest: number): number[][] {
  const count = columns.nodes.length;
  const wide = (count * cell.width) / (rows * cell.height);
  const bands = Math.max(1, Math.min(Math.round(Math.sqrt(wide / aspect)), Math.floor(count / shortest)));
  const length = Math.ceil(count / bands);
  const result: number[][] = [];
  for (let c = 0; c < count; c++) {
    const band = result[result.length - 1];
    // A layer is never torn apart.
    if (band === undefined || (band.length >= length && columns.begins[c])) result.push([c]);
    else band.push(c);
  }
  return result;
}

export interface Columns {
  readonly nodes: readonly (readonly number[])[];
  /** Whether the column begins a layer; others continue the one before. */
  readonly begins: readonly boolean[];
}

/** Layers cut into columns. Neighbours of a layer stand in one row, so that each stays near the height it wishes for. */
export function columnsOf(layers: readonly (readonly number[])[], rows: number): Columns {
  const nodes: number[][] = [];
  const begins: boolean[] = [];
  for (const layer of layers) {
    const count = Math.ceil(layer.length / rows);
    for (let c = 0; c < count; c++) {
      nodes.push(layer.filter((_, i) => i % count === c));
      begins.push(c === 0);
    }
  }
  return { nodes, begins };
}
