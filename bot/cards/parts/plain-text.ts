// Invisible characters that can hide or reorder what is written: controls, direction overrides, byte order mark.
// eslint-disable-next-line no-control-regex
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * What people wrote, fit to stand on a card as text: no invisible characters, and no `{{DATE(…)}}` that a client would
 * evaluate. Markdown needs no escape because cards show it in text runs, which know none.
 */
export function inertText(text: string): string {
  return visibleText(text).replace(/\{\{/g, '{\u200b{');
}

/** Without the invisible characters that come along when people paste. */
export function visibleText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '');
}

export function cleanText(text: string): string {
  return inertText(text).trim();
}

export function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}

/** Cuts at a word, never inside a character; `max` counts UTF-16 units. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const rough = text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '');
  const word = Math.max(rough.lastIndexOf(' '), rough.lastIndexOf('\n'));
  return `${rough.slice(0, word > max / 2 ? word : rough.length).trimEnd()}…`;
}

/** Cuts long and many-lined text alike; tells whether something was left out. */
export function excerpt(text: string, maxChars: number, maxLines: number): { readonly text: string; readonly isCut: boolean } {
  const clean = cleanText(text).replace(/\n{3,}/g, '\n\n');
  const lines = clean.split('\n');
  const few = lines.length > maxLines ? `${lines.slice(0, maxLines).join('\n')}…` : clean;
  const short = cutText(few, maxChars);
  return { text: short, isCut: short !== clean };
}

/** How many bytes this takes inside a card. */
export function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

/** `340 KB`: sizes as people read them. */
export function fileSize(bytes: number, language: string): string {
  const [amount, unit] = bytes >= 1_048_576 ? [bytes / 1_048_576, 'MB'] : [Math.max(bytes / 1_024, 0.1), 'KB'];
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(amount)} ${unit}`;
}
