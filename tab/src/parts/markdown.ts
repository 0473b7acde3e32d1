/** Markdown as data: what an article uses, and nothing that could carry a script. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'bold' | 'italic'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] };

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly children: readonly Inline[] }
  | { readonly kind: 'paragraph' | 'quote'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly start: number; readonly items: readonly (readonly Block[])[] };

const INLINE = /`([^`\n]+)`|\*\*([^*\n]+(?:\*(?!\*)[^*\n]+)*)\*\*|\*([^*\s][^*\n]*)\*|\[([^\]\n]+)\]\(([^)\s]+)\)|(https:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]}])/;
/** Emphasis within emphasis within emphasis is not a thing people write. */
const DEEPEST = 4;

const isSafeLink = (href: string): boolean => /^https:\/\/[^\s]+$/i.test(href) || /^#\/[\w/?=&%-]*$/.test(href);

function link(words: string, href: string, depth: number): readonly Inline[] {
  // A link to anywhere else stays what it says, without leading there.
  return isSafeLink(href) ? [{ kind: 'link', href, children: parseInline(words, depth + 1) }] : parseInline(words, depth + 1);
}

export function parseInline(text: string, depth = 0): readonly Inline[] {
  const parts: Inline[] = [];
  let rest = text;
  while (rest) {
    const match = depth < DEEPEST ? INLINE.exec(rest) : null;
    if (!match) {
      parts.push({ kind: 'text', text: rest });
      break;
    }
    if (match.index > 0) parts.push({ kind: 'text', text: rest.slice(0, match.index) });
    const [whole, code, bold, italic, words, href, address] = match;
    if (code !== undefined) parts.push({ kind: 'code', text: code });
    else if (bold !== undefined) parts.push({ kind: 'bold', children: parseInline(bold, depth + 1) });
    else if (italic !== undefined) parts.push({ kind: 'italic', children: parseInline(italic, depth + 1) });
    else if (words !== undefined) parts.push(...link(words, href ?? '', depth));
    else parts.push({ kind: 'link', href: address ?? '', children: [{ kind: 'text', text: address ?? '' }] });
    rest = rest.slice(match.index + whole.length);
  }
  return parts;
}

const HEADING = /^(#{1,4})\s+(.*)$/;
const BULLET = /^(\s*)(?:[-*+]|(\d{1,3})[.)])\s+(.*)$/;
const FENCE = /^\s*```/;
const QUOTE = /^>\s?(.*)$/;

const startsBlock = (line: string): boolean => HEADING.test(line) || BULLET.test(line) || FENCE.test(line) || QUOTE.test(line);

/** Reads lines up to the first that does not belong. */
function takeWhile(lines: readonly string[], from: number, belongs: (line: string) => boolean): readonly string[] {
  const end = lines.findIndex((line, index) => index >= from && !belongs(line));
  return lines.slice(from, end < 0 ? lines.length : end);
}

function parseList(lines: readonly string[], from: number): { readonly block: Block; readonly next: number } {
  const [, indent = '', number] = BULLET.exec(lines[from] ?? '') ?? [];
  const isOrdered = number !== undefined;
  const items: string[][] = [];
  let index = from;
  for (; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const match = BULLET.exec(line);
    const isSame = match && match[1]?.length === indent.length && (match[2] !== undefined) === isOrdered;
    if (isSame) items.push([match[3] ?? '']);
    else if (line.trim() === '' && /^\s+\S/.test(lines[index + 1] ?? '')) items.at(-1)?.push('');
    else if (line.trim() !== '' && line.startsWith(`${indent} `)) items.at(-1)?.push(line.slice(indent.length).replace(/^\s{1,3}/, ''));
    else break;
  }
  const block: Block = { kind: 'list', isOrdered, start: Number(number ?? 1), items: items.map((item) => parseMarkdown(item.join('\n'))) };
  return { block, next: index };
}

/** Headings, lists, bold, italic, code, quotes and https links; everything else is text. */
export function parseMarkdown(source: string): readonly Block[] {
  const lines = source.replaceAll('\r\n', '\n').split('\n');
  const blocks: Block[] = [];
  let index = 0;
  while (index < lines.length) {
    const line = lines[index] ?? '';
    const heading = HEADING.exec(line);
    if (line.trim() === '') {
      index += 1;
    } else if (FENCE.test(line)) {
      const body = takeWhile(lines, index + 1, (text) => !FENCE.test(text));
      blocks.push({ kind: 'code', text: body.join('\n') });
      index += body.length + 2;
    } else if (heading) {
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, children: parseInline(heading[2] ?? '') });
      index += 1;
    } else if (QUOTE.test(line)) {
      const body = takeWhile(lines, index, (text) => QUOTE.test(text));
      blocks.push({ kind: 'quote', children: parseInline(body.map((text) => QUOTE.exec(text)?.[1] ?? '').join(' ')) });
      index += body.length;
    } else if (BULLET.test(line)) {
      const { block, next } = parseList(lines, index);
      blocks.push(block);
      index = next;
    } else {
      const more = takeWhile(lines, index + 1, (text) => text.trim() !== '' && !startsBlock(text));
      blocks.push({ kind: 'paragraph', children: parseInline([line, ...more].map((text) => text.trim()).join(' ')) });
      index += 1 + more.length;
    }
  }
  return blocks;
}
