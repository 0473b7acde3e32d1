import { Button, makeStyles, mergeClasses, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components';
import { CheckmarkCircle48Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircle48Regular } from '@fluentui/react-icons/svg/error-circle';
import { PersonSwap20Regular } from '@fluentui/react-icons/svg/person-swap';
import { useEffect, useState } from 'react';
import type { InboxRow } from '../../../../shared/changes/planning-views';
import { errorText } from '../../lib/error-text';
import { latePart } from '../../lib/late-part';
import { useNow } from '../../lib/now';
import { href, navigate } from '../../lib/router';
import { useSession } from '../../lib/session';
import { useShortcuts } from '../../lib/shortcuts';
import { useIsNarrow, useMedia } from '../../lib/use-width';
import { EmptyState } from '../../parts/EmptyState';
import { Opening } from '../../parts/Opening';
import { Placeholder } from '../../parts/Placeholder';
import { useFollowed } from '../use-followed';
import { Detail } from './Detail';
import { sorted } from './groups';
import { Row } from './Row';

const AwayDialog = latePart(() => import('./AwayDialog'));

const FOLLOWED = ['changes', 'tickets', 'freezeExceptions', 'changeTemplates', 'delegations'] as const;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0, gap: '10px', padding: '4px 16px 16px' },
  narrow: { padding: '4px 8px 8px' },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', flexShrink: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  push: { marginLeft: 'auto' },
  columns: { display: 'flex', gap: '12px', flexGrow: 1, minHeight: 0 },
  list: { overflowY: 'auto', minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column', gap: '12px', paddingRight: '2px' },
  beside: { width: '400px', flexShrink: 0 },
  alone: { flexGrow: 1 },
  group: { display: 'flex', flexDirection: 'column', gap: '6px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  overdue: { color: tokens.colorStatusDangerForeground1 },
  rows: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '6px' },
  detail: {
    flexGrow: 1, minWidth: 0, minHeight: 0, overflowY: 'auto', padding: '18px 20px', backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusLarge, boxShadow: tokens.shadow2,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  below: { padding: '12px', marginTop: '6px', overflowY: 'visible' },
  empty: { display: 'flex', flexGrow: 1, flexDirection: 'column', minHeight: 0, backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusLarge, boxShadow: tokens.shadow2 },
});

/** Everything that waits for the reader, of every practice; what is open is decided on the spot, and the next comes up. */
export function Inbox({ id }: { readonly id: string | undefined }) {
  const styles = useStyles();
  const { t, zone } = useSession();
  const now = useNow();
  const isNarrow = useIsNarrow();
  const isWide = useMedia('(min-width: 900px)');
  const { value, error, reload } = useFollowed<{ readonly items: readonly InboxRow[] }>('/api/approvals', FOLLOWED);
  const [isAway, setAway] = useState(false);

  const groups = sorted(value?.items ?? [], now, zone);
  const rows = groups.flatMap((entry) => entry.rows);
  const found = rows.findIndex((row) => row.id === id);
  const [seen, setSeen] = useState<{ readonly id?: string | undefined; readonly index: number }>({ index: 0 });
  if (found >= 0 && (seen.id !== id || seen.index !== found)) setSeen({ id, index: found });

  // What was decided leaves the list, and the one that took its place comes up. A link to something that is not in the list stays.
  const wasDecided = value !== undefined && id !== undefined && found < 0 && seen.id === id;
  const nextId = rows[Math.min(seen.index, rows.length - 1)]?.id;
  useEffect(() => {
    if (wasDecided) navigate(href('approvals', nextId), true);
  }, [wasDecided, nextId]);

  const shownId = id ?? (isWide ? rows[0]?.id : undefined);
  const index = rows.findIndex((row) => row.id === shownId);
  const select = (to: number): void => {
    const row = rows[Math.max(0, Math.min(to, rows.length - 1))];
    if (row) navigate(href('approvals', row.id), true);
  };
  /** Presses the button of the first decision that is open. */
  const press = (verb: string) => () => document.querySelector<HTMLElement>(`[data-testid="detail"] [data-testid="decision"] [data-verb="${verb}"]`)?.click();
  useShortcuts({ j: () => select(index + 1), k: () => select(index < 0 ? 0 : index - 1), a: press('approve'), r: press('reject') });

  useEffect(() => {
    document.title = `${t('tab.page.approvals')} · Bellhop`;
  }, [t, id]);

  const shown = shownId && (
    <div className={mergeClasses(styles.detail, !isWide && styles.below)} role="region" aria-label={t('planning.inbox.open', { id: shownId })} tabIndex={0} data-testid="detail">
      <Detail key={shownId} id={shownId} />
    </div>
  );

  return (
    <div className={mergeClasses(styles.root, isNarrow && styles.narrow)}>
      <div className={styles.bar}>
        <h1 className={styles.title}>{t('tab.page.approvals')}</h1>
        {value && rows.length > 0 && (
          <span className={styles.quiet} data-testid="total">
            {t('planning.inbox.count', { count: rows.length })}
          </span>
        )}
        <Button className={styles.push} icon={<PersonSwap20Regular aria-hidden />} onClick={() => setAway(true)}>
          {t('planning.away')}
        </Button>
      </div>
      {error && value && (
        <MessageBar intent="warning" role="status">
          <MessageBarBody>{errorText(error, t)}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={reload}>
              {t('tab.retry')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {!value && !error && <Placeholder label={t('tab.loading')} widths={[96, 88, 92, 84]} />}
      {!value && error && (
        <div className={styles.empty}>
          <EmptyState icon={<ErrorCircle48Regular />} title={t('planning.inbox.failed')} text={errorText(error, t)}>
            <Button appearance="primary" onClick={reload}>
              {t('tab.retry')}
            </Button>
          </EmptyState>
        </div>
      )}
      {value && rows.length === 0 && !shownId && (
        <div className={styles.empty}>
          <EmptyState icon={<CheckmarkCircle48Regular />} title={t('planning.inbox.none')} text={t('planning.inbox.none.text')} />
        </div>
      )}
      {value && (rows.length > 0 || shownId) && (
        <div className={styles.columns}>
          <div className={mergeClasses(styles.list, isWide ? styles.beside : styles.alone)}>
            {rows.length === 0 && <span className={styles.quiet}>{t('planning.inbox.none')}</span>}
            {groups.map(({ group, rows: own }) => (
              <section key={group} className={styles.group} aria-labelledby={`inbox-${group}`} data-group={group}>
                <h2 id={`inbox-${group}`} className={mergeClasses(styles.heading, group === 'overdue' && styles.overdue)}>
                  {t(`planning.inbox.${group}`, { count: own.length })}
                </h2>
                <ul className={styles.rows}>
                  {own.map((row) => (
                    <li key={row.id}>
                      <Row row={row} isCurrent={row.id === shownId} isLate={group === 'overdue'} />
                      {!isWide && row.id === shownId && shown}
                    </li>
                  ))}
                </ul>
              </section>
            ))}
            {!isWide && index < 0 && shown}
          </div>
          {isWide && shown}
        </div>
      )}
      {isAway && <AwayDialog while={<Opening onClose={() => setAway(false)} />} onClose={() => setAway(false)} />}
    </div>
  );
}
