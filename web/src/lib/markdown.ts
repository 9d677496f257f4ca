/** A piece of running text. */
export type Inline =
  | { readonly kind: 'text' | 'code' | 'strong' | 'emphasis'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly anchor: string; readonly content: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'table'; readonly head: readonly (readonly Inline[])[]; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  | { readonly kind: 'code'; readonly text: string };

const anchorTag = /<a\s+(?:id|name)="([^"]+)">\s*<\/a>/;
const heading = /^(#{1,4})\s+(.*)$/;
/** Numbers of a list have at most two digits; `500.` begins a sentence. */
const item = /^\s*(?:[-*]|(\d{1,2})\.)\s+(.*)$/;
const piece = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\(([^)\s]+)\)/g;

/** The running text with its marks read; marks that do not close stay as they are. */
export function readInline(text: string): readonly Inline[] {
  const found: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(piece)) {
    if (match.index > from) found.push({ kind: 'text', text: text.slice(from, match.index) });
    const [all, code, strong, emphasis, words, href] = match;
    if (code !== undefined) found.push({ kind: 'code', text: code });
    else if (strong !== undefined) found.push({ kind: 'strong', text: strong });
    else if (emphasis !== undefined) found.push({ kind: 'emphasis', text: emphasis });
    else if (words !== undefined && href !== undefined) found.push({ kind: 'link', text: words, href });
    from = match.index + all.length;
  }
  if (from < text.length) found.push({ kind: 'text', text: text.slice(from) });
  return found;
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');

const cells = (row: string): string[] =>
  row
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

const isTableRow = (line: string): boolean => line.trim().startsWith('|');

/**
 * Reads the part of Markdown that our own documents use: headings with their anchors, paragraphs, lists, tables and code. Markup in the
 * text is shown as text.
 */
export function readMarkdown(source: string): readonly Block[] {
  const lines = source.split('\n');
  const blocks: Block[] = [];
  let at = 0;
  let anchor: string | null = null;
  const take = (belongs: (line: string) => boolean): string[] => {
    const from = at;
    while (at < lines.length && belongs(lines[at] ?? '')) at += 1;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const isAnchor = anchorTag.exec(line.trim());
    const title = heading.exec(line);
    if (line.trim() === '') {
      at += 1;
    } else if (isAnchor && !title) {
      anchor = isAnchor[1] ?? null;
      at += 1;
    } else if (title) {
      const own = anchorTag.exec(title[2] ?? '');
      const words = (title[2] ?? '')
        .replace(anchorTag, '')
        .replace(/\s*\{#([\w-]+)\}\s*$/, '')
        .trim();
      const braces = /\{#([\w-]+)\}\s*$/.exec(title[2] ?? '');
      blocks.push({
        kind: 'heading',
        level: title[1]?.length ?? 1,
        anchor: own?.[1] ?? braces?.[1] ?? anchor ?? slug(words),
        content: readInline(words),
      });
      anchor = null;
      at += 1;
    } else if (line.startsWith('```')) {
      at += 1;
      const code = take((inner) => !inner.startsWith('```'));
      at += 1;
      blocks.push({ kind: 'code', text: code.join('\n') });
    } else if (isTableRow(line)) {
      const [head = '', , ...rows] = take(isTableRow);
      blocks.push({ kind: 'table', head: cells(head).map(readInline), rows: rows.map((row) => cells(row).map(readInline)) });
    } else if (item.test(line)) {
      const own = take((inner) => inner.trim() !== '' && !heading.test(inner));
      const ordered = item.exec(line)?.[1] !== undefined;
      const items: string[] = [];
      for (const inner of own) {
        const match = item.exec(inner);
        if (match) items.push(match[2] ?? '');
        else items.push(`${items.pop() ?? ''} ${inner.trim()}`);
      }
      blocks.push({ kind: 'list', ordered, items: items.map(readInline) });
    } else {
      const own = take(
        (inner) => inner.trim() !== '' && !heading.test(inner) && !isTableRow(inner) && !item.test(inner) && !inner.startsWith('```'),
      );
      blocks.push({ kind: 'paragraph', content: readInline(own.map((inner) => inner.trim()).join(' ')) });
    }
  }
  return blocks;
}
