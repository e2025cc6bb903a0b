import { describe, expect, it } from 'vitest';
import { type Graph, groupId } from '../../src/lineage/model/graph';
import { automaticLevel, childCounts, openedWithin, revealed, visible } from '../../src/lineage/model/levels';
import { Layouts, type Scene } from '../../src/lineage/layout/scene';
import { hit, walked } from '../../src/lineage/canvas/hit';
import { chainOf, graphWith } from './given';

const sceneOf = (graph: Graph, open: Iterable<number>): Scene => new Layouts(graph.shape, 1.5).scene(new Set(open));

function links(scene: Scene): string[] {
  return Array.from(scene.links.from, (from, e) => `${scene.id[from]}>${scene.id[scene.links.to[e]]}x${scene.links.count[e]}`);
}

describe('levels', () => {
  it('shows every asset of a small project', () => {
    expect(automaticLevel(chainOf(2).shape).size).toBe(2 + 8);
  });

  it('shows groups where assets would be too many', () => {
    expect(automaticLevel(chainOf(10).shape).size).toBe(10);
  });

  it('shows domains where groups would be too many, too', () => {
    expect(automaticLevel(chainOf(50).shape).size).toBe(0);
  });

  it('has no domains where they would say nothing', () => {
    expect(graphWith(['a/x', 'a/y', 'b/z']).shape.domains).toBe(0);
  });

  it('has no domains where some keys have one part only', () => {
    expect(graphWith(['x', 'a/b/y', 'a/c/z', 'a/d/u', 'a/e/v']).shape.domains).toBe(0);
  });

  it('opens what is around an asset that is looked for', () => {
    const graph = chainOf(50);

    const open = revealed(graph.shape, new Set(), 95);

    expect(visible(graph.shape, new Set(), 95)).toBe(2000 + 200 + 2);
    expect(visible(graph.shape, open, 95)).toBe(95);
    expect(open.size).toBe(2);
  });

  it('expands no further than can be read', () => {
    const graph = chainOf(50);

    const open = openedWithin(graph.shape, new Set(), childCounts(graph.shape), 80);

    expect(sceneOf(graph, open).open.filter((is) => is === 0).length).toBeLessThanOrEqual(80);
    expect(open.size).toBeGreaterThan(5);
  });
});

describe('a scene', () => {
  it('bundles the links between closed boxes and counts them', () => {
    const graph = graphWith(['raw/a', 'raw/b', 'core/c', 'core/d'], [['raw/a', 'core/c'], ['raw/b', 'core/c'], ['core/c', 'core/d']]);

    expect(links(sceneOf(graph, []))).toEqual(['4>5x2']);
  });

  it('leads from each asset of an open box to the closed box it is read in', () => {
    const graph = graphWith(['raw/a', 'raw/b', 'core/c', 'core/d'], [['raw/a', 'core/c'], ['raw/b', 'core/d'], ['raw/b', 'core/c']]);

    expect(links(sceneOf(graph, [groupId(graph.shape, 0)]))).toEqual(['0>5x1', '1>5x2']);
  });

  it('keeps every box inside the one around it', () => {
    const graph = chainOf(3);
    const scene = sceneOf(graph, automaticLevel(graph.shape, 1000));

    for (let at = 0; at < scene.id.length; at++) {
      for (let inside = at + 1; inside < scene.end[at]; inside++) {
        expect(scene.x[inside]).toBeGreaterThan(scene.x[at]);
        expect(scene.y[inside] + scene.height[inside]).toBeLessThan(scene.y[at] + scene.height[at]);
      }
    }
  });

  it('keeps the order of the others when one box is opened', () => {
    const graph = chainOf(3);
    const layouts = new Layouts(graph.shape, 1.5);
    const column = (scene: Scene, id: number): number => scene.x[scene.at[id]];
    const first = graph.shape.assets + graph.shape.groups;

    const before = layouts.scene(new Set());
    const after = layouts.scene(new Set([first + 1]));

    const order = (scene: Scene): number[] => [0, 1, 2].map((d) => first + d).sort((a, b) => column(scene, a) - column(scene, b) || a - b);
    expect(order(after)).toEqual(order(before));
  });

  it('is the same each time it is made', () => {
    const graph = chainOf(4);

    expect(sceneOf(graph, [165])).toEqual(sceneOf(graph, [165]));
  });

  it('stands when groups read each other in a circle', () => {
    const graph = graphWith(['a/x', 'b/y', 'a/z'], [['a/x', 'b/y'], ['b/y', 'a/z']]);

    expect(links(sceneOf(graph, []))).toEqual(['3>4x1', '4>3x1']);
  });
});

describe('pointing and walking', () => {
  const graph = graphWith(['raw/a', 'raw/b', 'core/c'], [['raw/a', 'core/c'], ['raw/b', 'core/c']]);
  const scene = sceneOf(graph, [3, 4]);
  const middle = (id: number): [number, number] => {
    const at = scene.at[id];
    return [scene.x[at] + scene.width[at] / 2, scene.y[at] + scene.height[at] / 2];
  };

  it('finds the innermost box', () => {
    expect(hit(scene, ...middle(1), 1)).toBe(1);
    expect(hit(scene, scene.x[scene.at[3]] + 3, scene.y[scene.at[3]] + 3, 1)).toBe(3);
    expect(hit(scene, -500, -500, 1)).toBe(-1);
  });

  it('finds the box around it where what is inside is too small to be drawn', () => {
    expect(hit(scene, ...middle(1), 0.05)).toBe(3);
  });

  it('follows links with the arrows to the left and right, and columns with those up and down', () => {
    expect(walked(scene, 0, 'right')).toBe(2);
    expect(walked(scene, 2, 'left')).toBe(0);
    expect(walked(scene, 0, 'down')).toBe(1);
    expect(walked(scene, 1, 'up')).toBe(0);
    expect(walked(scene, 2, 'right')).toBe(2);
  });
});
