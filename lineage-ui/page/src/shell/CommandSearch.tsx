import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useGraph } from '../api/queries';
import { KeyIndex } from '../lineage/model/search';

const SHOWN = 12;

/** The search that opens over every page. Enter opens the asset, with Alt in the lineage. */
export function CommandSearch({ close }: { readonly close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const graph = useGraph();
  const index = useMemo(() => new KeyIndex(graph.data?.keys ?? []), [graph.data]);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(() => index.find(text, SHOWN).map((i) => graph.data!.keys[i]), [index, text, graph.data]);
  const navigate = useNavigate();
  useEffect(() => dialog.current?.showModal(), []);

  const open = (key: string, inLineage: boolean): void => {
    close();
    if (inLineage) void navigate({ to: '/lineage', search: { sel: `+${key}+` } });
    else void navigate({ to: '/assets/$', params: { _splat: key } });
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && found[at] !== undefined) open(found[at], event.altKey);
    else return;
    event.preventDefault();
  };
  return (
    <dialog ref={dialog} className="search" aria-label="Search assets" onClose={close}>
      <input
        type="text" role="combobox" aria-expanded={found.length > 0} aria-controls="search-found" aria-label="Search assets"
        aria-activedescendant={found.length > 0 ? `found-${at}` : undefined} aria-autocomplete="list" placeholder="Search assets by key"
        autoComplete="off" spellCheck={false} value={text} onKeyDown={pressed}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
      />
      <div id="search-found" role="listbox" aria-label="Assets found">
        {found.map((key, i) => (
          <div key={key} id={`found-${i}`} role="option" tabIndex={-1} aria-selected={i === at} className="found"
            onClick={(event) => open(key, event.altKey)} onKeyDown={pressed} onPointerMove={() => setAt(i)}>
            {key}
          </div>
        ))}
      </div>
      <p className="hint" role="status">
        {graph.isPending ? 'Loading the names …' : text !== '' && found.length === 0 ? 'No asset has such a key.' : '↵ opens the asset, Alt ↵ shows it in the lineage, Esc closes'}
      </p>
    </dialog>
  );
}
