import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Search48Regular } from '@fluentui/react-icons/svg/search';
import { useEffect, useRef } from 'react';
import type { ChangeView } from '../../../../shared/changes/change-views';
import { useActions } from '../../actions/ActionsProvider';
import { errorText } from '../../lib/error-text';
import { useRecord } from '../../lib/records';
import { href, navigate } from '../../lib/router';
import { useSession } from '../../lib/session';
import { useShortcuts } from '../../lib/shortcuts';
import { useMedia } from '../../lib/use-width';
import { neighborsOf } from '../../lists/neighbors';
import { EmptyState } from '../../parts/EmptyState';
import { Waiting } from '../../parts/Waiting';
import { Card } from './Card';
import { ChangeHeader } from './ChangeHeader';
import { ChangeTimeline } from './ChangeTimeline';
import { CollisionsCard } from './CollisionsCard';
import { CommentBox } from './CommentBox';
import { DecisionPanel } from './DecisionPanel';
import { EditsCard } from './EditsCard';
import { MissingCard } from './MissingCard';
import { AboutCard, PlanCard } from './PlanCards';
import { ResultCard } from './ResultCard';
import { RiskCard } from './RiskCard';
import { SidePanel } from './SidePanel';
import { TasksCard } from './TasksCard';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  body: { display: 'flex', flexGrow: 1, minHeight: 0, gap: '12px', padding: '0 16px 16px' },
  bodyNarrow: { padding: '0 8px 8px' },
  scroll: { flexGrow: 1, minWidth: 0, minHeight: 0, overflowY: 'auto', padding: '2px 4px 8px 2px' },
  column: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '1040px' },
  panel: {
    width: '340px', flexShrink: 0, overflowY: 'auto', backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusLarge, boxShadow: tokens.shadow2, border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  folded: { backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusLarge, border: `1px solid ${tokens.colorNeutralStroke3}` },
});

/** One change: what it is, who decides, and everything that happened. */
export default function ChangePage({ id }: { readonly id: string }) {
  const { t, records } = useSession();
  const { record, error, isLoading } = useRecord<ChangeView>(records, 'changes', id);
  if (record) return <Change change={record} />;
  if (!error || isLoading) return <Waiting label={t('tab.loading')} />;
  const isMissing = error.status === 404;
  return (
    <EmptyState icon={<Search48Regular />} title={t(isMissing ? 'changePage.missingRecord' : 'changePage.failedRecord', { id })} text={isMissing ? t('changePage.missingRecord.text') : errorText(error, t)}>
      {!isMissing && (
        <Button appearance="primary" onClick={() => records.load('changes', id, true)}>
          {t('tab.retry')}
        </Button>
      )}
      <Button onClick={() => navigate(href('changes'))}>{t('changePage.back')}</Button>
    </EmptyState>
  );
}

function Change({ change }: { readonly change: ChangeView }) {
  const styles = useStyles();
  const session = useSession();
  const { t, host } = session;
  const { start } = useActions();
  const isNarrow = useMedia('(max-width: 959px)');
  const neighbors = neighborsOf(session, 'changes', change.id, 'changes');
  const box = useRef<HTMLTextAreaElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const canComment = change.can.includes('changes.comment');
  const go = (id: string | undefined) => (id ? () => navigate(href('changes', id)) : undefined);
  const decide = (): void => scroller.current?.querySelector<HTMLElement>('[data-testid="decision"] textarea')?.focus();

  useShortcuts({
    a: change.mySeats.length > 0 ? decide : undefined,
    e: change.can.includes('changes.edit') ? () => start({ record: change, action: 'changes.edit' }) : undefined,
    n: canComment ? () => box.current?.focus() : undefined,
    j: go(neighbors.nextId),
    k: go(neighbors.previousId),
    Escape: () => navigate(neighbors.backHref),
  });

  useEffect(() => {
    document.title = `${change.id} · ${change.title}`;
    host.share(change.id, `${change.id} ${change.title}`);
  }, [host, change.id, change.title]);

  return (
    <div className={styles.root}>
      <ChangeHeader change={change} neighbors={neighbors} />
      <div className={mergeClasses(styles.body, isNarrow && styles.bodyNarrow)}>
        <div ref={scroller} className={styles.scroll} tabIndex={0} role="region" aria-label={change.title} data-printed="">
          <div className={styles.column}>
            <DecisionPanel change={change} />
            <EditsCard change={change} />
            <MissingCard change={change} />
            <CollisionsCard change={change} />
            <ResultCard change={change} />
            {isNarrow && (
              <div className={styles.folded} data-testid="panel">
                <SidePanel change={change} />
              </div>
            )}
            <AboutCard change={change} />
            <PlanCard change={change} />
            <RiskCard change={change} />
            <TasksCard change={change} />
            <Card title={t('tab.timeline')}>
              <ChangeTimeline change={change} />
              {canComment && <CommentBox change={change} box={box} />}
            </Card>
          </div>
        </div>
        {!isNarrow && (
          <aside className={styles.panel} aria-label={t('tab.panel')} data-testid="panel" data-printed="">
            <SidePanel change={change} />
          </aside>
        )}
      </div>
    </div>
  );
}
