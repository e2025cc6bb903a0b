import '../../columns/columns.css';
import './facts.css';
import { Link } from '@tanstack/react-router';
import { ColumnLegend } from '../../columns/ColumnLegend';
import type { ColumnGraph } from '../../columns/model/columnGraph';
import { decidedBy, madeOf, type Part, usedBy, whyNot } from '../../columns/model/words';
import { Problem } from '../../shell/states';
import type { Graph } from '../model/graph';
import type { Lineage } from '../useLineage';
import type { ColumnLevel } from './level';

interface Props {
  readonly graph: Graph;
  readonly lineage: Lineage;
  readonly asset: number;
  readonly column: string;
  readonly level: ColumnLevel;
}

/** The column that is picked, in words: what it is made from, and what is made from it. */
export function ColumnFacts({ graph, lineage, asset, column, level: { pick, lists, problem } }: Props) {
  const key = graph.columns.keys[asset];
  const list = lists.get(asset);
  if (pick?.asset !== asset || pick.name !== column) {
    return list === undefined ? <p className="quiet" role="status">Loading its columns …</p>
      : <p className="note">It has no column <code>{column}</code>.</p>;
  }
  const { graph: columns, focus } = pick;
  const why = whyNot(columns.tables[0]);
  const rows = decidedBy(columns, 0);
  const follow = (part: Part): void => {
    const next = graph.indexOf.get(part.table.asset);
    if (next !== undefined) lineage.follow(next, part.column.name);
  };
  return (
    <section className="picked-column" aria-label={`Column ${column}`}>
      <div className="heading">
        <h3 className="key">{column} <span className="quiet">{list?.lines.find(({ name }) => name === column)?.type}</span></h3>
        <button type="button" className="plain" aria-label={`Let go of ${column}`} title="Let go of it (Esc)" onClick={() => lineage.select(lineage.selection)}>✕</button>
      </div>
      <h4>Made from</h4>
      <Parts parts={madeOf(columns, focus)} none={why ?? 'no column of another table'} follow={follow} />
      <h4>Used in</h4>
      <Parts parts={usedBy(columns, focus)} none="no column of another table" follow={follow} />
      <Decisions columns={columns} focus={focus} />
      {rows !== '' && <><h4>Rows of {key.slice(key.lastIndexOf('/') + 1)}</h4><p>{rows}</p></>}
      <p className="quiet">{pick.says}</p>
      {columns.more && <p className="note">These are the nearest tables; there are more.</p>}
      {problem !== null && <Problem error={problem} what="What lies further away" />}
      <Link className="button" to="/assets/$" params={{ _splat: key }} search={{ tab: 'columns', col: column }}>Follow it in the tab Columns</Link>
      <ColumnLegend />
    </section>
  );
}

function Parts({ parts, none, follow }: { readonly parts: readonly Part[]; readonly none: string; readonly follow: (part: Part) => void }) {
  if (parts.length === 0) return <p className="quiet">{none}</p>;
  return (
    <ul>
      {parts.map((part) => (
        <li key={`${part.column.id} ${part.how}`}>
          <button type="button" className="column-link key" onClick={() => follow(part)}>{part.column.name}</button>{' '}
          <span className="quiet">of {part.table.asset}, {part.how || 'taken over'}</span>
        </li>
      ))}
    </ul>
  );
}

const CHOOSES = { filter: 'filters', join: 'joins', group_by: 'groups', sort: 'sorts' } as const;

function Decisions({ columns, focus }: { readonly columns: ColumnGraph; readonly focus: number }) {
  const own = columns.decisions.filter(({ from }) => from === focus);
  if (own.length === 0) return null;
  return (
    <>
      <h4>Decides about rows</h4>
      <ul>
        {own.map(({ table, how }) => (
          <li key={table}>{how.map((each) => CHOOSES[each]).join(', ')} <span className="quiet">those of {columns.tables[table].asset}</span></li>
        ))}
      </ul>
    </>
  );
}
