import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useGraph } from '../api/queries';
import type { ProblemItem } from '../api/types';
import { KeyIndex } from '../lineage/model/search';
import { CaretProblem } from './CaretProblem';

interface Props {
  readonly value: string;
  readonly change: (value: string) => void;
  readonly problems: readonly ProblemItem[];
}

const SHOWN = 8;
const WORD = /[A-Za-z0-9_/]*$/;

/** A selection, with the names of assets completed where one is being written. */
export function SelectionField({ value, change, problems }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const graph = useGraph();
  const index = useMemo(() => new KeyIndex(graph.data?.keys ?? []), [graph.data]);
  const [word, setWord] = useState('');
  const [at, setAt] = useState(-1);
  const found = useMemo(() => {
    const keys = word === '' ? [] : index.find(word, SHOWN).map((i) => graph.data!.keys[i]);
    return keys.length === 1 && keys[0] === word ? [] : keys;
  }, [index, word, graph.data]);
  const take = (key: string): void => {
    const caret = input.current!.selectionStart ?? value.length;
    change(value.slice(0, caret).replace(WORD, key) + value.slice(caret));
    setWord('');
    setAt(-1);
    input.current!.focus();
  };
  const pressed = (event: KeyboardEvent): void => {
    if (found.length === 0) return;
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, -1));
    else if (event.key === 'Enter' && at >= 0) take(found[at]);
    else if (event.key === 'Escape') setWord('');
    else return;
    event.preventDefault();
  };
  return (
    <div className="selection-field">
      <input ref={input} type="text" className="field key" role="combobox" aria-label="Selection" aria-expanded={found.length > 0} aria-controls="selection-found"
        aria-autocomplete="list" aria-activedescendant={at >= 0 ? `selection-${at}` : undefined} aria-invalid={problems.length > 0} aria-describedby="selection-problems"
        autoComplete="off" spellCheck={false} placeholder="all assets" value={value} onKeyDown={pressed} onBlur={() => setWord('')}
        onChange={({ currentTarget: { value: typed, selectionStart } }) => {
          change(typed);
          setWord(WORD.exec(typed.slice(0, selectionStart ?? typed.length))?.[0] ?? '');
          setAt(-1);
        }} />
      <div id="selection-found" role="listbox" aria-label="Assets" className={found.length > 0 ? 'completions' : 'unseen'}>
        {found.map((key, i) => (
          <div key={key} id={`selection-${i}`} role="option" tabIndex={-1} aria-selected={i === at} className="found"
            onPointerDown={(event) => {
              event.preventDefault();
              take(key);
            }}>
            {key}
          </div>
        ))}
      </div>
      <div id="selection-problems">
        {problems.map((problem) => <CaretProblem key={problem.message} problem={problem} />)}
      </div>
    </div>
  );
}
