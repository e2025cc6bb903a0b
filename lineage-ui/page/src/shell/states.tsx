import { Button } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
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

export function NothingHere() {
  return (
    <main className="page" id="content">
      <h1>Nothing here</h1>
      <Empty title="There is no such page">
        The address is not one of this server's. <a href="/">Go home</a>.
      </Empty>
    </main>
  );
}
