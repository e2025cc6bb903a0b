import { useEffect, useRef, useState } from 'react';
import type { Graph } from '../model/graph';
import type { Scene } from './scene';
import type { Answer, Ask } from './worker';
import { takeWorker } from './worker-at-hand';

export interface Laid {
  readonly graph: Graph;
  readonly scene: Scene;
}

/** What a layout is made for: windows differ, but a link to a place in a picture must lead there in all of them. */
const ASPECT = 1.5;

/** The layout of a graph with some boxes open, made in a worker. Until the next is there, the one before stays. */
export function useScene(graph: Graph | undefined, open: ReadonlySet<number>): Laid | undefined {
  const [laid, setLaid] = useState<Laid>();
  const worker = useRef<Worker>(undefined);
  const asked = useRef(0);
  useEffect(() => {
    if (graph === undefined) return undefined;
    const own = takeWorker();
    worker.current = own;
    own.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (data.request !== asked.current) return;
      performance.measure('weir:layout', { start: performance.now() - data.milliseconds, duration: data.milliseconds });
      setLaid({ graph, scene: data.scene });
    });
    own.postMessage({ shape: graph.shape, aspect: ASPECT } satisfies Ask);
    return () => own.terminate();
  }, [graph]);
  useEffect(() => {
    if (graph !== undefined) worker.current?.postMessage({ request: ++asked.current, open: [...open] } satisfies Ask);
  }, [graph, open]);
  return laid?.graph === graph ? laid : undefined;
}
