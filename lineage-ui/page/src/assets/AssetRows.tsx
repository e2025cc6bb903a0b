import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { AssetItem } from '../api/types';
import { Instant } from '../status/Instant';
import { StatusMark } from '../status/StatusMark';
import type { Pages } from './pages';
import { partitioningText } from './partitioning';
import { plainOf } from './prose';

const ROW = 36;

/** The catalogue as a table, of which only the rows on the screen exist. */
export function AssetRows({ pages, total }: { readonly pages: Pages; readonly total: number }) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: total, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 8 });
  const shown = rows.getVirtualItems();
  const first = shown[0]?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;
  const { look } = pages;
  useEffect(() => look(first, last));
  return (
    <div className="rows" ref={scroller} role="region" aria-label="Assets" tabIndex={0}>
      <div role="table" aria-rowcount={total + 1} aria-label="Assets" className="table">
        <div role="rowgroup" className="table-head">
          <div role="row" className="row asset-row" aria-rowindex={1}>
            {['Asset', 'Status', 'Group', 'Partitions', 'Owners', 'Rows', 'Published'].map((name) => (
              <span role="columnheader" key={name} className={name === 'Rows' ? 'number' : ''}>{name}</span>
            ))}
          </div>
        </div>
        <div role="rowgroup" className="table-body" style={{ height: rows.getTotalSize() }}>
          {shown.map(({ index, start }) => (
            <div key={index} role="row" aria-rowindex={index + 2} className="row asset-row placed" style={{ transform: `translateY(${start}px)` }}>
              <Row item={pages.at(index)} />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

function Row({ item }: { readonly item: AssetItem | undefined }) {
  if (item === undefined) {
    return <span role="cell" className="quiet">Loading …</span>;
  }
  return (
    <>
      <span role="cell" className="clip" title={item.description ?? item.key}>
        <Link to="/assets/$" params={{ _splat: item.key }} className="key">{item.key}</Link>{' '}
        <span className="quiet">{plainOf(item.description ?? '')}</span>
      </span>
      <span role="cell" title={item.reason ?? ''}><StatusMark status={item.status} /></span>
      <span role="cell" className="clip">{item.group}</span>
      <span role="cell" className="clip quiet">{partitioningText(item.partitions)}</span>
      <span role="cell" className="clip">{item.owners.join(', ')}</span>
      <span role="cell" className="number">{item.current?.rows?.toLocaleString('en') ?? '–'}</span>
      <span role="cell"><Instant at={item.current?.published_at} /></span>
    </>
  );
}
