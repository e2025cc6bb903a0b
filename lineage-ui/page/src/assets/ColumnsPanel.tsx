import type { Column } from '../api/types';

/** The columns of the version that readers see. */
export function ColumnsPanel({ columns = [] }: { readonly columns?: readonly Column[] | undefined }) {
  if (columns.length === 0) return null;
  return (
    <section className="panel">
      <h2>Columns <span className="quiet">{columns.length}</span></h2>
      <div className="scrolled" role="region" aria-label="Columns" tabIndex={0}>
        <table>
          <thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Null</th></tr></thead>
          <tbody>
            {columns.map(({ name, type, nullable, sensitive }) => (
              <tr key={name}>
                <td className="key">{name}{sensitive && <span className="badge" title="Its values are not shown: it is declared @Sensitive">sensitive</span>}</td>
                <td className="key">{type}</td>
                <td className="quiet">{nullable ? 'allowed' : 'never'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
