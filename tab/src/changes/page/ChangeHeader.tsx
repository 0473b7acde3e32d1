import { Button, makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUp20Regular } from '@fluentui/react-icons/svg/chevron-up';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import type { ChangeView } from '../../../../shared/changes/change-views';
import { ActionButtons } from '../../actions/ActionButtons';
import { href } from '../../lib/router';
import { useSession } from '../../lib/session';
import { useIsNarrow } from '../../lib/use-width';
import { notify } from '../../parts/notices';
import { CHANGE_SCHEMAS } from '../change-schemas';
import { ChangeStateMark, TypeMark } from '../marks';
import { useWindowText } from '../window';
import { RiskBadge } from './RiskCard';

/** What most likely comes next, in this order. */
const IN_FRONT = ['submit', 'resume', 'schedule', 'start', 'finish', 'completeReview', 'close', 'edit', 'reschedule', 'hold'].map((verb) => `changes.${verb}`);
const ASIDE = ['changes.edit', 'changes.reschedule', 'changes.hold'];
/** Found elsewhere on the page: beside what they change. */
const ELSEWHERE = new Set(['propose', 'recordDone', 'approve', 'reject', 'returnForInfo', 'withdrawVote', 'closeVote', 'changeTask', 'closeTask', 'comment', 'unlink'].map((verb) => `changes.${verb}`));
const OFFERED = Object.keys(CHANGE_SCHEMAS).filter((action) => !ELSEWHERE.has(action));

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '6px', padding: '2px 16px 12px', flexShrink: 0 },
  narrow: { padding: '0 10px 8px' },
  line: { display: 'flex', alignItems: 'center', columnGap: '12px', rowGap: '4px', flexWrap: 'wrap', minWidth: 0 },
  back: { minWidth: 0, marginLeft: '-6px' },
  number: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
  copy: { marginLeft: '-8px' },
  title: { margin: 0, flexGrow: 1, flexBasis: '320px', minWidth: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  narrowTitle: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, flexBasis: '100%' },
  window: { color: tokens.colorNeutralForeground2 },
  steps: { display: 'flex', alignItems: 'center', gap: '2px', marginLeft: 'auto', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export interface Neighbors {
  readonly backHref: string;
  readonly position: number;
  readonly count: number;
  readonly previousId?: string | undefined;
  readonly nextId?: string | undefined;
}

interface Props {
  readonly change: ChangeView;
  readonly neighbors: Neighbors;
}

/** What it is, how it stands, how risky it is, when it is to be done, and what can be done now. */
export function ChangeHeader({ change, neighbors }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const isNarrow = useIsNarrow();
  const windowText = useWindowText()(change);
  const copy = (): void => {
    navigator.clipboard.writeText(change.id).then(
      () => notify({ title: t('tab.copied', { id: change.id }), intent: 'info' }),
      // Some hosts forbid it to the pages they show.
      () => notify({ title: t('tab.notCopied', { id: change.id }), intent: 'warning' }),
    );
  };
  return (
    <header className={mergeClasses(styles.root, isNarrow && styles.narrow)}>
      <div className={styles.line}>
        <Tooltip content={t('changePage.back')} relationship="label" withArrow>
          <Button as="a" href={neighbors.backHref} size="small" appearance="subtle" className={styles.back} icon={<ArrowLeft20Regular />} />
        </Tooltip>
        <span className={styles.number}>{change.id}</span>
        <Tooltip content={t('tab.copyNumber')} relationship="label" withArrow>
          <Button size="small" appearance="transparent" className={styles.copy} icon={<Copy16Regular />} onClick={copy} />
        </Tooltip>
        <TypeMark type={change.type} />
        <ChangeStateMark change={change} />
        <RiskBadge risk={change.risk} />
        {neighbors.count > 1 && <Steps neighbors={neighbors} />}
      </div>
      <div className={styles.line}>
        <h1 className={mergeClasses(styles.title, isNarrow && styles.narrowTitle)}>{change.title}</h1>
        <ActionButtons record={change} offered={OFFERED} inFront={IN_FRONT} aside={ASIDE} />
      </div>
      <div className={styles.line}>
        <span data-testid="waits-for">{change.waitsFor}</span>
        {windowText && <span className={styles.window}>{windowText}</span>}
      </div>
    </header>
  );
}

function Steps({ neighbors }: { readonly neighbors: Neighbors }) {
  const styles = useStyles();
  const { t } = useSession();
  const { previousId, nextId, position, count } = neighbors;
  return (
    <span className={styles.steps}>
      {t('tab.position', { position, count })}
      <Step label={t('changePage.previous')} id={previousId} icon={<ChevronUp20Regular />} />
      <Step label={t('changePage.next')} id={nextId} icon={<ChevronDown20Regular />} />
    </span>
  );
}

function Step({ label, id, icon }: { readonly label: string; readonly id: string | undefined; readonly icon: React.JSX.Element }) {
  if (!id) return <Button size="small" appearance="subtle" icon={icon} aria-label={label} disabled />;
  return (
    <Tooltip content={label} relationship="label" withArrow>
      <Button as="a" href={href('changes', id)} size="small" appearance="subtle" icon={icon} />
    </Tooltip>
  );
}
