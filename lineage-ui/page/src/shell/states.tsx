import { Button } from '@mantine/core';
import { type ErrorComponentProps, Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ServerProblem } from '../api/client';

/** What is loading, for those who see and those who hear. */
export function Loading({ what, rows = 6 }: { readonly what: string; readonly rows?: number }) {
  return (
    <div className="loading" role="status" aria-live="polite">
      <span className="unseen">Loading {what} …</span>
      {Array.from({ length: rows }, (_, i) => `row ${i}`).map((row) => <div key={row} className="bone" />)}
    </div>
  );
}

/** What this is, why it is empty, and what to do next. */
export function Empty({ title, children, command }: { readonly title: string; readonly children: ReactNode; readonly command?: string }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{children}</p>
      {command !== undefined && <code>{command}</code>}
    </div>
  );
}

/** A problem in the server's words, which are those of the command line. */
export function Problem({ error, what, retry }: { readonly error: Error; readonly what: string; readonly retry?: () => void }) {
  const document = error instanceof ServerProblem ? error.document : undefined;
  return (
    <div className="problem" role="alert">
      <h2>{what} could not be shown</h2>
      {document?.problems?.map(({ code, message }) => (
        <p key={code + message}>
          {message} <code>{code}</code>
        </p>
      )) ?? (
        <p>
          {error.message} {document?.code !== undefined && <code>{document.code}</code>}
        </p>
      )}
      {retry !== undefined && <Button onClick={retry}>Try again</Button>}
    </div>
  );
}

export function PageError({ error }: ErrorComponentProps) {
  return (
    <main className="page" id="content">
      <Problem error={error instanceof Error ? error : new Error(String(error))} what="This page" retry={() => location.reload()} />
    </main>
  );
}

/** What an address that leads nowhere may have meant. */
export function NothingHere() {
  const { pathname } = useLocation();
  const last = pathname.split('/').filter(Boolean).at(-1) ?? '';
  return (
    <main className="page" id="content">
      <h1>There is no such page</h1>
      <div className="empty">
        <h2 className="key">{pathname}</h2>
        <p>No page of this project has this address. It may be cut off or mistyped, or come from another version of Weir.</p>
        <p className="actions">
          <Link className="button" to="/">Go home</Link>
          {last !== '' && <Link className="button" to="/assets" search={{ q: last }}>Look for “{last}” among the assets</Link>}
        </p>
      </div>
    </main>
  );
}
