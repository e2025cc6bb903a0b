/** What the author, or Weir, wrote down of the version. */
export function MetadataPanel({ metadata = {} }: { readonly metadata?: Readonly<Record<string, unknown>> | undefined }) {
  const entries = Object.entries(metadata);
  if (entries.length === 0) return null;
  return (
    <section className="panel">
      <h2>Metadata</h2>
      <table className="metadata">
        <thead><tr><th scope="col">Name</th><th scope="col">Value</th></tr></thead>
        <tbody>
          {entries.map(([name, value]) => <tr key={name}><td className="key" title={name}>{name}</td><td className="value"><Value value={value} /></td></tr>)}
        </tbody>
      </table>
    </section>
  );
}

function Value({ value }: { readonly value: unknown }) {
  if (typeof value === 'number') return value.toLocaleString('en', { maximumFractionDigits: 6 });
  if (typeof value !== 'string') return <code>{JSON.stringify(value)}</code>;
  return /^https?:\/\/\S+$/.test(value) ? <a href={value} rel="noreferrer">{value}</a> : value;
}
