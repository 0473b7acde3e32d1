import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { ErrorCircle48Regular } from '@fluentui/react-icons/svg/error-circle';
import { useEffect, useId, type ReactNode } from 'react';
import type { HandoverView } from '../../../shared/handovers/handover-views';
import { useActions } from '../actions/ActionsProvider';
import { errorText } from '../lib/error-text';
import { useRecord } from '../lib/records';
import { href } from '../lib/router';
import { useSession } from '../lib/session';
import { EmptyState } from '../parts/EmptyState';
import { Placeholder } from '../parts/Placeholder';
import { useRun } from '../planning/meetings/use-run';
import { usePlanningWords } from '../planning/words';
import { HandoverItems } from './HandoverItems';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '14px', width: '100%', maxWidth: '980px', margin: '0 auto', padding: '4px 16px 32px', boxSizing: 'border-box', '@media (max-width: 639px)': { padding: '4px 8px 24px' } },
  crumbs: { display: 'flex', alignItems: 'center', gap: '6px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px 12px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  state: { color: tokens.colorNeutralForeground2 },
  waits: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
  actions: { marginLeft: 'auto', display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, margin: 0 },
  asked: { margin: 0 },
  panel: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '16px 18px', backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusLarge, boxShadow: tokens.shadow2, border: `1px solid ${tokens.colorTransparentStroke}`, minWidth: 0, boxSizing: 'border-box' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  note: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  history: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
});

/** One handover: what it is about, what is asked of whoever reads it, and what happened to it. */
export function HandoverPage({ id }: { readonly id: string }) {
  const { t, records } = useSession();
  const { record, error, isLoading } = useRecord<HandoverView>(records, 'handovers', id);
  useEffect(() => {
    document.title = `${record ? `${t('card.kind.handover')} ${record.groupName}` : id} · Bellhop`;
  }, [record, id, t]);
  if (record) return <Handover handover={record} />;
  if (!error || isLoading) return <Placeholder label={t('tab.loading')} widths={[60, 96, 88, 92]} />;
  return (
    <EmptyState icon={<ErrorCircle48Regular />} title={t('duty.handover.missing', { id })} text={error.status === 404 ? t('duty.handover.missing.text') : errorText(error, t)}>
      <Button as="a" href={href('duty')}>
        {t('tab.page.duty')}
      </Button>
    </EmptyState>
  );
}

function Handover({ handover }: { readonly handover: HandoverView }) {
  const styles = useStyles();
  const { t } = useSession();
  const words = usePlanningWords();
  const { start } = useActions();
  const { run, isBusy } = useRun();
  const may = (verb: string): boolean => handover.can.includes(`handovers.${verb}`);
  const ask = (verb: string): void => start({ record: { ...handover, title: handover.groupName }, action: `handovers.${verb}` });
  const hasLeft = handover.openCount > 0;
  return (
    <div className={styles.root} data-testid="handover" data-state={handover.state}>
      <nav className={styles.crumbs} aria-label={t('tab.page.duty')} data-no-print="">
        <Link href={href('duty')}>{t('tab.page.duty')}</Link>
        <ChevronRight16Regular aria-hidden />
      </nav>
      <div className={styles.head}>
        <h1 className={styles.title}>{t('card.handover.title', { group: handover.groupName, at: words.short(handover.endsAt) })}</h1>
        <span className={mergeClasses(styles.state, handover.closedAt === undefined && styles.waits)}>{t(`state.${handover.state}`)}</span>
        <div className={styles.actions} data-no-print="">
          {may('withdraw') && <Button disabled={isBusy} onClick={() => ask('withdraw')}>{t('action.handovers.withdraw')}</Button>}
          {may('decline') && hasLeft && <Button disabled={isBusy} onClick={() => ask('decline')}>{t('action.handovers.decline')}</Button>}
          {may('accept') && hasLeft && (
            <Button appearance="primary" disabled={isBusy} onClick={() => void run('handovers.accept', handover)}>
              {t(handover.state === 'handedOver' ? 'card.handover.acceptAll' : 'card.handover.acceptRest')}
            </Button>
          )}
          {may('handOver') && <Button appearance="primary" disabled={isBusy} onClick={() => ask('handOver')}>{t('action.handovers.handOver')}</Button>}
        </div>
      </div>
      <p className={styles.quiet}>{[handover.id, t('card.handover.people', { from: handover.fromNames.join(', '), to: handover.toNames.join(', ') })].join(' · ')}</p>
      {may('handOver') && <p className={styles.asked}>{t('card.handover.askGiver')}</p>}
      {may('accept') && hasLeft && <p className={styles.asked}>{handover.acceptBy ? t('card.handover.askReceiver', { at: words.short(handover.acceptBy) }) : t('card.handover.askReceiverAny')}</p>}
      {handover.note && (
        <Part title={t('field.handover.note')}>
          <p className={styles.note}>{handover.note}</p>
        </Part>
      )}
      <Part title={t('duty.handover.items')}>
        <HandoverItems handover={handover} isBusy={isBusy} run={(verb, input) => void run(`handovers.${verb}`, handover, input)} />
        {handover.leftOut && <p className={styles.quiet}>{t('card.handover.leftOut', { count: handover.leftOut })}</p>}
      </Part>
      <Part title={t('duty.handover.history')}>
        <ol className={styles.history}>
          {handover.timeline.map(({ seq, at, line, text }) => (
            <li key={seq}>
              <span>{line}</span> <span className={styles.quiet}>{words.short(at)}</span>
              {text && <p className={styles.note}>{text}</p>}
            </li>
          ))}
        </ol>
      </Part>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      {children}
    </section>
  );
}
