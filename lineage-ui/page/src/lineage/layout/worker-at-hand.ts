import type { Graph } from '../model/graph';
import type { Scene } from './scene';
import type { Answer, Ask } from './worker';

/** What a layout is made for: windows differ, but a link to a place in a picture must lead there in all of them. */
export const ASPECT = 1.5;

let spare: Worker | undefined;
let first: Answer | undefined;

const started = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'layout' });

/** Starts a worker and has it lay out the graph that is on its way, while the page is still being read. */
export function prepareWorker(graph: Promise<Response>): void {
  const worker = started();
  spare = worker;
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    if (data.request === undefined) first = data;
  });
  const tell = async (): Promise<void> => {
    const answer = await graph;
    if (!answer.ok) return;
    const bytes = await answer.clone().arrayBuffer();
    worker.postMessage({ graph: bytes, aspect: ASPECT } satisfies Ask, [bytes]);
  };
  // The page asks for the graph as well, and says what is wrong.
  tell().catch(() => undefined);
}

export function takeWorker(): Worker {
  const worker = spare ?? started();
  spare = undefined;
  return worker;
}

/** What was laid out ahead, if it is of this graph with the same boxes open. */
export function laidAhead(graph: Graph, open: ReadonlySet<number>): Scene | undefined {
  // What assets show of their columns comes later.
  const boxes = [...open].filter((id) => id >= graph.shape.assets).length;
  const is = first?.definitions === graph.columns.definitions && first.open.length === boxes && first.open.every((id) => open.has(id));
  const scene = is ? first?.scene : undefined;
  first = undefined;
  return scene;
}
