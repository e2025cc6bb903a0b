import type { Shape } from '../model/graph';
import { Layouts, type Scene } from './scene';

/** What the page asks of the worker, and what it answers. */
export type Ask = { readonly shape: Shape; readonly aspect: number } | { readonly request: number; readonly open: readonly number[] };
export interface Answer {
  readonly request: number;
  readonly scene: Scene;
  readonly milliseconds: number;
}

let layouts: Layouts | undefined;

self.addEventListener('message', (event: MessageEvent<Ask>) => {
  const ask = event.data;
  if ('shape' in ask) {
    layouts = new Layouts(ask.shape, ask.aspect);
  } else if (layouts !== undefined) {
    const began = performance.now();
    const scene = layouts.scene(new Set(ask.open));
    const answer: Answer = { request: ask.request, scene, milliseconds: performance.now() - began };
    self.postMessage(answer, { transfer: buffersOf(scene) });
  }
});

function buffersOf(scene: Scene): Transferable[] {
  const { id, x, y, width, height, open, end, at, links } = scene;
  return [id, x, y, width, height, open, end, at, links.from, links.to, links.count].map((array) => array.buffer as ArrayBuffer);
}
