import { category, choice, paragraph, person, text } from '../kernel';

export const articleSchema = {
  title: text({ label: 'field.article.title', required: true, max: 150 }),
  /** Markdown. */
  body: paragraph({ label: 'field.article.body', required: true, max: 20_000 }),
  language: choice(['en', 'de'], 'language', { label: 'field.article.language', required: true }),
  categoryId: category({ label: 'field.article.category' }),
  keywords: text({ label: 'field.article.keywords', max: 500 }),
  audience: choice(['everyone', 'agents'], 'audience', { label: 'field.article.audience', required: true }),
  ownerId: person({ label: 'field.article.owner' }),
};
