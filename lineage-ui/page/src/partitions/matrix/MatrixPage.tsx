import { NativeSelect } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMatrix } from '../../api/queries';
import { SelectionField } from '../../launch/SelectionField';
import { problemsOf } from '../../launch/problems';
import { Empty, Loading, Problem } from '../../shell/states';
import { type Unit, UNITS } from './columns';
import { MatrixView } from './MatrixView';

const route = getRouteApi('/partitions');
const MOST = 1_000;

/** The partitions of many assets at once. */
export function MatrixPage() {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/partitions' });
  const [text, setText] = useState(search.sel ?? '');
  const found = useMatrix(search.sel ?? '', MOST);
  const problems = problemsOf(found.error);
  const remember = (part: Partial<typeof search>): void => {
    const next = Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== '' && value !== undefined));
    void navigate({ search: next, replace: true, resetScroll: false });
  };
  const unit = UNITS.find((each) => each === search.by);
  return (
    <main className="page wide" id="content">
      <div className="heading">
        <h1>Partitions</h1>
        <span className="quiet" role="status">
          {found.data === undefined ? '' : `${found.data.assets.length.toLocaleString('en')} ${found.data.total > found.data.assets.length ? `of ${found.data.total.toLocaleString('en')} ` : ''}assets`}
        </span>
      </div>
      <form className="filters" onSubmit={(event) => {
        event.preventDefault();
        remember({ sel: text.trim() });
      }}>
        <div className="grow"><SelectionField value={text} change={setText} problems={problems} /></div>
        <button type="submit" className="button">Show</button>
        <NativeSelect aria-label="Columns" className="facet columns" value={search.by ?? ''} data={[{ value: '', label: 'Columns: as most' }, ...UNITS.map((each: Unit) => ({ value: each, label: `Columns: ${each}` }))]}
          onChange={({ currentTarget: { value } }) => remember({ by: value })} />
      </form>
      {found.error !== null && problems.length === 0 ? <Problem error={found.error} what="The partitions" retry={() => void found.refetch()} />
        : found.error !== null ? null
        : found.data === undefined ? <Loading what="partitions" rows={12} />
        : found.data.assets.length === 0 ? <Empty title="No asset is selected">Write another selection, or none for all assets.</Empty>
        : <MatrixView answer={found.data} selection={search.sel ?? ''} unit={unit} show={search.show ?? ''} remember={remember} />}
    </main>
  );
}
