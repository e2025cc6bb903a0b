import { blocksOf, type Inline } from './prose';

/** A description as its author meant it; nothing of it is ever read as HTML. */
export function Markdown({ text }: { readonly text: string }) {
  return (
    <div className="prose">
      {blocksOf(text).map((block, i) => {
        const key = `${i}`;
        return block.kind === 'paragraph' ? <p key={key}><Inlines inlines={block.inlines} /></p> : (
          <ul key={key} className="bullets">
            {block.items.map((item, n) => <li key={`${key}-${n}`}><Inlines inlines={item} /></li>)}
          </ul>
        );
      })}
    </div>
  );
}

function Inlines({ inlines }: { readonly inlines: readonly Inline[] }) {
  return inlines.map((inline, i) => {
    const key = `${i}`;
    switch (inline.kind) {
      case 'text': return inline.text;
      case 'code': return <code key={key}>{inline.text}</code>;
      case 'bold': return <strong key={key}>{inline.text}</strong>;
      case 'link': return <a key={key} href={inline.href} rel="noreferrer">{inline.text}</a>;
    }
  });
}
