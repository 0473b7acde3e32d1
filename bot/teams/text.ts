import type { Activity } from 'botbuilder';

export interface Written {
  readonly text: string;
  /** The message that this one answers with Teams' "Reply". */
  readonly quotedId?: string;
}

const QUOTE = /<blockquote[^>]*itemtype="https?:\/\/schema\.skype\.com\/Reply"[^>]*itemid="(\d{1,20})"[^>]*>[\s\S]*?<\/blockquote>/i;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&nbsp;': ' ' };

/** Words of a piece of HTML that Teams made; never shown as HTML again. */
export function wordsOf(html: string): string {
  return html
    .replace(/<(br|\/p|\/div|\/li)\s*\/?>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\u00a0/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * What somebody wrote. An answer to a message comes with that message quoted in front, in the text as well as in the HTML;
 * only the HTML tells which message it was and where the quotation ends.
 */
export function writtenIn(activity: Activity): Written {
  const html = activity.attachments?.find((attachment) => attachment.contentType === 'text/html')?.content as unknown;
  const quote = typeof html === 'string' ? QUOTE.exec(html) : undefined;
  if (quote?.[1]) return { text: wordsOf(withoutMentions((html as string).replace(QUOTE, ''))), quotedId: quote[1] };
  const written = activity.text as string | undefined;
  return { text: (written ?? '').replace(/\u00a0|&nbsp;/g, ' ').trim() };
}

const withoutMentions = (html: string): string => html.replace(/<span[^>]*itemtype="https?:\/\/schema\.skype\.com\/Mention"[^>]*>[\s\S]*?<\/span>/gi, '');
