import { describe, expect, it } from 'vitest';
import { fitted, panned, showing, toScreen, toWorld, zoomedAt } from '../../src/lineage/canvas/camera';
import { colouringOf, countsOf } from '../../src/lineage/canvas/colouring';
import { NOWHERE } from '../../src/lineage/canvas/hit';
import { paint } from '../../src/lineage/canvas/paint';
import { fitting, Inks } from '../../src/lineage/canvas/pen';
import { SvgPen } from '../../src/lineage/canvas/svg';
import { Layouts } from '../../src/lineage/layout/scene';
import { columnsWith, graphWith } from './given';
import { graphOf } from '../../src/lineage/model/graph';

const VIEW = { width: 800, height: 600 };

describe('the camera', () => {
  it('keeps what is under the pointer under it while it zooms', () => {
    const before = { x: 40, y: 60, zoom: 0.5 };
    const under = toWorld(before, VIEW, 700, 90);

    const after = zoomedAt(before, VIEW, 700, 90, 1.7);

    const { x, y } = toScreen(after, VIEW, under.x, under.y);
    expect([Math.round(x), Math.round(y)]).toEqual([700, 90]);
  });

  it('pans by pixels', () => {
    expect(panned({ x: 0, y: 0, zoom: 0.5 }, 10, -10)).toEqual({ x: -20, y: 20, zoom: 0.5 });
  });

  it('shows small things no larger than they are', () => {
    expect(fitted({ x: 0, y: 0, width: 100, height: 50 }, VIEW)).toEqual({ x: 50, y: 25, zoom: 1 });
  });

  it('does not move for what can be seen already', () => {
    const camera = { x: 0, y: 0, zoom: 1 };

    expect(showing(camera, VIEW, { x: -50, y: -50, width: 100, height: 100 })).toEqual(camera);
  });
});

describe('colours', () => {
  const graph = graphWith(['raw/a', 'raw/b', 'core/c']);

  it('count by box what the server says of each asset', () => {
    const colouring = colouringOf(graph, { status: { definitions: '', watermark: 1, at: '', statuses: ['failed', 'fresh'], of: [0, 1, 1], looking: null } }, 'status');

    expect([...countsOf(graph, colouring, 3)]).toEqual([1, 0, 0, 1, 0, 0, 0, 0, 0]);
    expect(colouring.names[colouring.of[0]]).toBe('failed');
  });

  it('do not know how an asset stands of which nothing is said', () => {
    expect(colouringOf(graph, {}, 'status').names[colouringOf(graph, {}, 'status').of[2]]).toBe('unknown');
  });

  it('tell how long ago assets were made, in steps', () => {
    const now = Date.parse('2026-01-05T06:00:00Z');
    const made = { definitions: '', watermark: 1, made: [now / 1000 - 60, now / 1000 - 3 * 86_400, -1], took_ms: [900, 61_000, -1] };

    const ages = colouringOf(graph, { made, now }, 'freshness');
    expect([...ages.of].map((category) => ages.names[category])).toEqual(['< 1 hour', '< 1 week', 'never']);
    expect([...countsOf(graph, ages, 3)]).toEqual([1, 0, 1, 0, 0, 0]);
    const durations = colouringOf(graph, { made, now }, 'duration');
    expect([...durations.of].map((category) => durations.names[category])).toEqual(['< 1 s', '< 10 min', 'not made']);
    expect(new Set(durations.shapes).size).toBe(durations.shapes.length);
  });

  it('say nothing of ages before the server has', () => {
    const ages = colouringOf(graph, {}, 'freshness');
    expect(ages.names[ages.of[0]]).toBe('not known yet');
  });

  it('go to the most frequent owners; the others share one', () => {
    const owners = Array.from({ length: 12 }, (_, i) => `o${i}`);
    const many = graphOf({ ...columnsWith(owners.map((o) => `g/${o}`)), owners, owner: owners.map((_, i) => i) });

    const colouring = colouringOf(many, {}, 'owner');

    expect(colouring.names).toHaveLength(9);
    expect(colouring.names[colouring.of[11]]).toBe('other or none');
  });
});

describe('the picture', () => {
  it('keeps both ends of a name that does not fit', () => {
    expect(fitting('customer_orders_daily', 70, 7)).toBe('cust…daily');
    expect(fitting('short', 70, 7)).toBe('short');
    expect(fitting('anything', 10, 7)).toBe('');
  });

  it('is drawn as SVG with the names of the project as text, whatever they hold', () => {
    const graph = graphWith(['raw/<b>&"', 'core/c'], [['raw/<b>&"', 'core/c']]);
    const scene = new Layouts(graph.shape, 1.5).scene(new Set([2, 3]));
    const pen = new SvgPen();

    paint(pen, { graph, scene, colouring: colouringOf(graph, {}, 'status'), lit: undefined, chosen: -1, pointed: NOWHERE, expanders: 'left out', columns: undefined },
      fitted({ x: 0, y: 0, width: scene.right, height: scene.bottom }, VIEW), VIEW, new Inks(() => '#123456'));

    const svg = pen.document(VIEW.width, VIEW.height, '#fff', 'Lineage');
    expect(svg).toContain('&lt;b&gt;&amp;&quot;</text>');
    expect(svg).not.toContain('<b>');
    expect(svg.match(/<path/g)?.length).toBe(2);
  });
});
