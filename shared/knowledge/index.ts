export { articlesPractice, type Article, type ArticleSummary } from './article';
export { articleSchema } from './article-schema';
