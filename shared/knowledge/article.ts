import { defineRegister, hasRole, isAgent, type RegisterRecord, type RegisterSummary } from '../kernel';
import { articleSchema } from './article-schema';

export type Article = RegisterRecord<typeof articleSchema>;
export type ArticleSummary = RegisterSummary<typeof articleSchema>;

/** Published articles. Drafts, reviews and versions come with the knowledge practice. */
export const articlesPractice = defineRegister({
  practice: 'articles',
  prefix: 'ART',
  schema: articleSchema,
  canRead: (actor, article) => (!article.retired && article.audience === 'everyone') || isAgent(actor) || hasRole(actor, 'administrator'),
  canEdit: (actor) => isAgent(actor) || hasRole(actor, 'administrator'),
  sortKey: (article) => article.title.toLowerCase(),
  searchText: (article) => ({ title: `${article.title} ${article.keywords ?? ''}`, text: article.body }),
});
