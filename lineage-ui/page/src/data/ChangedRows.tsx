import { Cell } from './Cell';
import type { Difference, Example } from './types';

const WORDS = { ADDED: ['+', 'added'], REMOVED: ['−', 'removed'], CHANGED: ['~', 'changed'] } as const;

/** Rows that differ, before and after side by side. */
export function ChangedRows({ difference }: { readonly difference: Difference }) {
  const examples = difference.examples ?? [];
  if (examples.length === 0) return null;
  const key = [...new Set(examples.flatMap((example) => Object.keys(example.key)))];
  const changed = Object.keys(difference.changed_columns ?? {}).filter((column) => examples.some(({ values }) => column in values));
  const of = (row: Example['row']): number => examples.filter((example) => example.row === row).length;
  return (
    <section className="panel">
      <h2>Rows that differ</h2>
      <p className="quiet">
        {(['CHANGED', 'ADDED', 'REMOVED'] as const).filter((row) => of(row) > 0).map((row) => `${of(row).toLocaleString('en')} ${WORDS[row][1]}`).join(', ')}
        {' '}are shown; at most 200 of each.
      </p>
      <div className="scrolled" role="region" aria-label="Rows that differ" tabIndex={0}>
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">Row</th>
              {key.map((column) => <th key={column} scope="col" className="key">{column}</th>)}
              {changed.map((column) => <th key={column} scope="col" className="key">{column}</th>)}
            </tr>
          </thead>
          <tbody>
            {examples.map((example, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows may have no other name, and never move
              <tr key={i} className={`row-${example.row.toLowerCase()}`}>
                <th scope="row" className="fate"><span aria-hidden="true">{WORDS[example.row][0]}</span> {WORDS[example.row][1]}</th>
                {key.map((column) => <td key={column}><Cell value={example.key[column]} /></td>)}
                {changed.map((column) => <td key={column}><Both example={example} column={column} /></td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Both({ example, column }: { readonly example: Example; readonly column: string }) {
  const change = example.values[column];
  if (change === undefined) return null;
  return (
    <>
      <del><Cell value={change.before} /></del> <span aria-hidden="true" className="quiet">→</span> <ins><Cell value={change.after} /></ins>
    </>
  );
}
