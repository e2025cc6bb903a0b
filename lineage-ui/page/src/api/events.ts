import { useEffect, useState } from 'react';
import { addressOf, type Parameters, type Schemas } from './contract';
import { queryClient } from './queries';

export type Connection = 'connecting' | 'live' | 'offline';

/** How often pages ask again while nothing comes by itself. */
const ASK_AGAIN = 10_000;
/** Events of one moment refresh a page once. */
const GATHER = 250;

const TOPICS: Readonly<Record<string, readonly string[]>> = {
  runs: ['/runs'],
  status: ['/looking', '/status', '/graph/made', '/health', '/checks', '/asset/check', '/asset/series', '/assets', '/asset', '/asset/versions', '/asset/checks', '/asset/partitions', '/asset/why', '/partitions'],
};

/** Keeps what is shown up to date by what the server sends; where it sends nothing, by asking again. */
export function useEvents(): Connection {
  const [connection, setConnection] = useState<Connection>('connecting');
  useEffect(() => {
    const waiting = new Set<string>();
    let everything = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = (): void => {
      timer = undefined;
      if (everything) void queryClient.invalidateQueries();
      else for (const topic of waiting) for (const path of TOPICS[topic] ?? []) void queryClient.invalidateQueries({ queryKey: [path] });
      waiting.clear();
      everything = false;
    };
    const told = (topic: string): void => {
      // Some events were missed, or the project was read anew: nothing that is shown can be relied on.
      everything ||= topic === 'reset' || topic === 'definitions';
      changed(topic);
    };
    const changed = (topic: string): void => {
      waiting.add(topic);
      timer ??= setTimeout(refresh, GATHER);
    };
    const source = new EventSource(addressOf('/events', { topics: 'runs,status,definitions' } satisfies Parameters<'/events'>));
    source.addEventListener('open', () => setConnection('live'));
    source.addEventListener('error', () => setConnection('offline'));
    source.addEventListener('message', (event: MessageEvent<string>) => told(topicOf(event.data)));
    for (const topic of [...Object.keys(TOPICS), 'definitions']) source.addEventListener(topic, () => told(topic));
    const again = setInterval(() => {
      if (source.readyState !== EventSource.OPEN && !document.hidden) Object.keys(TOPICS).forEach(changed);
    }, ASK_AGAIN);
    return () => {
      source.close();
      clearInterval(again);
      clearTimeout(timer);
    };
  }, []);
  return connection;
}

function topicOf(data: string): string {
  try {
    return (JSON.parse(data) as Schemas['Event']).topic;
  } catch {
    return '';
  }
}
