import type { GraphColumns } from '../../api/types';
import { graphOf, type Shape } from '../model/graph';
import { automaticLevel } from '../model/levels';
import { Layouts, type Scene } from './scene';

/** What the page asks of the worker: to know a graph, as the server sends it or as the page has read it, and to lay it out. */
export type Ask =
  | { readonly graph: ArrayBuffer; readonly aspect: number }
  | { readonly shape: Shape; readonly definitions: string; readonly aspect: number }
  | { readonly request: number; readonly open: readonly number[]; readonly lines: readonly (readonly [number, number])[] };

export interface Answer {
  /** That of the ask; none for what the worker lays out by itself: the graph with what is open where nobody says otherwise. */
  readonly request: number | undefined;
  readonly definitions: string;
  readonly open: readonly number[];
  readonly scene: Scene;
  readonly milliseconds: number;
}

let known: { readonly definitions: string; readonly layouts: Layouts } | undefined;

self.addEventListener('message', ({ data: ask }: MessageEvent<Ask>) => {
  if ('graph' in ask) {
    const columns = JSON.parse(new TextDecoder().decode(ask.graph)) as GraphColumns;
    const { shape } = graphOf(columns);
    if (learned(shape, columns.definitions, ask.aspect)) answer(undefined, [...automaticLevel(shape)], []);
  } else if ('shape' in ask) {
    learned(ask.shape, ask.definitions, ask.aspect);
  } else {
    answer(ask.request, ask.open, ask.lines);
  }
});

/** Whether the graph was not known yet. */
function learned(shape: Shape, definitions: string, aspect: number): boolean {
  if (known?.definitions === definitions) return false;
  known = { definitions, layouts: new Layouts(shape, aspect) };
  return true;
}

function answer(request: number | undefined, open: readonly number[], lines: readonly (readonly [number, number])[]): void {
  if (known === undefined) return;
  const began = performance.now();
  const scene = known.layouts.scene(new Set(open), new Map(lines));
  const answer: Answer = { request, definitions: known.definitions, open, scene, milliseconds: performance.now() - began };
  self.postMessage(answer, { transfer: buffersOf(scene) });
}

function buffersOf(scene: Scene): Transferable[] {
  const { id, x, y, width, height, open, lines, end, at, links } = scene;
  return [id, x, y, width, height, open, lines, end, at, links.from, links.to, links.count].map((array) => array.buffer as ArrayBuffer);
}
