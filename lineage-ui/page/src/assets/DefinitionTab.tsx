import './definition.css';
import { useQuery } from '@tanstack/react-query';
import type { Answer } from '../api/contract';
import { question } from '../api/queries';
import type { AssetDetail } from '../api/types';
import { excerptLines } from '../shell/excerpt';
import { Loading, Problem } from '../shell/states';

type Source = Answer<'/asset/source'>;

/** How an asset is declared, in the words of who wrote it. */
export function DefinitionTab({ detail }: { readonly detail: AssetDetail }) {
  const { asset, source } = detail;
  // A source that is served changes only when the project is loaded anew; that it is another now is seen when one comes back.
  const declared = useQuery(question('/asset/source', { key: asset.asset }));
  return (
    <div className="definition">
      <section className="panel">
        <h2>Source</h2>
        {declared.data !== undefined ? <Declared source={declared.data} detail={detail} />
          : declared.error !== null ? <Problem error={declared.error} what="Its source" retry={() => void declared.refetch()} />
            : <Loading what="its source" rows={8} />}
      </section>
      {source.query != null && <Text title="Query" text={source.query} />}
      {asset.command != null && <Text title="Command" text={asset.command} />}
    </div>
  );
}

function Declared({ source, detail }: { readonly source: Source; readonly detail: AssetDetail }) {
  const { file, line, excerpt, left, not_shown: notShown } = source;
  return (
    <>
      <p className="declared-in">
        {file != null && <code className="place">{file}{line != null && `:${line}`}</code>} <code className="quiet">{detail.source.class}.{detail.source.method}</code>
      </p>
      {notShown != null && <p className="note">{notShown}</p>}
      {excerpt.length > 0 && (
        <pre className="excerpt" tabIndex={0} role="group" aria-label={`${file}, lines ${excerpt[0].line} to ${excerpt.at(-1)?.line}`}>
          {excerptLines({ line, excerpt }).map(({ key, text, meant }) => <span key={key} className={meant ? 'meant' : undefined}>{`${text}\n`}</span>)}
        </pre>
      )}
      {left > 0 && <p className="quiet">{left} more lines follow in the source.</p>}
    </>
  );
}

function Text({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <section className="panel">
      <h2>{title}</h2>
      <pre className="excerpt" tabIndex={0} role="group" aria-label={title}>{text}</pre>
    </section>
  );
}
