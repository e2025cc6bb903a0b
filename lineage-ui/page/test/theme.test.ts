import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { SHAPES, STATUSES } from '../src/status/status';

type Colour = readonly [number, number, number];

const css = readFileSync(fileURLToPath(new URL('../src/theme.css', import.meta.url)), 'utf8');

function variables(theme: string): Record<string, Colour> {
  const block = css.slice(css.indexOf(`[data-mantine-color-scheme='${theme}'] {`));
  const pairs = block.slice(0, block.indexOf('}')).matchAll(/(--[a-z0-9-]+): #([0-9a-f]{6});/g);
  return Object.fromEntries(Array.from(pairs, ([, name, hex]) => [name, [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)])) as unknown as Record<string, Colour>;
}

const linear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const luminance = (c: Colour): number => 0.2126 * linear(c[0]) + 0.7152 * linear(c[1]) + 0.0722 * linear(c[2]);

function contrast(a: Colour, b: Colour): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** As somebody without the pigment for green sees it (Machado, Oliveira and Fernandes 2009). */
function deuteranope([r, g, b]: Colour): Colour {
  const [R, G, B] = [linear(r), linear(g), linear(b)];
  return [0.367322 * R + 0.860646 * G - 0.227968 * B, 0.280085 * R + 0.672501 * G + 0.047413 * B, -0.01182 * R + 0.04294 * G + 0.968881 * B]
    .map((c) => Math.min(1, Math.max(0, c))) as unknown as Colour;
}

function lab([R, G, B]: Colour): Colour {
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const [x, y, z] = [(0.4124 * R + 0.3576 * G + 0.1805 * B) / 0.9505, 0.2126 * R + 0.7152 * G + 0.0722 * B, (0.0193 * R + 0.1192 * G + 0.9505 * B) / 1.089].map(f);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const apart = (a: Colour, b: Colour): number => Math.hypot(...lab(deuteranope(a)).map((v, i) => v - lab(deuteranope(b))[i]));

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  const colours = variables(theme);

  it.each(['--ground', '--card', '--frame', '--frame-outer', '--hover', '--accent-soft'])('text can be read on %s', (ground) => {
    expect(contrast(colours['--text'], colours[ground])).toBeGreaterThanOrEqual(7);
    expect(contrast(colours['--text-quiet'], colours[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(STATUSES)('the word %s can be read on cards, on the ground and where it is selected', (status) => {
    expect(contrast(colours[`--status-${status}`], colours['--card'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours[`--status-${status}`], colours['--ground'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours[`--status-${status}`], colours['--accent-soft'])).toBeGreaterThanOrEqual(4.5);
  });

  it('marks, links and the accent can be seen', () => {
    for (const name of ['--hue-0', '--hue-1', '--hue-2', '--hue-3', '--hue-4', '--hue-5', '--hue-6', '--hue-7', '--hue-none']) {
      expect(contrast(colours[name], colours['--card']), name).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(colours['--accent'], colours['--ground'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours['--accent'], colours['--accent-soft'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours['--on-accent'], colours['--accent'])).toBeGreaterThanOrEqual(4.5);
  });

  it('the words of a step of age or duration can be read', () => {
    for (let step = 0; step < 5; step++) {
      for (const ground of ['--card', '--ground', '--accent-soft']) {
        expect(contrast(colours[`--step-${step}`], colours[ground]), `${step} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('a deuteranope tells each step of age or duration from the next by colour', () => {
    for (let step = 0; step < 4; step++) {
      expect(apart(colours[`--step-${step}`], colours[`--step-${step + 1}`]), `${step}`).toBeGreaterThanOrEqual(13);
    }
  });

  it.each([
    ['fresh', 'stale'], ['fresh', 'failed'], ['stale', 'failed'], ['fresh', 'missing'], ['fresh', 'running'], ['failed', 'running'],
  ] as const)('a deuteranope tells %s from %s by colour', (a, b) => {
    expect(apart(colours[`--status-${a}`], colours[`--status-${b}`])).toBeGreaterThanOrEqual(13);
  });
});

describe('a status', () => {
  it('has a shape of its own, so that colour never stands alone', () => {
    expect(new Set(STATUSES.map((status) => SHAPES[status])).size).toBe(STATUSES.length);
  });
});
