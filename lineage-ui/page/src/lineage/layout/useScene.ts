import { useEffect, useRef, useState } from 'react';
import type { Graph } from '../model/graph';
import type { Scene } from './scene';
import type { Answer, Ask } from './worker';
import { ASPECT, laidAhead, takeWorker } from './worker-at-hand';

export interface Laid {
  readonly graph: Graph;
  readonly scene: Scene;
}

/** The layout of a graph with some boxes open, and with so many lines in some assets, made in a worker. Until the next is there, the one before stays. */
export function useScene(graph: Graph, open: ReadonlySet<number>, lines: ReadonlyMap<number, number>): Laid | undefined {
  const [ahead] = useState(() => ({ graph, open, scene: laidAhead(graph, open) }));
  const [laid, setLaid] = useState<Laid | undefined>(() => (ahead.scene === undefined ? undefined : { graph, scene: ahead.scene }));
  const worker = useRef<Worker>(undefined);
  const asked = useRef(0);
  useEffect(() => {
    const own = takeWorker();
    worker.current = own;
    own.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (data.request !== asked.current) return;
      performance.measure('weir:layout', { start: performance.now() - data.milliseconds, duration: data.milliseconds });
      setLaid({ graph, scene: data.scene });
    });
    own.postMessage({ shape: graph.shape, definitions: graph.columns.definitions, aspect: ASPECT } satisfies Ask);
    return () => own.terminate();
  }, [graph]);
  useEffect(() => {
    const isAhead = ahead.scene !== undefined && ahead.graph === graph && ahead.open === open && asked.current === 0 && lines.size === 0;
    if (!isAhead) worker.current?.postMessage({ request: ++asked.current, open: [...open], lines: [...lines] } satisfies Ask);
  }, [graph, open, lines, ahead]);
  return laid?.graph === graph ? laid : undefined;
}
