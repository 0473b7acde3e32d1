import { Button, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Note16Regular } from '@fluentui/react-icons/svg/note';
import type { HandoverView } from '../../../shared/handovers/handover-views';
import { useActions } from '../actions/ActionsProvider';
import { recordHref } from '../lib/router';
import { useSession } from '../lib/session';
import { usePlanningWords } from '../planning/words';

type Item = HandoverView['items'][number];

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
  item: { display: 'flex', flexDirection: 'column', gap: '4px', padding: '10px 12px', borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}`, minWidth: 0 },
  kept: { backgroundColor: tokens.colorNeutralBackground2 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 10px', fontSize: tokens.fontSizeBase200 },
  title: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300, color: tokens.colorNeutralForeground1, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  urgent: { fontWeight: tokens.fontWeightSemibold },
  late: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  open: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
  note: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase200 },
  push: { marginLeft: 'auto', display: 'flex', flexWrap: 'wrap', gap: '6px' },
});

interface Props {
  readonly handover: HandoverView;
  readonly isBusy: boolean;
  run(verb: string, input: Readonly<Record<string, unknown>>): void;
}

const isLeft = ({ outcome }: Item): boolean => outcome === 'open' || outcome === 'declined';

/** What goes over, each with what can be done with it. */
export function HandoverItems(props: Props) {
  const styles = useStyles();
  const { t } = useSession();
  return (
    <ul className={styles.list} aria-label={t('duty.handover.items')}>
      {props.handover.items.map((item) => (
        <ItemRow key={item.id} item={item} {...props} />
      ))}
    </ul>
  );
}

function ItemRow({ item, handover, isBusy, run }: Props & { readonly item: Item }) {
  const styles = useStyles();
  const { t } = useSession();
  const words = usePlanningWords();
  const { start } = useActions();
  const { id: itemId, title, priority, dueAt, whyText, fromName, note, reason, outcome, byName = '' } = item;
  const may = (verb: string): boolean => handover.can.includes(`handovers.${verb}`);
  const isLate = dueAt !== undefined && dueAt < words.now && isLeft(item);
  const about = { ...handover, title };
  const isPrepared = handover.state === 'prepared';
  return (
    <li className={mergeClasses(styles.item, outcome === 'kept' && styles.kept)} data-item={itemId} data-outcome={outcome}>
      <a href={recordHref(itemId)} className={styles.title}>
        {title}
      </a>
      <div className={styles.line}>
        {title !== itemId && <span className={styles.quiet}>{itemId}</span>}
        {priority && <span className={styles.urgent}>{t(`priority.${priority}`)}</span>}
        <span>{whyText}</span>
        {dueAt && <span className={mergeClasses(isLate && styles.late)}>{t(isLate ? 'duty.item.late' : 'card.handover.due', { at: words.short(dueAt) })}</span>}
        <span className={styles.quiet}>{fromName}</span>
      </div>
      {note && <p className={styles.note}>{note}</p>}
      {reason && <p className={styles.note}>{reason}</p>}
      <div className={styles.line}>
        {!(isPrepared && outcome === 'open') && <span className={isLeft(item) ? styles.open : styles.quiet}>{t(`itemOutcome.${outcome}`, { person: byName })}</span>}
        {may('chooseItem') && outcome !== 'settled' && (
          <Checkbox label={t('field.handover.isIncluded')} checked={outcome === 'open'} disabled={isBusy} onChange={(_event, { checked }) => run('chooseItem', { itemId, isIncluded: checked === true })} />
        )}
        <span className={styles.push}>
          {may('noteItem') && outcome !== 'settled' && (
            <Button size="small" appearance="subtle" icon={<Note16Regular aria-hidden />} aria-label={t('duty.item.note', { id: itemId })} onClick={() => start({ record: about, action: 'handovers.noteItem', initial: { itemId, ...(note && { note }) } })}>
              {t('card.handover.note')}
            </Button>
          )}
          {may('decline') && outcome === 'open' && (
            <Button size="small" disabled={isBusy} aria-label={t('duty.item.decline', { id: itemId })} onClick={() => start({ record: about, action: 'handovers.decline', initial: { itemId } })}>
              {t('action.handovers.decline')}
            </Button>
          )}
          {may('accept') && isLeft(item) && (
            <Button size="small" appearance="primary" disabled={isBusy} aria-label={t('duty.item.accept', { id: itemId })} onClick={() => run('accept', { itemId })}>
              {t('action.handovers.accept')}
            </Button>
          )}
        </span>
      </div>
    </li>
  );
}
