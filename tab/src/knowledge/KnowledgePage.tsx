import { Badge, Button, makeStyles, SearchBox, Spinner, tokens } from '@fluentui/react-components';
import { BookOpen48Regular } from '@fluentui/react-icons/svg/book-open';
import { useState } from 'react';
import type { ArticleView } from '../lib/api-types';
import { errorText } from '../lib/error-text';
import { href, navigate } from '../lib/router';
import { useSession } from '../lib/session';
import { EmptyState } from '../parts/EmptyState';
import { ArticlePage } from './ArticlePage';
import { excerpt } from './excerpt';
import { useArticles, useArticleSearch } from './use-articles';

const useStyles = makeStyles({
  root: { height: '100%', overflowY: 'auto', padding: '8px 16px 32px' },
  column: { maxWidth: '860px', margin: '0 auto', display: 'flex', flexDirection: 'column', gap: '16px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, fontWeight: tokens.fontWeightSemibold },
  search: { maxWidth: '480px', width: '100%' },
  heading: { margin: '6px 0 8px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '6px' },
  card: {
    display: 'flex', flexDirection: 'column', gap: '2px', padding: '12px 16px', borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke3}`, color: tokens.colorNeutralForeground1, textDecorationLine: 'none',
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1Hover}`, boxShadow: tokens.shadow4 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  head: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' },
  name: { fontWeight: tokens.fontWeightSemibold },
  text: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

interface Props {
  readonly id: string | undefined;
  readonly query: string;
}

export default function KnowledgePage({ id, query }: Props) {
  return id ? <ArticlePage id={id} /> : <Shelf query={query} />;
}

function Shelf({ query }: { readonly query: string }) {
  const styles = useStyles();
  const { t, language, config } = useSession();
  const [text, setText] = useState(query);
  const { articles, error, reload } = useArticles();
  const found = useArticleSearch(text);

  if (!articles && error) {
    return (
      <EmptyState icon={<BookOpen48Regular />} title={t('tab.knowledge.failed')} text={errorText(error, t)}>
        <Button appearance="primary" onClick={reload}>
          {t('tab.retry')}
        </Button>
      </EmptyState>
    );
  }
  const area = (article: ArticleView): string => config.categories.find((entry) => entry.id === article.categoryId)?.path.split(' › ')[0] ?? t('tab.knowledge.other');
  const inLanguage = (articles ?? []).filter((article) => article.language === language);
  const others = (articles ?? []).filter((article) => article.language !== language);
  const areas = [...new Set(inLanguage.map(area))].sort((left, right) => left.localeCompare(right));
  const hits = found?.flatMap((articleId) => articles?.find((article) => article.id === articleId) ?? []);
  return (
    <div className={styles.root}>
      <div className={styles.column}>
        <h1 className={styles.title}>{t('tab.page.knowledge')}</h1>
        <SearchBox
          className={styles.search}
          size="large"
          value={text}
          placeholder={t('tab.knowledge.search')}
          aria-label={t('tab.knowledge.search')}
          onChange={(_event, data) => {
            setText(data.value);
            navigate(href('knowledge', undefined, new URLSearchParams(data.value ? { q: data.value } : {})), true);
          }}
        />
        {!articles && <Spinner size="small" label={t('tab.loading')} />}
        {hits && hits.length === 0 && (
          <EmptyState icon={<BookOpen48Regular />} title={t('tab.nothingFound')} text={t('tab.knowledge.nothing')}>
            <Button appearance="primary" onClick={() => navigate(href('new', undefined, new URLSearchParams({ text })))}>
              {t('tab.knowledge.report')}
            </Button>
          </EmptyState>
        )}
        {hits ? (
          <Articles articles={hits} />
        ) : (
          <>
            {areas.map((name) => (
              <section key={name}>
                <h2 className={styles.heading}>{name}</h2>
                <Articles articles={inLanguage.filter((article) => area(article) === name)} />
              </section>
            ))}
            {others.length > 0 && (
              <section>
                <h2 className={styles.heading}>{t('tab.knowledge.otherLanguages')}</h2>
                <Articles articles={others} />
              </section>
            )}
          </>
        )}
      </div>
    </div>
  );
}

function Articles({ articles }: { readonly articles: readonly ArticleView[] }) {
  const styles = useStyles();
  const { t, language } = useSession();
  return (
    <ul className={styles.list}>
      {articles.map((article) => (
        <li key={article.id}>
          <a href={href('knowledge', article.id)} className={styles.card} lang={article.language}>
            <span className={styles.head}>
              <span className={styles.name}>{article.title}</span>
              {article.audience === 'agents' && <Badge appearance="outline">{t('audience.agents')}</Badge>}
              {article.language !== language && <Badge appearance="outline">{t(`language.${article.language}`)}</Badge>}
            </span>
            <span className={styles.text}>{excerpt(article.body)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
