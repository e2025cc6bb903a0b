import { memo } from 'react';
import { Go } from '../shell/Go';
import { addressOf, type Column, type ColumnGraph } from './model/columnGraph';
import { decidedBy, decides, madeOf, type Part, usedBy, whyNot } from './model/words';

/** The same as the picture, to be read, heard and searched. */
export const ColumnTable = memo(function ColumnTable({ graph }: { readonly graph: ColumnGraph }) {
  return (
    <section className="panel" aria-labelledby="columns-table">
      <h2 id="columns-table">As a table</h2>
      <table className="columns-table">
        <thead><tr><th scope="col">Column</th><th scope="col">Made of</th><th scope="col">Used by</th></tr></thead>
        {graph.tables.map(({ asset, columns, madeBy, notFollowed }, table) => (
          <tbody key={asset}>
            <tr><th scope="rowgroup" colSpan={3} className="table-name"><span className="key table-title">{asset}</span>{table > 0 && <span className="quiet"> as far as it has to do with {graph.tables[0].asset}</span>}</th></tr>
            {columns.map((column) => <Row key={column.id} graph={graph} column={column} notFollowed={notFollowed} />)}
            {decidedBy(graph, table) !== '' && <tr><th scope="row" className="quiet">Its rows</th><td colSpan={2}>{decidedBy(graph, table)}</td></tr>}
            {notFollowed !== null && <tr><td colSpan={3} className="quiet">{whyNot({ madeBy, notFollowed })}</td></tr>}
          </tbody>
        ))}
      </table>
    </section>
  );
});

function Row({ graph, column, notFollowed }: { readonly graph: ColumnGraph; readonly column: Column; readonly notFollowed: string | null }) {
  const decided = decides(graph, column.id);
  const none = column.table === 0 ? '–' : '';
  return (
    <tr>
      <th scope="row" className="key">{column.name}</th>
      <td><Parts graph={graph} parts={madeOf(graph, column.id)} none={notFollowed === null ? none : 'not known'} /></td>
      <td>
        <Parts graph={graph} parts={usedBy(graph, column.id)} none={decided.length > 0 ? '' : none} />
        {decided.length > 0 && <p className="quiet decided-rows">decides about the rows of {decided.map(({ asset }) => asset).join(', ')}</p>}
      </td>
    </tr>
  );
}

function Parts({ graph, parts, none }: { readonly graph: ColumnGraph; readonly parts: readonly Part[]; readonly none: string }) {
  if (parts.length === 0) return <span className="quiet">{none}</span>;
  const tables = [...new Set(parts.map(({ table }) => table))];
  return (
    <ul>
      {tables.map((table) => (
        <li key={table.asset}>
          {parts.filter((part) => part.table === table).map(({ column, how }, i) => (
            <span key={column.id}>
              {i > 0 && ', '}
              <Go className="key" to={`/assets/${graph.tables[0].asset}`} search={{ tab: 'columns', col: addressOf(graph, column) }}>{column.name}</Go>
              {how !== '' && <span className="quiet"> ({how})</span>}
            </span>
          ))} <span className="quiet">of {table.asset}</span>
        </li>
      ))}
    </ul>
  );
}
