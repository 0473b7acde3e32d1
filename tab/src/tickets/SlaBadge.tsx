import { makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { Clock16Regular } from '@fluentui/react-icons/svg/clock';
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle';
import { PauseCircle16Regular } from '@fluentui/react-icons/svg/pause-circle';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import { shortDuration } from '../lib/duration';
import { useDates } from '../lib/now';
import { useSession } from '../lib/session';
import type { SlaMood } from './sla';

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', gap: '4px', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums', minWidth: 0 },
  text: { overflow: 'hidden', textOverflow: 'ellipsis' },
  ok: { color: tokens.colorNeutralForeground2 },
  met: { color: tokens.colorStatusSuccessForeground1 },
  risk: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
  breached: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  paused: { color: tokens.colorNeutralForeground3 },
  none: { color: tokens.colorNeutralForeground3 },
});

const ICONS = {
  ok: <Clock16Regular aria-hidden />,
  met: <CheckmarkCircle16Regular aria-hidden />,
  risk: <Warning16Filled aria-hidden />,
  breached: <ErrorCircle16Filled aria-hidden />,
  paused: <PauseCircle16Regular aria-hidden />,
  none: undefined,
} as const;

interface Props {
  readonly mood: SlaMood;
  readonly dueAt?: string | undefined;
  /** What is due, for the explanation: "First response", "Resolution". */
  readonly what?: string | undefined;
}

/** How a promise stands: icon, words and color; the exact time on hover. */
export function SlaBadge({ mood, dueAt, what }: Props) {
  const styles = useStyles();
  const { t, language } = useSession();
  const dates = useDates();
  if (mood === 'none') return <span className={styles.none}>–</span>;
  const time = dueAt ? shortDuration(Date.parse(dueAt) - Date.parse(dates.now), language) : '';
  const text = t(`tab.sla.${mood}`, { time });
  const details = [what, t(`tab.sla.${mood}.long`, { time }), dueAt && t('tab.sla.dueAt', { at: dates.exact(dueAt) })].filter(Boolean).join(' · ');
  return (
    <Tooltip content={details} relationship="description" withArrow>
      <span className={mergeClasses(styles.root, styles[mood])} data-mood={mood}>
        {ICONS[mood]}
        <span className={styles.text}>{text}</span>
      </span>
    </Tooltip>
  );
}
