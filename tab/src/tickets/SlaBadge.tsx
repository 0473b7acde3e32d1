import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { Clock16Regular } from '@fluentui/react-icons/svg/clock';
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle';
import { PauseCircle16Regular } from '@fluentui/react-icons/svg/pause-circle';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import { shortDuration } from '../lib/duration';
import { useDates } from '../lib/now';
import { useSession } from '../lib/session';
import { Hint } from '../parts/Hint';
import type { SlaMood } from './sla';

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', gap: '4px', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums', minWidth: 0 },
  text: { overflow: 'hidden', textOverflow: 'ellipsis' },
  button: {
    font: 'inherit', fontVariantNumeric: 'tabular-nums', cursor: 'pointer', backgroundColor: 'transparent', border: 'none', borderRadius: tokens.borderRadiusMedium, padding: '2px 6px', margin: '-2px -6px',
    textDecorationLine: 'underline', textDecorationStyle: 'dotted', textUnderlineOffset: '3px', textDecorationThickness: '1px',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, textDecorationStyle: 'solid' },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  ok: { color: tokens.colorNeutralForeground2 },
  met: { color: tokens.colorStatusSuccessForeground1 },
  risk: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
  breached: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
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

export interface SlaBadgeProps {
  readonly mood: SlaMood;
  readonly dueAt?: string | undefined;
  /** When the clock stopped: from then on nothing gets later. */
  readonly stoppedAt?: string | undefined;
  /** What is due, for the explanation: "First response", "Resolution". */
  readonly what?: string | undefined;
  /** Tells why it is due then; makes the badge a button. */
  onWhy?(): void;
}

/** How a promise stands: icon, words and color; the exact time on hover, and the reason on a press. */
export function SlaBadge({ mood, dueAt, stoppedAt, what, onWhy }: SlaBadgeProps) {
  const styles = useStyles();
  const { t, language } = useSession();
  const dates = useDates();
  if (mood === 'none') return <span className={styles.none}>–</span>;
  const time = dueAt ? shortDuration(Date.parse(dueAt) - Date.parse(stoppedAt ?? dates.now), language) : '';
  const text = t(`tab.sla.${mood}`, { time });
  const details = [what, t(`tab.sla.${mood}.long`, { time }), dueAt && t('tab.sla.dueAt', { at: dates.exact(dueAt) })].filter(Boolean).join(' · ');
  const content = (
    <>
      {ICONS[mood]}
      <span className={styles.text}>{text}</span>
    </>
  );
  return (
    <Hint text={onWhy ? `${details} · ${t('tab.why')}` : details}>
      {onWhy ? (
        <button
          type="button" className={mergeClasses(styles.root, styles.button, styles[mood])} data-mood={mood} aria-haspopup="dialog"
          aria-label={t('tab.why.badge', { what: what ?? '', standing: text })} onClick={onWhy}
        >
          {content}
        </button>
      ) : (
        <span className={mergeClasses(styles.root, styles[mood])} data-mood={mood}>
          {content}
        </span>
      )}
    </Hint>
  );
}
