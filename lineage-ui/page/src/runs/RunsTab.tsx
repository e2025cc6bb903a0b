import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { runsQuestion } from '../api/queries';
import type { AssetDetail } from '../api/types';
import { Empty, Loading, Problem } from '../shell/states';
import { RunTable } from './RunTable';

/** The runs that made an asset, tried to, or are at work on it. */
export function RunsTab({ detail: { asset: { asset } } }: { readonly detail: AssetDetail }) {
  const runs = useQuery(runsQuestion({ asset, limit: 20 }));
  if (runs.error !== null) return <Problem error={runs.error} what="Its runs" retry={() => void runs.refetch()} />;
  if (runs.data === undefined) return <Loading what="runs" rows={4} />;
  if (runs.data.runs.length === 0) {
    return <Empty title="No run has made it" command={`weir materialize ${asset}`}>A run computes what is missing or out of date, and publishes what passes its checks.</Empty>;
  }
  return (
    <>
      <RunTable runs={runs.data.runs} />
      {runs.data.more && <p><Link to="/runs" search={{ asset }}>All its runs</Link></p>}
    </>
  );
}
