import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useGraph } from '../api/queries';
import { KeyIndex } from '../lineage/model/search';
import { useColumnSearch, useOpenColumn } from './columnSearch';

const SHOWN = 12;

/** An asset, or a column of one. */
interface Found {
  readonly asset: string;
  readonly text?: string;
}

/** The search that opens over every page. Enter opens the asset, with Alt in the lineage; `c:` before a name finds columns. */
export function CommandSearch({ close }: { readonly close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const graph = useGraph();
  const index = useMemo(() => new KeyIndex(graph.data?.keys ?? []), [graph.data]);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const keys = useMemo(() => index.find(text, SHOWN).map((i) => graph.data!.keys[i]), [index, text, graph.data]);
  const columns = useColumnSearch(text, SHOWN);
  const found: readonly Found[] = columns.isAsked ? columns.found : keys.map((asset) => ({ asset }));
  const navigate = useNavigate();
  const openColumn = useOpenColumn();
  useEffect(() => dialog.current?.showModal(), []);

  const open = ({ asset, text: column }: Found, inLineage: boolean): void => {
    close();
    if (inLineage) void navigate({ to: '/lineage', search: { sel: `+${asset}+` } });
    else if (column !== undefined) openColumn({ asset, text: column });
    else void navigate({ to: '/assets/$', params: { _splat: asset } });
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && found[at] !== undefined) open(found[at], event.altKey);
    else return;
    event.preventDefault();
  };
  return (
    <dialog ref={dialog} className="search" aria-label="Search" onClose={close}>
      <input
        type="text" role="combobox" aria-expanded={found.length > 0} aria-controls="search-found" aria-label="Search assets and columns"
        aria-activedescendant={found.length > 0 ? `found-${at}` : undefined} aria-autocomplete="list" placeholder="Search assets by key, columns with c:"
        autoComplete="off" spellCheck={false} value={text} onKeyDown={pressed}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
      />
      <div id="search-found" role="listbox" aria-label={columns.isAsked ? 'Columns found' : 'Assets found'}>
        {found.map((each, i) => (
          <div key={`${each.asset}.${each.text ?? ''}`} id={`found-${i}`} role="option" tabIndex={-1} aria-selected={i === at} className="found"
            onClick={(event) => open(each, event.altKey)} onKeyDown={pressed} onPointerMove={() => setAt(i)}>
            {each.text === undefined ? each.asset : <>{each.text} <span className="quiet">of {each.asset}</span></>}
          </div>
        ))}
      </div>
      <p className="hint" role="status">
        {columns.isAsked ? (found.length === 0 ? columns.says : '↵ shows where it comes from and goes to, Esc closes')
          : graph.isPending ? 'Loading the names …' : text !== '' && found.length === 0 ? 'No asset has such a key.' : '↵ opens the asset, Alt ↵ shows it in the lineage, Esc closes'}
      </p>
    </dialog>
  );
}
