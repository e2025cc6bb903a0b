import { bytes } from '../status/times';
import type { Sample } from './types';

/** What a version holds that is no table. */
export function NoTable({ sample, asset }: { readonly sample: Sample; readonly asset: string }) {
  switch (sample.content) {
    case 'json':
      return <section className="panel"><h2>Value</h2><pre className="query">{pretty(sample.value ?? '')}</pre></section>;
    case 'file':
    case 'folder':
      return <Files sample={sample} asset={asset} />;
    default:
      return <section className="panel"><h2>No data</h2><p className="quiet">Its method returns nothing: a version says only that it was run.</p></section>;
  }
}

function Files({ sample, asset }: { readonly sample: Sample; readonly asset: string }) {
  const files = sample.files ?? [];
  return (
    <section className="panel">
      <h2>{sample.content === 'file' ? 'A file' : 'Files'} <span className="quiet">{sample.content === 'folder' ? sample.total : ''}</span></h2>
      <table>
        <thead><tr><th scope="col">Name</th><th scope="col">Kind</th><th scope="col" className="number">Size</th></tr></thead>
        <tbody>
          {files.map((file) => (
            <tr key={file.name}><td className="key">{file.name}</td><td>{file.media_type}</td><td className="number">{bytes(file.bytes)}</td></tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{sample.more ? `The first ${files.length.toLocaleString('en')} of them. ` : ''}Where they are: <code>weir paths {asset}</code></p>
    </section>
  );
}

function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
