import type { ProblemItem } from '../api/types';

/** A problem in the words of the command line, and below it the place, as there. */
export function CaretProblem({ problem: { message, text, position } }: { readonly problem: ProblemItem }) {
  return (
    <div className="field-problem" role="alert">
      <p>{message}</p>
      {text !== undefined && position !== undefined && <pre>{`${text}\n${' '.repeat(position)}^`}</pre>}
    </div>
  );
}
