import { NativeSelect, TextInput } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useState } from 'react';
import type { FacetName, Facets } from '../api/types';
import { AssetRows } from './AssetRows';
import { useAssetPages } from './pages';
import { selectionOf } from './selection';
import { Empty, Loading, Problem } from '../shell/states';
import { StillLooking } from '../shell/StillLooking';

const FACETS: readonly { name: FacetName; label: string }[] = [
  { name: 'status', label: 'Status' },
  { name: 'group', label: 'Group' },
  { name: 'owner', label: 'Owner' },
  { name: 'kind', label: 'Kind' },
  { name: 'tag', label: 'Tag' },
];

const route = getRouteApi('/assets/');

export function CataloguePage() {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/assets/' });
  const [text, setText] = useState(search.q ?? '');
  const typed = useDeferredValue(text);
  useEffect(() => {
    if (typed !== (search.q ?? '')) void navigate({ search: { ...search, q: typed || undefined } as typeof search, replace: true });
  }, [typed, search, navigate]);
  const pages = useAssetPages(search);
  const selection = selectionOf(search);
  const choose = (name: FacetName, value: string): void =>
    void navigate({ search: { ...search, [name]: value || undefined }, replace: true });
  return (
    <main className="page wide" id="content">
      <div className="heading">
        <h1>Assets</h1>
        <span className="quiet" role="status">{pages.total === undefined || (pages.looking && pages.total === 0) ? '' : `${pages.total.toLocaleString('en')} shown`}</span>
      </div>
      <div className="filters">
        <TextInput aria-label="Filter by key or description" placeholder="Filter by key or description" value={text} className="grow"
          onChange={(event) => setText(event.currentTarget.value)} />
        {FACETS.map(({ name, label }) => (
          <Facet key={name} label={label} chosen={search[name]} values={pages.facets?.[name] ?? {}} choose={(value) => choose(name, value)} />
        ))}
        {selection !== undefined && <Link className="button" to="/launch" search={{ sel: selection }}>Plan these …</Link>}
      </div>
      {pages.error !== null ? (
        <Problem error={pages.error} what="The catalogue" retry={pages.retry} />
      ) : pages.total === undefined ? (
        <Loading what="assets" rows={14} />
      ) : pages.total === 0 ? (
        pages.looking ? <StillLooking what={`which assets are ${search.status ?? 'so'}`} /> : <NoAssets filtered={Object.keys(search).length > 0} />
      ) : (
        <AssetRows pages={pages} total={pages.total} />
      )}
    </main>
  );
}

interface FacetProps {
  readonly label: string;
  readonly chosen: string | undefined;
  readonly values: Facets[FacetName];
  readonly choose: (value: string) => void;
}

function Facet({ label, chosen = '', values = {}, choose }: FacetProps) {
  const known = Object.entries(values).sort(([, a], [, b]) => b - a);
  if (known.length === 0 && chosen === '') return null;
  const data = [{ value: '', label: `Any ${label.toLowerCase()}` }, ...known.map(([value, count]) => ({ value, label: `${value} (${count.toLocaleString('en')})` }))];
  if (chosen !== '' && !known.some(([value]) => value === chosen)) data.push({ value: chosen, label: `${chosen} (0)` });
  return <NativeSelect aria-label={label} value={chosen} data={data} className="facet" onChange={(event) => choose(event.currentTarget.value)} />;
}

function NoAssets({ filtered }: { readonly filtered: boolean }) {
  return filtered ? (
    <Empty title="No asset is like that">Take a filter away, or look for another word.</Empty>
  ) : (
    <Empty title="This project has no assets yet" command="weir init">
      An asset is a method marked with @Asset. A new project has some to start with:
    </Empty>
  );
}
