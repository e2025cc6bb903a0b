import './checks.css';
import { NativeSelect, TextInput } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useState } from 'react';
import { Go } from '../shell/Go';
import { Empty, Loading, Problem } from '../shell/states';
import { StillLooking } from '../shell/StillLooking';
import { CheckRow } from './CheckRow';
import { type CheckPage, type Filters, PAGE, useChecksPage } from './checks';

const FOUND = [{ value: '', label: 'Any result' }, { value: 'failed', label: 'found something' }, { value: 'nothing', label: 'found nothing' }];
const SEVERITIES = [{ value: '', label: 'Any severity' }, { value: 'ERROR', label: 'error: blocks' }, { value: 'WARN', label: 'warning' }];

type Address = Filters & { open?: string };

const route = getRouteApi('/checks');

/** All checks, the worst first. */
export function ChecksPage() {
  const search: Address = route.useSearch();
  const { open, ...filters } = search;
  const navigate = useNavigate({ from: '/checks' });
  const [text, setText] = useState(search.q ?? '');
  const typed = useDeferredValue(text);
  const page = useChecksPage(filters);
  const choose = (name: keyof Filters, value: string): void => {
    const { from, open: _, [name]: __, ...rest } = search;
    void navigate({ search: (value === '' ? rest : { ...rest, [name]: value }) as never, replace: true });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed alone decides.
  useEffect(() => {
    if (typed !== (search.q ?? '')) choose('q', typed);
  }, [typed]);
  const toggle = (id: string): void => {
    const { open: before, ...rest } = search;
    void navigate({ search: (before === id ? rest : { ...rest, open: id }) as never, replace: true });
  };
  return (
    <main className="page" id="content">
      <div className="heading">
        <h1>Checks</h1>
        <span className="quiet" role="status">{page.data === undefined ? '' : page.data.total.toLocaleString('en')}</span>
      </div>
      <div className="filters">
        <TextInput aria-label="Filter by asset, check or what it asserts" placeholder="Filter by asset, check or what it asserts" value={text}
          className="grow" onChange={(event) => setText(event.currentTarget.value)} />
        <NativeSelect aria-label="Result" className="facet" data={FOUND} value={search.found ?? ''}
          onChange={(event) => choose('found', event.currentTarget.value)} />
        <NativeSelect aria-label="Severity" className="facet" data={SEVERITIES} value={search.severity ?? ''}
          onChange={(event) => choose('severity', event.currentTarget.value)} />
      </div>
      {page.error !== null && page.data === undefined ? <Problem error={page.error} what="The checks" retry={() => void page.refetch()} />
        : page.data === undefined ? <Loading what="checks" rows={12} />
        : page.data.total === 0 && page.data.looking != null && search.found !== undefined ? <StillLooking what="which checks found something" />
        : page.data.total === 0 ? <NoChecks filtered={Object.keys(filters).length > 0} />
        : <Table page={page.data} address={search} toggle={toggle} />}
    </main>
  );
}

function Table({ page, address, toggle }: { readonly page: CheckPage; readonly address: Address; readonly toggle: (id: string) => void }) {
  return (
    <>
      {page.looking != null && <p className="quiet"><span aria-hidden="true">?</span> Not known yet which of them found something wrong: they are sorted by asset.</p>}
      <section className="panel" aria-label={page.looking == null ? 'Checks, the worst first' : 'Checks'}>
        <table className="check-list">
          <thead>
            <tr><th scope="col">Result</th><th scope="col">Check</th><th scope="col">Asset</th><th scope="col">Asserts</th><th scope="col">Found</th><th scope="col">If it fails</th></tr>
          </thead>
          <tbody>
            {page.checks.map((check) => {
              const id = `${check.asset}:${check.check}`;
              return <CheckRow key={id} check={check} isOpen={id === address.open} toggle={() => toggle(id)} />;
            })}
          </tbody>
        </table>
      </section>
      {page.total > PAGE && <Pages page={page} address={address} />}
    </>
  );
}

function Pages({ page, address }: { readonly page: CheckPage; readonly address: Address }) {
  const { open: _, from, ...filters } = address;
  const first = Number(from ?? 0);
  const last = first + page.checks.length;
  return (
    <nav className="pages" aria-label="Pages of the list">
      {first > 0 && <Go to="/checks" search={{ ...filters, from: first > PAGE ? String(first - PAGE) : undefined }}>← worse</Go>}
      <span className="quiet">{(first + 1).toLocaleString('en')} to {last.toLocaleString('en')} of {page.total.toLocaleString('en')}</span>
      {last < page.total && <Go to="/checks" search={{ ...filters, from: String(first + PAGE) }}>better →</Go>}
    </nav>
  );
}

function NoChecks({ filtered }: { readonly filtered: boolean }) {
  return filtered ? <Empty title="No check is like that">Take a filter away, or look for another word.</Empty> : (
    <Empty title="No check is declared yet" command={'@Asset @NotNull("id") @RowCount(min = 1)'}>
      A check holds a version back, or warns, when its data is not as asserted. The ready-made ones are annotations on an asset, such as:
    </Empty>
  );
}
