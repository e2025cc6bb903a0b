import { Link, useParams } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useAsset } from '../api/queries';
import type { AssetDetail } from '../api/types';
import { Loading, Problem } from '../shell/states';
import { AssetHead } from './AssetHead';
import { tabsOf, useTab } from './tabs';

/** Everything about one asset in one place. */
export function AssetPage() {
  const key = useParams({ from: '/assets/$' })._splat ?? '';
  const asset = useAsset(key);
  return (
    <main className="page" id="content">
      <nav aria-label="Breadcrumb" className="crumbs"><Link to="/assets" search={{}}>Assets</Link></nav>
      <h1 className="key">{key}</h1>
      {asset.data !== undefined ? (
        <Asset detail={asset.data} />
      ) : asset.error !== null ? (
        <Problem error={asset.error} what={`Asset ${key}`} retry={() => void asset.refetch()} />
      ) : (
        <Loading what={key} rows={8} />
      )}
    </main>
  );
}

function Asset({ detail }: { readonly detail: AssetDetail }) {
  const { asset } = detail;
  const shown = useTab(detail);
  return (
    <>
      <AssetHead detail={detail} />
      <nav aria-label="About this asset" className="tabs">
        {tabsOf(detail).map(({ name, title }) => (
          <Link key={name} to="/assets/$" params={{ _splat: asset.asset }} search={{ tab: name === 'overview' ? undefined : name } as { tab?: string }}
            activeOptions={{ includeSearch: true, explicitUndefined: true }}>
            {title}
          </Link>
        ))}
      </nav>
      <Suspense fallback={<Loading what={shown.title} rows={8} />}>
        <shown.body detail={detail} />
      </Suspense>
    </>
  );
}
