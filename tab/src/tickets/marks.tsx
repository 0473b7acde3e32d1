import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { LockClosed16Filled } from '@fluentui/react-icons/svg/lock-closed';
import type { TicketRow } from '../../../shared/tickets/ticket-views';
import { useText } from '../lib/session';
import { Hint } from '../parts/Hint';

const useStyles = makeStyles({
  priority: {
    display: 'inline-flex', alignItems: 'center', justifyContent: 'center', width: '28px', height: '20px', borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, flexShrink: 0, border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  P1: { backgroundColor: tokens.colorStatusDangerBackground3, color: tokens.colorNeutralForegroundOnBrand },
  P2: { backgroundColor: tokens.colorStatusWarningBackground2, color: tokens.colorStatusWarningForeground2 },
  P3: { backgroundColor: tokens.colorNeutralBackground6, color: tokens.colorNeutralForeground2 },
  P4: { backgroundColor: 'transparent', color: tokens.colorNeutralForeground3, border: `1px solid ${tokens.colorNeutralStroke2}` },
  state: { display: 'inline-flex', alignItems: 'center', gap: '6px', whiteSpace: 'nowrap', minWidth: 0 },
  stateText: { overflow: 'hidden', textOverflow: 'ellipsis' },
  dot: { width: '8px', height: '8px', borderRadius: '50%', flexShrink: 0, backgroundColor: tokens.colorNeutralForeground3 },
  fresh: { backgroundColor: tokens.colorBrandBackground },
  active: { backgroundColor: tokens.colorPaletteBlueBorderActive },
  waiting: { backgroundColor: tokens.colorPaletteMarigoldBorderActive },
  done: { backgroundColor: tokens.colorPaletteGreenBorderActive },
  ended: { backgroundColor: 'transparent', border: `2px solid ${tokens.colorNeutralForeground3}` },
  vip: {
    fontSize: '10px', lineHeight: '14px', fontWeight: tokens.fontWeightBold, letterSpacing: '0.04em', padding: '0 4px', borderRadius: tokens.borderRadiusSmall,
    color: tokens.colorPaletteBerryForeground2, backgroundColor: tokens.colorPaletteBerryBackground2, flexShrink: 0,
  },
  lock: { color: tokens.colorNeutralForeground2, flexShrink: 0, display: 'inline-flex' },
});

export function PriorityMark({ priority }: { readonly priority: TicketRow['priority'] }) {
  const styles = useStyles();
  const t = useText();
  return (
    <Hint text={t(`priority.${priority}`)} isName>
      <span role="img" className={mergeClasses(styles.priority, styles[priority])}>
        {priority}
      </span>
    </Hint>
  );
}

const STATE_DOTS: Readonly<Record<TicketRow['state'], 'fresh' | 'active' | 'waiting' | 'done' | 'ended'>> = {
  new: 'fresh', submitted: 'fresh', approved: 'fresh', assigned: 'active', inProgress: 'active', inFulfillment: 'active',
  onHold: 'waiting', awaitingApproval: 'waiting', returned: 'waiting', resolved: 'done', fulfilled: 'done', closed: 'ended', rejected: 'ended', cancelled: 'ended',
};

export function StateMark({ state }: { readonly state: TicketRow['state'] }) {
  const styles = useStyles();
  const t = useText();
  return (
    <span className={styles.state}>
      <span className={mergeClasses(styles.dot, styles[STATE_DOTS[state]])} aria-hidden="true" />
      <span className={styles.stateText}>{t(`state.${state}`)}</span>
    </span>
  );
}

export function VipMark() {
  const styles = useStyles();
  const t = useText();
  return (
    <Hint text={t('tab.vip')}>
      <span className={styles.vip}>VIP</span>
    </Hint>
  );
}

export function ConfidentialMark() {
  const styles = useStyles();
  const t = useText();
  return (
    <Hint text={t('field.ticket.isRestricted')} isName>
      <span role="img" className={styles.lock}>
        <LockClosed16Filled aria-hidden />
      </span>
    </Hint>
  );
}
