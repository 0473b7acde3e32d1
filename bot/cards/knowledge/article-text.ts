import type { Element } from '../parts/elements';
import { bytesOf, cutText, inertText } from '../parts/plain-text';

interface Run {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'bolder';
  readonly italic?: true;
  readonly fontType?: 'monospace';
  readonly selectAction?: { readonly type: 'Action.OpenUrl'; readonly url: string };
}

const INLINE = /\*\*(?<bold>[^*]+)\*\*|(?<!\w)[*_](?<italic>[^*_\n]+)[*_](?!\w)|`(?<code>[^`]+)`|\[(?<label>[^\]]+)\]\((?<url>[^)\s]+)\)|(?<bare>https?:\/\/[^\s)>\]]*[^\s)>\].,;:!?])/g;
const SAFE_URL = /^(https?:\/\/|mailto:)/i;

const run = (text: string, look: Omit<Run, 'type' | 'text'> = {}): Run => ({ type: 'TextRun', text: inertText(text), ...look });

function markedRun({ bold, italic, code, label, url, bare }: Partial<Record<string, string>>, whole: string): Run {
  if (bold) return run(bold, { weight: 'bolder' });
  if (italic) return run(italic, { italic: true });
  if (code) return run(code, { fontType: 'monospace' });
  if (label && url && SAFE_URL.test(url)) return run(label, { selectAction: { type: 'Action.OpenUrl', url } });
  if (bare) return run(bare, { selectAction: { type: 'Action.OpenUrl', url: bare } });
  return run(label ?? whole);
}

/** One line of Markdown as text runs: bold, italic, code and web links; everything else stays as it is written. */
export function inlineRuns(line: string): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const match of line.matchAll(INLINE)) {
    if (match.index > at) runs.push(run(line.slice(at, match.index)));
    runs.push(markedRun(match.groups ?? {}, match[0]));
    at = match.index + match[0].length;
  }
  if (at < line.length) runs.push(run(line.slice(at)));
  return runs;
}

function block(line: string, isFirst: boolean, afterGap: boolean): Element {
  const heading = /^#{1,6}\s+(.*)$/.exec(line)?.[1];
  const item = /^\s*[-*+]\s+(.*)$/.exec(line)?.[1];
  const inlines = heading !== undefined ? [run(heading, { weight: 'bolder' })] : item !== undefined ? [run('•  '), ...inlineRuns(item)] : inlineRuns(line.trim());
  const spacing = isFirst ? 'small' : afterGap || heading !== undefined ? 'medium' : 'small';
  return { type: 'RichTextBlock', inlines, spacing };
}

/** An article's Markdown as card elements, as much as fits into `maxBytes`, cut between lines. */
export function articleBlocks(markdown: string, maxBytes: number): { readonly blocks: readonly Element[]; readonly isCut: boolean } {
  const blocks: Element[] = [];
  let bytes = 0;
  let afterGap = false;
  for (const line of inertText(markdown).split('\n')) {
    if (line.trim() === '') {
      afterGap = true;
      continue;
    }
    const next = block(cutText(line, 1_500), blocks.length === 0, afterGap);
    bytes += bytesOf(next) + 1;
    if (bytes > maxBytes) return { blocks, isCut: true };
    blocks.push(next);
    afterGap = false;
  }
  return { blocks, isCut: false };
}
