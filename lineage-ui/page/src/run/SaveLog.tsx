import { useState } from 'react';
import { ask } from '../api/client';
import { textOf } from './logWindow';
import type { LogFilter } from './useLog';

/** Saves the log, or what the filter leaves of it, as a file. */
export function SaveLog({ run, filter }: { readonly run: string; readonly filter: LogFilter }) {
  const [part, setPart] = useState<number | undefined>(undefined);
  const [failed, setFailed] = useState(false);
  const save = async (): Promise<void> => {
    const texts: string[] = [];
    for (let from = 0, size = 1; from < size; ) {
      const page = await ask('/runs/{id}/log', { id: run, from, limit: 5_000, target: filter.target, level: filter.level, q: filter.q });
      texts.push(page.lines.map(textOf).join(''));
      if (page.next <= from) break;
      [from, size] = [page.next, page.size];
      setPart(size === 0 ? 1 : from / size);
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(texts, { type: 'text/plain' }));
    link.download = `${run}.log`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const start = (): void => {
    setPart(0);
    setFailed(false);
    save().catch(() => setFailed(true)).finally(() => setPart(undefined));
  };
  return (
    <button type="button" className="button small" disabled={part !== undefined} onClick={start}>
      {part !== undefined ? `Saving ${Math.round(part * 100)} %` : failed ? 'Save again' : 'Save'}
    </button>
  );
}
