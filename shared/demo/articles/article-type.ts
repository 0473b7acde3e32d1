import type { Language } from '../../kernel';

export interface DemoArticle {
  readonly key: string;
  readonly title: string;
  readonly language: Language;
  readonly categoryKey: string;
  readonly keywords: string;
  readonly audience: 'everyone' | 'agents';
  readonly ownerKey: string;
  /** Markdown. One paragraph or list entry is one line, so that cards and pages break lines alike. */
  readonly body: string;
}
