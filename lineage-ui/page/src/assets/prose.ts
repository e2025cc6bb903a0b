/** A small part of Markdown, as a value: paragraphs, lists, `code`, **bold** and [links](https://…). Anything else stays the text it is. */
export type Inline = { readonly kind: 'text' | 'code' | 'bold'; readonly text: string } | { readonly kind: 'link'; readonly text: string; readonly href: string };
export type Block = { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] } | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] };

const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g;
const BULLET = /^\s*[-*] /;

export function blocksOf(text: string): Block[] {
  return text.split(/\n\s*\n/).filter((part) => part.trim() !== '').map((part) => {
    const lines = part.trim().split('\n');
    return lines.every((line, i) => BULLET.test(line) || (i > 0 && /^\s+/.test(line)))
      ? { kind: 'list', items: itemsOf(lines).map(inlinesOf) }
      : { kind: 'paragraph', inlines: inlinesOf(lines.join('\n')) };
  });
}

function itemsOf(lines: readonly string[]): string[] {
  const items: string[] = [];
  for (const line of lines) {
    if (BULLET.test(line)) items.push(line.replace(BULLET, ''));
    else items[items.length - 1] += ` ${line.trim()}`;
  }
  return items;
}

function inlinesOf(text: string): Inline[] {
  const inlines: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > from) inlines.push({ kind: 'text', text: text.slice(from, match.index) });
    const [whole, code, bold, link, href] = match;
    if (code !== undefined) inlines.push({ kind: 'code', text: code });
    else if (bold !== undefined) inlines.push({ kind: 'bold', text: bold });
    else inlines.push({ kind: 'link', text: link, href });
    from = match.index + whole.length;
  }
  if (from < text.length) inlines.push({ kind: 'text', text: text.slice(from) });
  return inlines;
}
