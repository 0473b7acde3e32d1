import { Button, Link, makeStyles, Tag, TagGroup, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { Lightbulb16Regular } from '@fluentui/react-icons/svg/lightbulb';
import { useEffect, useState } from 'react';
import type { TicketView } from '../../../../shared/tickets/ticket-views';
import type { DraftView } from '../../lib/api-types';
import { recordHref } from '../../lib/router';
import { useSession } from '../../lib/session';
import { useActions } from '../../actions/ActionsProvider';
import { AddWatcher } from './AddWatcher';
import { Section } from '../../parts/Panel';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
  item: { display: 'flex', gap: '8px', alignItems: 'flex-start' },
  words: { minWidth: 0, flexGrow: 1, overflowWrap: 'anywhere' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  icon: { display: 'inline-flex', marginTop: '2px', color: tokens.colorBrandForeground1 },
  tags: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
});

interface Props {
  readonly ticket: TicketView;
}

export function Links({ ticket }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const { start, perform } = useActions();
  const canLink = ticket.can.includes('tickets.link');
  if (ticket.links.length === 0 && !canLink) return null;
  const add = { label: t('tab.addLink'), icon: <Add16Regular />, run: () => start({ record: ticket, action: 'tickets.link' }) };
  return (
    <Section title={t('tab.panel.links')} action={canLink ? add : undefined}>
      {ticket.links.length === 0 && <span className={styles.quiet}>{t('tab.none')}</span>}
      <ul className={styles.list}>
        {ticket.links.map((link) => (
          <li key={`${link.relation} ${link.id}`} className={styles.item}>
            <span className={styles.words}>
              <span className={styles.quiet}>{t(`relation.${link.relation}`)}</span>
              <Link href={recordHref(link.id)}>{link.id}</Link> {link.title}
              <span className={styles.quiet}>{t(`state.${link.state}`)}</span>
            </span>
            {ticket.can.includes('tickets.unlink') && (
              <Button
                size="small"
                appearance="subtle"
                icon={<Dismiss16Regular />}
                aria-label={t('tab.removeLink', { id: link.id })}
                onClick={() => void perform(ticket, 'tickets.unlink', { relation: link.relation, otherId: link.id })}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Watchers({ ticket }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const { perform } = useActions();
  const canAdd = ticket.can.includes('tickets.watch');
  const canRemove = ticket.can.includes('tickets.unwatch');
  const [isAdding, setAdding] = useState(false);
  if (ticket.watchers.length === 0 && !canAdd) return null;
  const add = { label: t('tab.addWatcher'), icon: <Add16Regular />, run: () => setAdding(true) };
  return (
    <Section title={t('tab.panel.watchers')} action={canAdd ? add : undefined}>
      {ticket.watchers.length === 0 && !isAdding && <span className={styles.quiet}>{t('tab.none')}</span>}
      {ticket.watchers.length > 0 && (
        <TagGroup className={styles.tags} aria-label={t('tab.panel.watchers')} onDismiss={(_event, data) => void perform(ticket, 'tickets.unwatch', { personId: data.value })}>
          {ticket.watchers.map((watcher) => (
            <Tag key={watcher.id} value={watcher.id} size="small" dismissible={canRemove} {...(canRemove && { dismissIcon: { 'aria-label': t('tab.remove') } })}>
              {watcher.name}
            </Tag>
          ))}
        </TagGroup>
      )}
      {isAdding && (
        <AddWatcher
          onClose={() => setAdding(false)}
          onAdd={(personId) => {
            setAdding(false);
            void perform(ticket, 'tickets.watch', { personId });
          }}
        />
      )}
    </Section>
  );
}

/** Articles that match what the ticket says: the answer may be written already. */
export function Suggestions({ ticket }: Props) {
  const styles = useStyles();
  const { t, api } = useSession();
  const { perform } = useActions();
  const [draft, setDraft] = useState<DraftView>();
  const text = `${ticket.title} ${ticket.description}`.slice(0, 1_000);
  useEffect(() => {
    const control = new AbortController();
    api.get<{ draft: DraftView }>(`/api/draft?text=${encodeURIComponent(text)}`, control.signal).then((answer) => setDraft(answer.draft), () => undefined);
    return () => control.abort();
  }, [api, text]);
  const articles = draft?.articles ?? [];
  const similar = (draft?.similar ?? []).filter((other) => other.id !== ticket.id && !ticket.links.some((link) => link.id === other.id));
  if (articles.length === 0 && similar.length === 0) return null;
  return (
    <Section title={t('tab.panel.suggestions')}>
      <ul className={styles.list}>
        {articles.map((article) => (
          <li key={article.id} className={styles.item}>
            <span className={styles.icon} aria-hidden="true">
              <Lightbulb16Regular />
            </span>
            <Link href={recordHref(article.id)} className={styles.words}>
              {article.title}
            </Link>
          </li>
        ))}
        {similar.map((other) => (
          <li key={other.id} className={styles.item}>
            <span className={styles.words}>
              <Link href={recordHref(other.id)}>{other.id}</Link> {other.title}
              <span className={styles.quiet}>{t(`state.${other.state}`)}</span>
              {ticket.can.includes('tickets.link') && (
                <Button size="small" onClick={() => void perform(ticket, 'tickets.link', { relation: 'childOf', otherId: other.id })}>
                  {t('tab.suggest.partOf', { id: other.id })}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
