import { describe, expect, it } from 'vitest';
import { placed } from '../../src/lineage/layout/isotonic';
import { acyclic, longestPaths } from '../../src/lineage/layout/layers';
import { layered } from '../../src/lineage/layout/layered';
import { orderedLayers } from '../../src/lineage/layout/order';

const links = (nodes: number, ...pairs: [number, number][]) => ({
  nodes,
  from: Int32Array.from(pairs, ([from]) => from),
  to: Int32Array.from(pairs, ([, to]) => to),
});

const sizes = (nodes: number) => ({
  width: new Float64Array(nodes).fill(100),
  height: new Float64Array(nodes).fill(40),
  closed: { width: 100, height: 40 },
  shortestBand: 4,
});

describe('layers', () => {
  it('puts each node behind the longest path to it', () => {
    expect([...longestPaths(links(4, [0, 1], [1, 2], [0, 2], [2, 3]))]).toEqual([0, 1, 2, 3]);
  });

  it('puts a source just before what it leads to', () => {
    expect([...longestPaths(links(4, [0, 1], [1, 2], [3, 2]))]).toEqual([0, 1, 2, 1]);
  });

  it('turns round the link that closes a cycle, and no other', () => {
    const { from, to } = acyclic(links(3, [0, 1], [1, 2], [2, 0]));

    expect([...from].map((node, e) => [node, to[e]])).toEqual([[0, 1], [1, 2], [0, 2]]);
  });

  it('leaves a graph without cycles as it is', () => {
    const given = links(4, [3, 1], [1, 0], [2, 0]);

    expect(acyclic(given)).toEqual(given);
  });
});

describe('order', () => {
  it('takes crossings out', () => {
    const given = links(4, [0, 3], [1, 2]);

    expect(orderedLayers(given, longestPaths(given))).toEqual([[0, 1], [3, 2]]);
  });

  it('keeps the order given where nothing speaks against it', () => {
    const given = links(5, [0, 1], [0, 2], [0, 3], [0, 4]);

    expect(orderedLayers(given, longestPaths(given))).toEqual([[0], [1, 2, 3, 4]]);
  });
});

describe('pool adjacent violators', () => {
  it('grants wishes that are far enough apart', () => {
    expect(placed([0, 100, 300], [40, 40, 40], 10)).toEqual([0, 100, 300]);
  });

  it('shares a place that several wish for, around the middle of their wishes', () => {
    expect(placed([100, 100], [40, 40], 10)).toEqual([75, 125]);
  });

  it('never overlaps nor reorders', () => {
    const tops = placed([50, 10, 400, 20, 60], [40, 20, 30, 40, 40], 8);

    tops.slice(1).forEach((top, i) => {
      expect(top).toBeGreaterThanOrEqual(tops[i] + [40, 20, 30, 40, 40][i] + 8 - 1e-9);
    });
  });
});

describe('a container', () => {
  it('goes from left to right', () => {
    const { x } = layered(links(3, [0, 1], [1, 2]), sizes(3), 1.5);

    expect([...x]).toEqual([0, 164, 328]);
  });

  it('breaks a long chain into bands that the screen is wide enough for', () => {
    const chain = links(20, ...Array.from({ length: 19 }, (_, i) => [i, i + 1] as [number, number]));
    const { width, height } = layered(chain, sizes(20), 1.5);

    expect(width / height).toBeGreaterThan(0.9);
    expect(width / height).toBeLessThan(3);
  });

  it('packs a wide layer into several columns', () => {
    const star = links(101, ...Array.from({ length: 100 }, (_, i) => [0, i + 1] as [number, number]));
    const { width, height } = layered(star, sizes(101), 1.5);

    expect(width / height).toBeGreaterThan(1);
    expect(width / height).toBeLessThan(2.2);
  });

  it('puts what is linked to nothing into a grid below', () => {
    const { x, y } = layered(links(5, [0, 1]), sizes(5), 1.5);

    expect([...y.slice(2)].every((top) => top >= 68)).toBe(true);
    expect(new Set([...x.slice(2)].map((left, i) => `${left} ${y[i + 2]}`)).size).toBe(3);
  });

  it('lays no box over another', () => {
    const pairs = Array.from({ length: 80 }, (_, i) => [(i * 7) % (i + 1), i + 1] as [number, number]);
    const { x, y } = layered(links(81, ...pairs), sizes(81), 1.5);

    for (let a = 0; a < 81; a++) {
      for (let b = 0; b < a; b++) {
        expect(Math.abs(x[a] - x[b]) >= 100 || Math.abs(y[a] - y[b]) >= 40 - 1e-6, `${a} over ${b}`).toBe(true);
      }
    }
  });
});
