import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Colouring } from './canvas/colouring';
import type { Graph } from './model/graph';
import { KeyIndex } from './model/search';
import { useColumnSearch, useOpenColumn } from '../shell/columnSearch';
import type { ColumnLevel } from './columns/level';
import { TreeTable } from './TreeTable';
import type { Lineage } from './useLineage';

const SHOWN = 60;

interface Props {
  readonly graph: Graph;
  readonly lineage: Lineage;
  readonly colouring: Colouring;
  readonly lists: ColumnLevel['lists'] | undefined;
}

/** A search that goes to what it finds, and the tree of everything. */
export function Sidebar({ graph, lineage, colouring, lists }: Props) {
  const [text, setText] = useState('');
  const index = useMemo(() => new KeyIndex(graph.columns.keys), [graph]);
  const found = useMemo(() => index.find(text, SHOWN), [index, text]);
  const columns = useColumnSearch(text, SHOWN);
  const openColumn = useOpenColumn();
  return (
    <div className="sidebar">
      <TextInput aria-label="Find in the graph" placeholder="Find in the graph; c: a column" value={text} autoComplete="off" spellCheck={false}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && columns.found.length > 0) openColumn(columns.found[0]);
          else if (event.key === 'Enter' && found.length > 0) lineage.focus(found[0]);
          if (event.key === 'Escape') setText('');
        }} />
      {text === '' ? <TreeTable graph={graph} lineage={lineage} colouring={colouring} lists={lists} /> : columns.isAsked ? (
        <ul className="finds" aria-label="Columns found">
          {columns.found.map((column) => (
            <li key={`${column.asset}.${column.text}`}>
              <button type="button" className="find" onClick={() => openColumn(column)}>{column.text} <span className="quiet">of {column.asset}</span></button>
            </li>
          ))}
          {columns.found.length === 0 && <li className="quiet">{columns.says}</li>}
        </ul>
      ) : (
        <ul className="finds" aria-label="Found">
          {found.map((asset) => (
            <li key={asset}>
              <button type="button" className="find" onClick={() => lineage.focus(asset)} aria-current={lineage.selection?.id === asset}>
                {graph.columns.keys[asset]}
              </button>
            </li>
          ))}
          {found.length === 0 && <li className="quiet">No asset has such a key.</li>}
          {found.length === SHOWN && <li className="quiet">The first {SHOWN}.</li>}
        </ul>
      )}
    </div>
  );
}
