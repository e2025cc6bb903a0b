import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '../api/client';
import type { Parameters } from '../api/contract';
import { END, PAGE } from './lastLines';
import { appended, isFull, joined, type LogWindow, opened, prepended, reachesEnd, reachesStart } from './logWindow';

export interface LogFilter {
  readonly target: string | undefined;
  readonly level: Parameters<'/runs/{id}/log'>['level'];
  readonly q: string | undefined;
}

export interface Log {
  readonly window: LogWindow | undefined;
  readonly error: Error | undefined;
  /** Whether the server does not answer; what is shown may be old. */
  readonly lost: boolean;
  /** Shows what stands around a byte; the end of the log without one. */
  readonly goTo: (byte: number | undefined) => void;
  readonly earlier: () => void;
  readonly later: () => void;
}

const BEFORE = 200;
/** So many lines fill a screen. A filter may have to look further for them, but not for ever. */
const ENOUGH = 60;
const PATIENCE = 12;
/** At most ten times a second there is something new to draw. */
const AGAIN = 120;
const IDLE = 500;
const LOST = 2_000;

/** A log in pages, of which only those around what is looked at are fetched; the end is asked for again while the run goes on. */
export function useLog(run: string, { target, level, q }: LogFilter, line: number | undefined, live: boolean, follow: boolean): Log {
  const [window, setWindow] = useState<LogWindow | undefined>(undefined);
  const [error, setError] = useState<Error | undefined>(undefined);
  const [lost, setLost] = useState(false);
  const held = useRef<LogWindow | undefined>(undefined);
  const visit = useRef(0);
  const busy = useRef({ before: false, after: false });

  const read = useCallback(
    (query: { from?: number; before?: number }, limit: number) => ask('/runs/{id}/log', { id: run, ...query, limit, target, level, q }),
    [run, target, level, q],
  );
  const hold = useCallback((next: LogWindow): void => {
    held.current = next;
    setWindow(next);
  }, []);

  const goTo = useCallback((byte: number | undefined): void => {
    const mine = ++visit.current;
    busy.current = { before: false, after: false };
    const arrive = async (): Promise<void> => {
      const first = byte === undefined
        ? await read({ before: END }, PAGE)
        : joined(...await Promise.all([read({ before: byte }, BEFORE), read({ from: byte }, PAGE)]));
      if (visit.current !== mine) return;
      hold(opened(first));
      setError(undefined);
      for (let i = 0; i < PATIENCE && visit.current === mine && held.current!.lines.length < ENOUGH && !reachesStart(held.current!); i++) {
        const asked = held.current!.from;
        const page = await read({ before: asked }, PAGE);
        if (visit.current === mine) hold(prepended(held.current!, page, asked));
      }
    };
    arrive().catch((problem: Error) => visit.current === mine && setError(problem));
  }, [read, hold]);

  const extend = useCallback(async (end: 'before' | 'after'): Promise<number> => {
    const now = held.current;
    if (now === undefined || busy.current[end]) return 0;
    const mine = visit.current;
    busy.current[end] = true;
    try {
      const asked = end === 'before' ? now.from : now.next;
      const page = await read(end === 'before' ? { before: asked } : { from: asked }, end === 'before' ? PAGE : 2 * PAGE);
      setLost(false);
      if (visit.current !== mine) return 0;
      const next = end === 'before' ? prepended(held.current!, page, asked) : appended(held.current!, page, asked);
      if (page.lines.length > 0 || next.from !== held.current!.from || next.next !== held.current!.next || next.size !== held.current!.size) hold(next);
      return page.lines.length;
    } catch {
      setLost(true);
      return -1;
    } finally {
      if (visit.current === mine) busy.current[end] = false;
    }
  }, [read, hold]);

  const begunAt = useRef(line);
  useEffect(() => {
    held.current = undefined;
    setWindow(undefined);
    goTo(begunAt.current);
    // With another filter, the end is looked at.
    return () => {
      begunAt.current = undefined;
      visit.current++;
    };
  }, [goTo]);

  useEffect(() => {
    if (!live) {
      // What was said last may have come after the last look.
      void extend('after');
      return;
    }
    let timer: ReturnType<typeof setTimeout>;
    const look = async (): Promise<void> => {
      const now = held.current;
      const wanted = now !== undefined && (follow || (!isFull(now) && reachesEnd(now)));
      const found = wanted && !document.hidden ? await extend('after') : 0;
      timer = setTimeout(look, found < 0 ? LOST : found > 0 ? AGAIN : IDLE);
    };
    timer = setTimeout(look, AGAIN);
    return () => clearTimeout(timer);
  }, [live, follow, extend]);

  return {
    window, error, lost, goTo,
    earlier: useCallback(() => void (held.current !== undefined && !reachesStart(held.current) && extend('before')), [extend]),
    later: useCallback(() => void (held.current !== undefined && !reachesEnd(held.current) && extend('after')), [extend]),
  };
}
