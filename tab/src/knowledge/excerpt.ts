const LENGTH = 160;

/** The first words of an article without its markup. */
export function excerpt(body: string): string {
  const opening = body.split(/\n\s*\n/).find((part) => !/^\s*([-*+]\s|#|>|\d+[.)]\s)/.test(part)) ?? body;
  const plain = opening
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/[#*`>]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > LENGTH ? `${plain.slice(0, LENGTH).trimEnd()}…` : plain;
}
