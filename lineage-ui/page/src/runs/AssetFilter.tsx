import { TextInput } from '@mantine/core';
import { useGraph } from '../api/queries';

const MOST = 400;

/** Chooses an asset by its key; the field knows those of the project. */
export function AssetFilter({ asset, change }: { readonly asset: string | undefined; readonly change: (asset: string | undefined) => void }) {
  const keys = useGraph().data?.keys ?? [];
  const known = new Set(keys);
  return (
    <>
      <TextInput key={asset ?? ''} aria-label="Asset" placeholder="Any asset" defaultValue={asset ?? ''} list="assets-of-runs" className="facet wider"
        onKeyDown={({ key, currentTarget: { value } }) => key === 'Enter' && change(value || undefined)}
        onChange={({ currentTarget: { value } }) => (value === '' || known.has(value)) && change(value || undefined)} />
      <datalist id="assets-of-runs">{keys.slice(0, MOST).map((key) => <option key={key} value={key} />)}</datalist>
    </>
  );
}
