import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { question } from '../api/queries';
import type { ColourBy } from './canvas/colouring';
import type { MadeColumns } from './canvas/steps';
import type { Graph } from './model/graph';

const MINUTE = 60_000;

interface Made {
  readonly made: MadeColumns | undefined;
  readonly now: number;
  readonly problem: Error | null;
}

/** When the assets were made, and what time it is: asked for only while it colours them. */
export function useMade(graph: Graph, by: ColourBy): Made {
  const wanted = by === 'freshness' || by === 'duration';
  const { data, error } = useQuery({ ...question('/graph/made'), structuralSharing: false, enabled: wanted });
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (by !== 'freshness') return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, [by]);
  // Numbers of assets mean others in another graph.
  const made = data !== undefined && data.definitions === graph.columns.definitions ? data : undefined;
  return { made, now, problem: wanted && made === undefined ? error : null };
}
