import { useState } from 'react';
import type { Declarations, WrongSource } from '../api/types';
import { Instant } from '../status/Instant';
import { excerptLines } from './excerpt';
import './wrong-sources.css';

const FIRST = 3;

/** Over every page, as long as the sources of the project are wrong: what, where, and that the page shows what was right last. */
export function WrongSources({ declarations: { at, problems } }: { readonly declarations: Declarations }) {
  const [open, setOpen] = useState(true);
  const [all, setAll] = useState(false);
  const shown = all ? problems : problems.slice(0, FIRST);
  return (
    <section className="wrong-sources" aria-label="The sources are wrong">
      <div className="wrong-heading">
        <p role="alert">
          <strong><span aria-hidden="true">✕</span> The sources are wrong</strong> since <Instant at={at} />: this page shows the project as it was before.
        </p>
        <button type="button" className="button small" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? 'Hide' : 'Show'} what is wrong</button>
      </div>
      {open && (
        <div className="wrong-list" tabIndex={0} role="group" aria-label="What is wrong">
          {shown.map((problem) => <OneWrong key={`${problem.file}:${problem.line}:${problem.column} ${problem.message}`} problem={problem} />)}
          {shown.length < problems.length && (
            <button type="button" className="button small" onClick={() => setAll(true)}>{problems.length - shown.length} more</button>
          )}
        </div>
      )}
    </section>
  );
}

function OneWrong({ problem }: { readonly problem: WrongSource }) {
  const { code, file, line, message } = problem;
  return (
    <article className="wrong-source">
      <p className="prose">
        {file != null && <strong className="key">{file}{line != null && `:${line}`}</strong>} {message}{code !== 'SOURCE_DOES_NOT_COMPILE' && <> <code className="quiet">{code}</code></>}
      </p>
      {problem.excerpt.length > 0 && (
        <pre>
          {excerptLines(problem).map(({ key, text, meant }) => <span key={key} className={key === 'caret' ? 'caret' : meant ? 'meant' : undefined}>{`${text}\n`}</span>)}
        </pre>
      )}
    </article>
  );
}
