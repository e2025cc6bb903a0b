import { ServerProblem } from '../api/client';
import type { ProblemItem } from '../api/types';

/** All that the server found wrong with the request; nothing where it is the server that failed. */
export function problemsOf(error: Error | null): readonly ProblemItem[] {
  if (!(error instanceof ServerProblem) || error.document.status === 0 || error.document.status >= 500) return [];
  const { problems, code, detail, title } = error.document;
  return problems ?? [{ code: code ?? '', kind: 'USER', message: detail ?? title, docs: '' }];
}
