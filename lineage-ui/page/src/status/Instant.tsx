import { preferences } from '../settings/preferences';
import { ago, exactly } from './times';

/** A time as people say it, and as it is when pointed at. */
export function Instant({ at }: { readonly at: string | null | undefined }) {
  if (!at) return <span className="quiet">–</span>;
  return (
    <time dateTime={at} title={exactly(at, preferences.zone())}>
      {ago(at, Date.now())}
    </time>
  );
}
