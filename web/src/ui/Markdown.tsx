import { Title, type TitleOrder } from '@mantine/core';
import { type Block, type Inline, readMarkdown } from '@/lib/markdown';
import classes from './Markdown.module.css';

function Run({ content }: { content: readonly Inline[] }) {
  return content.map((part, index) => {
    switch (part.kind) {
      case 'code':
        return <code key={index}>{part.text}</code>;
      case 'strong':
        return <strong key={index}>{part.text}</strong>;
      case 'emphasis':
        return <em key={index}>{part.text}</em>;
      case 'link':
        return isWebAddress(part.href) ? (
          <a key={index} href={part.href} rel="noopener noreferrer">
            {part.text}
          </a>
        ) : (
          part.text
        );
      default:
        return part.text;
    }
  });
}

/** Links between files of the repository lead nowhere in the app; only addresses and anchors do. */
const isWebAddress = (href: string): boolean => /^(?:https?:\/\/|#|\/(?!\/))/.test(href);

function Part({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <Title order={Math.min(3, Math.max(2, block.level)) as TitleOrder} id={block.anchor}>
          <Run content={block.content} />
        </Title>
      );
    case 'paragraph':
      return (
        <p>
          <Run content={block.content} />
        </p>
      );
    case 'code':
      return <pre>{block.text}</pre>;
    case 'table':
      return (
        <div className={classes['tableWrap']}>
          <table>
            <thead>
              <tr>
                {block.head.map((cell, index) => (
                  <th key={index} scope="col">
                    <Run content={cell} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, place) => (
                    <td key={place}>
                      <Run content={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    default: {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <Run content={item} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
  }
}

/** One of our own documents. Its first heading is the page's title and is not repeated here. */
export function Markdown({ source }: { source: string }) {
  return (
    <div className={classes['text']}>
      {readMarkdown(source)
        .filter((block) => block.kind !== 'heading' || block.level > 1)
        .map((block, index) => (
          <Part key={index} block={block} />
        ))}
    </div>
  );
}
