import { TextInput } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type Status, STATUSES } from '../status/status';
import { HeatGrid } from './grid/HeatGrid';
import type { Cells } from './model/cells';
import { countOf, parsePlaces, printPlaces } from './model/grammar';
import { keyOf, type Line } from './model/line';
import type { Places } from './model/places';
import { PartitionFacts } from './PartitionFacts';
import { Pointed } from './Pointed';
import { RangesTable } from './RangesTable';
import { StatusLegend } from './StatusLegend';
import { usePartitionsAddress } from './usePartitionsAddress';

interface Props {
  readonly asset: string;
  readonly line: Line;
  readonly cells: Cells;
}

/** A grid, what is selected in it as text, the facts of one partition, and all of it as a table. */
export function PartitionsView({ asset, line, cells }: Props) {
  const [address, remember] = usePartitionsAddress();
  const navigate = useNavigate();
  const [text, setText] = useState(address.range);
  const [pointed, setPointed] = useState<number>();
  useEffect(() => setText(address.range), [address.range]);
  const { places, refused } = useMemo(() => parsePlaces(text, line, cells), [text, line, cells]);
  const opened = useMemo(() => parsePlaces(address.p, line, cells).places[0]?.[0], [address.p, line, cells]);
  const shown = useMemo(() => new Set(STATUSES.filter((status) => address.show.split(',').includes(status))), [address.show]);
  const counts = useMemo(() => cells.counts(), [cells]);
  const count = countOf(places, cells);
  const choose = useCallback((chosen: Places) => {
    const range = printPlaces(chosen, line);
    setText(range);
    remember({ range });
  }, [line, remember]);
  const open = useCallback((place: number) => remember({ p: keyOf(line, place) }), [line, remember]);
  const plan = (): void => {
    const p = text.trim() === '' && opened !== undefined ? keyOf(line, opened) : text.trim();
    void navigate({ to: '/launch', search: p === '' ? { sel: asset } : { sel: asset, p } });
  };
  const filter = (status: Status): void => {
    const next = new Set(shown);
    if (!next.delete(status)) next.add(status);
    remember({ show: [...next].join(',') });
  };
  return (
    <div className="partitions">
      <div className="filters">
        <TextInput aria-label="Partitions, as --partition takes them" placeholder="2013-01-01..2013-01-31, 2013-02-03, latest, missing" className="grow key"
          value={text} error={refused.length > 0 ? `No partition of this asset: ${refused.join(', ')}` : undefined} spellCheck={false}
          onChange={(event) => setText(event.currentTarget.value)} onBlur={() => remember({ range: text.trim() })}
          onKeyDown={(event) => {
            if (event.key === 'Enter') remember({ range: text.trim() });
          }} />
        <button type="button" className="button main" onClick={plan} disabled={refused.length > 0}>
          Plan {count > 0 ? `${count.toLocaleString('en')} ${count === 1 ? 'partition' : 'partitions'}` : 'what is missing or stale'} …
        </button>
        <Link className="button" to="/partitions" search={{ sel: `+${asset}+` }}>Beside its neighbours</Link>
      </div>
      <StatusLegend counts={counts} shown={shown} filter={filter} clear={() => remember({ show: '' })} />
      <div className="partitions-body">
        <section className="panel grid-panel" aria-label="Grid of partitions">
          <HeatGrid line={line} cells={cells} chosen={places} opened={opened} shown={shown} label={`Partitions of ${asset}`} describedBy="grid-help"
            choose={choose} open={open} point={setPointed} plan={plan} />
          <Pointed asset={asset} line={line} cells={cells} place={pointed} />
          <p id="grid-help" className="grid-help quiet">
            Drag a range, <kbd>Shift</kbd> adds to it. <kbd>←</kbd> <kbd>↑</kbd> <kbd>→</kbd> <kbd>↓</kbd> move, <kbd>x</kbd> selects, <kbd>↵</kbd> opens, <kbd>L</kbd> plans, <kbd>Esc</kbd> clears.
          </p>
        </section>
        {opened !== undefined && (
          <PartitionFacts asset={asset} partition={keyOf(line, opened)} status={cells.statusAt(opened)} close={() => remember({ p: '' })} />
        )}
      </div>
      <RangesTable line={line} cells={cells} shown={shown} choose={choose} />
    </div>
  );
}
