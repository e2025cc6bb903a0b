import type { SourceLine } from '../api/types';

export interface Excerpt {
  readonly line?: number | null;
  readonly column?: number | null;
  readonly excerpt: readonly SourceLine[];
}

export interface ExcerptLine {
  readonly key: string;
  readonly text: string;
  /** Whether this is the line that is meant, or the caret below it. */
  readonly meant: boolean;
}

/** Lines of a source behind their numbers, with a caret under the place that is meant. */
export function excerptLines({ line, column, excerpt }: Excerpt): ExcerptLine[] {
  const width = String(excerpt.at(-1)?.line ?? 0).length;
  return excerpt.flatMap(({ line: number, text }) => {
    const meant = number === line;
    const all: ExcerptLine[] = [{ key: String(number), text: `${String(number).padStart(width)} │ ${text}`, meant }];
    // Tabs stay, so that the caret stands under its place however wide they are shown.
    if (meant && column != null) all.push({ key: 'caret', text: `${' '.repeat(width)} │ ${text.slice(0, column - 1).replace(/[^\t]/g, ' ')}^`, meant });
    return all;
  });
}
