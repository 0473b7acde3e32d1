import { Badge, Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { BookOpen48Regular } from '@fluentui/react-icons/svg/book-open';
import { useEffect } from 'react';
import type { RecordView } from '../../../shared/kernel';
import type { ArticleView } from '../lib/api-types';
import { errorText } from '../lib/error-text';
import { useRecord } from '../lib/records';
import { href, navigate } from '../lib/router';
import { useSession } from '../lib/session';
import { EmptyState } from '../parts/EmptyState';
import { Markdown } from '../parts/Markdown';
import { When } from '../parts/When';

const useStyles = makeStyles({
  root: { height: '100%', overflowY: 'auto', padding: '8px 16px 32px' },
  column: { maxWidth: '760px', margin: '0 auto', display: 'flex', flexDirection: 'column', gap: '12px' },
  card: { padding: '24px 28px', backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusLarge, boxShadow: tokens.shadow2, border: `1px solid ${tokens.colorTransparentStroke}`, '@media (max-width: 639px)': { padding: '16px' } },
  title: { margin: '0 0 6px', fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, fontWeight: tokens.fontWeightSemibold },
  meta: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, marginBottom: '18px' },
  foot: { display: 'flex', gap: '12px', alignItems: 'center', flexWrap: 'wrap', color: tokens.colorNeutralForeground2 },
  back: { alignSelf: 'flex-start', marginLeft: '-8px' },
});

type ArticleRecord = RecordView & ArticleView;

export function ArticlePage({ id }: { readonly id: string }) {
  const styles = useStyles();
  const { t, records, host } = useSession();
  const { record: article, error, isLoading } = useRecord<ArticleRecord>(records, 'articles', id);
  const title = article?.title;
  useEffect(() => {
    if (!title) return;
    document.title = title;
    host.share(id, title);
  }, [host, id, title]);

  if (!article && error && !isLoading) {
    return (
      <EmptyState icon={<BookOpen48Regular />} title={t('tab.knowledge.missing')} text={error.status === 404 ? t('tab.knowledge.missing.text') : errorText(error, t)}>
        <Button appearance="primary" onClick={() => navigate(href('knowledge'))}>
          {t('tab.knowledge.back')}
        </Button>
      </EmptyState>
    );
  }
  return (
    <div className={styles.root}>
      <div className={styles.column}>
        <Button as="a" href={href('knowledge')} appearance="subtle" className={styles.back} icon={<ArrowLeft20Regular aria-hidden />}>
          {t('tab.knowledge.back')}
        </Button>
        {!article && <Spinner size="small" label={t('tab.loading')} />}
        {article && (
          <article className={styles.card} lang={article.language}>
            <h1 className={styles.title}>{article.title}</h1>
            <div className={styles.meta}>
              <span>
                {t('tab.updated')} <When at={article.updatedAt} />
              </span>
              {article.audience === 'agents' && <Badge appearance="outline">{t('audience.agents')}</Badge>}
            </div>
            <Markdown text={article.body} />
          </article>
        )}
        {article && (
          <div className={styles.foot}>
            {t('tab.knowledge.stuck')}
            <Button onClick={() => navigate(href('new', undefined, new URLSearchParams({ text: article.title })))}>{t('tab.knowledge.report')}</Button>
          </div>
        )}
      </div>
    </div>
  );
}
