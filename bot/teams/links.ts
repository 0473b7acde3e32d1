import { articleLink, pageLink, ticketLink } from '../config/links';
import type { Config } from '../config/config';

const PAGES = ['queue', 'my', 'new'] as const;

/** Deep links for cards: a page of the tab, an article, or any other record. */
export function linksFor(config: Config): (target: string) => string {
  return (target) => {
    const page = PAGES.find((name) => name === target);
    if (page) return pageLink(config, page);
    return target.startsWith('ART') ? articleLink(config, target) : ticketLink(config, target);
  };
}

const RECORD = /\b((?:INC|REQ|ART|CHG|FEX|TPL|MTG|ANN|HND|SHF)\d{7,10})\b/;

/** The record that a pasted link of ours leads to. */
export function recordInLink(config: Pick<Config, 'publicUrl' | 'teamsAppId' | 'isDevelopment'>, text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > 2_000 || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isTab = url.origin === new URL(config.publicUrl).origin && url.pathname.startsWith('/tab/');
  const isDeepLink = url.hostname === 'teams.microsoft.com' && url.pathname.startsWith(`/l/entity/${config.teamsAppId}/`);
  return isTab || isDeepLink ? RECORD.exec(decodeURIComponent(`${url.hash} ${url.search}`))?.[1] : undefined;
}
