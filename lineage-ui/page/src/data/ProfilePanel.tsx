import { Loading, Problem } from '../shell/states';
import { ColumnCard } from './ColumnCard';
import { useProfile } from './questions';
import type { DataAddress } from './useDataAddress';

/** How each column of a table is filled. */
export function ProfilePanel({ asset, address }: { readonly asset: string; readonly address: DataAddress }) {
  const profile = useProfile(asset, address);
  return (
    <section className="panel">
      <h2>Columns <span className="quiet">{profile.data?.columns.length ?? ''}</span></h2>
      {profile.error !== null ? <Problem error={profile.error} what="The profile" retry={() => void profile.refetch()} />
        : profile.data === undefined ? <Loading what="the profile" rows={4} />
        : (
          <ul className="column-cards">
            {profile.data.columns.map((column) => <ColumnCard key={column.name} column={column} rows={profile.data.rows ?? 0} />)}
          </ul>
        )}
    </section>
  );
}
