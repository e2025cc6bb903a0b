import { usePartitions } from '../api/queries';
import type { Partitions } from '../api/types';
import { Loading, Problem } from '../shell/states';
import { StatusMark } from '../status/StatusMark';
import { type Stretch, stretchesOf, wordOf } from './stretches';

/** All partitions as one strip, in order, and how many are how. */
export function PartitionsPanel({ asset }: { readonly asset: string }) {
  const partitions = usePartitions(asset, true);
  return (
    <section className="panel">
      <h2>Partitions</h2>
      {partitions.error !== null ? <Problem error={partitions.error} what="Its partitions" retry={() => void partitions.refetch()} />
        : partitions.data === undefined ? <Loading what="partitions" rows={2} />
        : <Strip partitions={partitions.data} />}
    </section>
  );
}

function Strip({ partitions }: { readonly partitions: Partitions }) {
  const stretches = stretchesOf(partitions);
  if (stretches.length === 0) return <p className="quiet">It has no partitions yet.</p>;
  const says = stretches.map(({ first, last, status }) => `${spanOf(first, last)} ${status}`).slice(0, 20).join(', ');
  return (
    <>
      <div className="strip" role="img" aria-label={says}>
        {stretches.map((stretch) => (
          <span key={stretch.first} className={`stretch ground-${stretch.status}`} style={{ flexGrow: stretch.share }} title={titleOf(stretch)} />
        ))}
      </div>
      <p className="ends"><span>{stretches[0].first}</span><span>{stretches.at(-1)?.last}</span></p>
      <p className="counts">
        {Object.entries(partitions.states).filter(([, { count }]) => count > 0)
          .map(([state, { count }]) => <StatusMark key={state} status={wordOf(state)} count={count} />)}
      </p>
    </>
  );
}

const spanOf = (first: string, last: string): string => (first === last ? first : `${first} to ${last}`);
const titleOf = ({ first, last, status }: Stretch): string => `${spanOf(first, last)}: ${status}`;
