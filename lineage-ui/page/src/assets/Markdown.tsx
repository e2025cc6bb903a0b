import { type Block, blocksOf, type Inline } from './prose';

/** A description as its author meant it; nothing of it is ever read as HTML. */
export function Markdown({ text }: { readonly text: string }) {
  return (
    <div className="markdown">
      {blocksOf(text).map((block, i) => {
        const key = `${i}`;
        return <OneBlock key={key} block={block} />;
      })}
    </div>
  );
}

function OneBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'paragraph': return <p><Inlines inlines={block.inlines} /></p>;
    case 'heading': return <h3><Inlines inlines={block.inlines} /></h3>;
    case 'code': return <pre className="query">{block.text}</pre>;
    case 'list': return <ul>{block.items.map(itemOf)}</ul>;
  }
}

function itemOf(inlines: readonly Inline[], i: number) {
  const key = `${i}`;
  return <li key={key}><Inlines inlines={inlines} /></li>;
}

function Inlines({ inlines }: { readonly inlines: readonly Inline[] }) {
  return inlines.map((inline, i) => {
    const key = `${i}`;
    return <OneInline key={key} inline={inline} />;
  });
}

function OneInline({ inline }: { readonly inline: Inline }) {
  switch (inline.kind) {
    case 'text': return inline.text;
    case 'code': return <code>{inline.text}</code>;
    case 'bold': return <strong>{inline.text}</strong>;
    case 'stressed': return <em>{inline.text}</em>;
    case 'link': return <a href={inline.href} rel="noreferrer">{inline.text}</a>;
  }
}
