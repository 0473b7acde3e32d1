import { ACCOUNT_ARTICLES_DE } from './accounts-de';
import { ACCOUNT_ARTICLES } from './accounts-en';
import { AGENT_ARTICLES } from './agents-en';
import type { DemoArticle } from './article-type';
import { COLLABORATION_ARTICLES } from './collaboration-en';
import { COMPANY_ARTICLES } from './company-en';
import { DEVICE_ARTICLES } from './devices-en';
import { EVERYDAY_ARTICLES_DE } from './everyday-de';
import { MAIL_ARTICLES } from './mail-en';
import { NETWORK_ARTICLES } from './network-en';
import { SECURITY_ARTICLES } from './security-en';

export { type DemoArticle } from './article-type';

/** The thirty of domain.md 9.3, the ten most useful also in German, and three for agents. */
export const ARTICLES: readonly DemoArticle[] = [
  ...ACCOUNT_ARTICLES,
  ...SECURITY_ARTICLES,
  ...NETWORK_ARTICLES,
  ...MAIL_ARTICLES,
  ...COLLABORATION_ARTICLES,
  ...DEVICE_ARTICLES,
  ...COMPANY_ARTICLES,
  ...AGENT_ARTICLES,
  ...ACCOUNT_ARTICLES_DE,
  ...EVERYDAY_ARTICLES_DE,
];
