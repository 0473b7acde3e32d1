import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { BookOpen20Regular } from '@fluentui/react-icons/svg/book-open';
import { Cart20Regular } from '@fluentui/react-icons/svg/cart';
import { PeopleTeam20Regular } from '@fluentui/react-icons/svg/people-team';
import { TicketDiagonal20Regular } from '@fluentui/react-icons/svg/ticket-diagonal';
import { useState, type ReactNode } from 'react';
import type { DraftView, SimilarView } from '../../lib/api-types';
import { latePart } from '../../lib/late-part';
import { useDates } from '../../lib/now';
import { href, recordHref } from '../../lib/router';
import { useSession } from '../../lib/session';
import { Disturbance } from '../../known/Disturbance';
import { KnownIssue } from '../../known/KnownIssue';
import { Opening } from '../../parts/Opening';
import { PriorityMark } from '../marks';

const ArticleDialog = latePart(() => import('../../knowledge/ArticleDialog'));

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '14px' },
  box: { padding: '14px 16px', borderRadius: tokens.borderRadiusLarge, border: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground1 },
  title: { display: 'flex', gap: '8px', alignItems: 'center', margin: '0 0 8px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  icon: { display: 'inline-flex', color: tokens.colorBrandForeground1 },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
  similar: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '6px', overflowWrap: 'anywhere' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3 },
  line: { display: 'flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap' },
  article: { justifyContent: 'flex-start', textAlign: 'left', padding: 0, minWidth: 0, fontWeight: tokens.fontWeightRegular, color: tokens.colorBrandForegroundLink },
});

interface Props {
  readonly draft: DraftView | undefined;
  /** What was written. */
  readonly text: string;
  readonly isBusy: boolean;
  /** Says it on a ticket that is open already. */
  onAddTo(ticket: SimilarView): void;
  /** Reports it as a part of one that others reported. */
  onPartOf(ticket: SimilarView): void;
}

/** What the words would become, and what may make a ticket unnecessary. */
export function DraftPanel({ draft, text, isBusy, onAddTo, onPartOf }: Props) {
  const styles = useStyles();
  const { t, me } = useSession();
  const dates = useDates();
  const [articleId, setArticleId] = useState<string>();
  const own = draft?.similar.filter(({ isOwn }) => isOwn) ?? [];
  const others = draft?.similar.filter(({ isOwn }) => !isOwn) ?? [];
  if (!draft) return <p className={styles.quiet}>{t('tab.new.typeFirst')}</p>;
  return (
    <div className={styles.root} aria-live="polite" data-testid="draft">
      {draft.known.map((issue) => (
        <KnownIssue key={issue.id} issue={issue} />
      ))}
      {draft.disturbance && <Disturbance text={text} disturbance={draft.disturbance} />}
      {own.length > 0 && (
        <Box title={t('tab.new.own')} icon={<TicketDiagonal20Regular />}>
          <ul className={styles.list}>
            {own.map((ticket) => (
              <li key={ticket.id} className={styles.similar} data-similar={ticket.id}>
                <SimilarLine ticket={ticket} said={t('tab.new.ownOn', { at: dates.short(ticket.createdAt) })} />
                <Button size="small" appearance="primary" disabled={isBusy} onClick={() => onAddTo(ticket)}>
                  {t('tab.new.addTo', { id: ticket.id })}
                </Button>
              </li>
            ))}
          </ul>
        </Box>
      )}
      <Box title={t('tab.new.goesTo')} icon={<PeopleTeam20Regular />}>
        <div className={styles.line}>
          {me.isAgent && <PriorityMark priority={draft.priority as 'P1'} />}
          <strong>{draft.groupName ?? t('waits.desk')}</strong>
          {draft.category && <span className={styles.quiet}>{draft.category}</span>}
        </div>
        {draft.confidence !== undefined && <span className={styles.quiet}>{t('ask.category.sure', { percent: Math.round(draft.confidence * 100) })}</span>}
        {draft.dueAt && <span className={styles.quiet}>{t('tab.my.due', { at: dates.short(draft.dueAt) })}</span>}
      </Box>
      {draft.articles.length > 0 && (
        <Box title={t('tab.new.mayHelp')} icon={<BookOpen20Regular />}>
          <ul className={styles.list}>
            {draft.articles.map((article) => (
              <li key={article.id}>
                <Button appearance="transparent" className={styles.article} onClick={() => setArticleId(article.id)}>
                  {article.title}
                </Button>
              </li>
            ))}
          </ul>
        </Box>
      )}
      {others.length > 0 && (
        <Box title={t('tab.new.similar')} icon={<TicketDiagonal20Regular />}>
          <ul className={styles.list}>
            {others.map((other) => (
              <li key={other.id} className={styles.similar} data-similar={other.id}>
                <SimilarLine ticket={other} said={t(`state.${other.state}`)} />
                {me.isAgent && (
                  <Button size="small" disabled={isBusy} onClick={() => onPartOf(other)}>
                    {t('tab.new.partOf', { id: other.id })}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Box>
      )}
      {draft.offerings.length > 0 && (
        <Box title={t('tab.new.orderInstead')} icon={<Cart20Regular />}>
          <ul className={styles.list}>
            {draft.offerings.map((offering) => (
              <li key={offering.id}>
                <Link href={href('new', offering.id)}>{offering.name}</Link>
              </li>
            ))}
          </ul>
        </Box>
      )}
      {articleId && (
        <ArticleDialog while={<Opening onClose={() => setArticleId(undefined)} />} id={articleId} onClose={() => setArticleId(undefined)} />
      )}
    </div>
  );
}

function SimilarLine({ ticket, said }: { readonly ticket: SimilarView; readonly said: string }) {
  const styles = useStyles();
  return (
    <span>
      <Link href={recordHref(ticket.id)}>{ticket.id}</Link> {ticket.title}
      <span className={styles.quiet}> · {said}</span>
    </span>
  );
}

function Box({ title, icon, children }: { readonly title: string; readonly icon: ReactNode; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.box}>
      <h2 className={styles.title}>
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
        {title}
      </h2>
      {children}
    </section>
  );
}
