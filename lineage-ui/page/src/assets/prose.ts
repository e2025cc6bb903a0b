/** A small part of Markdown, as a value: paragraphs, headings, lists, `code`, **bold**, *stressed* and [links](https://…). Anything else stays the text it is. */
export type Inline =
  | { readonly kind: 'text' | 'code' | 'bold' | 'stressed'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };
export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'code'; readonly text: string };

const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s](?:[^*]*[^*\s])?)\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g;
const BULLET = /^\s*[-*] +/;
const HEADING = /^#{1,6} +/;
const FENCE = /^\s*```/;

export function blocksOf(text: string): Block[] {
  return linesOf(text).map(({ kind, lines }) => blockOf(kind, lines));
}

interface Lines {
  readonly kind: Block['kind'];
  readonly lines: string[];
}

/** Lines that belong together. One that begins nothing goes on with what stands above it. */
function linesOf(text: string): Lines[] {
  const all: Lines[] = [];
  let open: Lines | undefined;
  const begin = (kind: Block['kind'], ...lines: string[]): Lines => {
    all.push({ kind, lines });
    return all[all.length - 1];
  };
  for (const line of text.split('\n')) {
    if (FENCE.test(line)) open = open?.kind === 'code' ? undefined : begin('code');
    else if (open?.kind === 'code') open.lines.push(line);
    else if (line.trim() === '') open = undefined;
    else if (HEADING.test(line)) {
      begin('heading', line.replace(HEADING, ''));
      open = undefined;
    } else if (BULLET.test(line)) {
      open = open?.kind === 'list' ? open : begin('list');
      open.lines.push(line.replace(BULLET, ''));
    } else if (open === undefined) open = begin('paragraph', line.trim());
    else open.lines[open.lines.length - 1] += ` ${line.trim()}`;
  }
  return all;
}

function blockOf(kind: Block['kind'], lines: readonly string[]): Block {
  switch (kind) {
    case 'list': return { kind, items: lines.map(inlinesOf) };
    case 'code': return { kind, text: lines.join('\n') };
    case 'paragraph':
    case 'heading': return { kind, inlines: inlinesOf(lines.join(' ')) };
  }
}

/** The same without its marks, for where there is one line. */
export function plainOf(text: string): string {
  return inlinesOf(text.replace(/\s+/g, ' ')).map((inline) => inline.text).join('');
}

function inlinesOf(text: string): Inline[] {
  const inlines: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > from) inlines.push({ kind: 'text', text: text.slice(from, match.index) });
    const [whole, code, bold, stressed, link, href] = match;
    if (code !== undefined) inlines.push({ kind: 'code', text: code });
    else if (bold !== undefined) inlines.push({ kind: 'bold', text: bold });
    else if (stressed !== undefined) inlines.push({ kind: 'stressed', text: stressed });
    else inlines.push({ kind: 'link', text: link, href });
    from = match.index + whole.length;
  }
  if (from < text.length) inlines.push({ kind: 'text', text: text.slice(from) });
  return inlines;
}
