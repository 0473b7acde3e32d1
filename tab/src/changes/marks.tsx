import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Certificate16Regular } from '@fluentui/react-icons/svg/certificate';
import { Flash16Filled } from '@fluentui/react-icons/svg/flash';
import type { ChangeRow } from '../../../shared/changes/change-views';
import type { RiskLevel } from '../../../shared/changes/change-schema';
import { useText } from '../lib/session';

const useStyles = makeStyles({
  risk: {
    display: 'inline-flex', alignItems: 'center', gap: '6px', height: '20px', padding: '0 8px', borderRadius: tokens.borderRadiusMedium, fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap', border: `1px solid ${tokens.colorTransparentStroke}`, flexShrink: 0,
  },
  low: { backgroundColor: tokens.colorStatusSuccessBackground1, color: tokens.colorStatusSuccessForeground1 },
  moderate: { backgroundColor: tokens.colorNeutralBackground6, color: tokens.colorNeutralForeground2 },
  high: { backgroundColor: tokens.colorStatusWarningBackground2, color: tokens.colorStatusWarningForeground2 },
  veryHigh: { backgroundColor: tokens.colorStatusDangerBackground3, color: tokens.colorNeutralForegroundOnBrand },
  bars: { display: 'inline-flex', alignItems: 'flex-end', gap: '2px', height: '10px' },
  bar: { width: '3px', borderRadius: '1px', backgroundColor: 'currentColor' },
  off: { opacity: 0.3 },
  type: { display: 'inline-flex', alignItems: 'center', gap: '4px', whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2 },
  emergency: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  icon: { display: 'inline-flex' },
  state: { display: 'inline-flex', alignItems: 'center', gap: '6px', whiteSpace: 'nowrap', minWidth: 0 },
  late: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  text: { overflow: 'hidden', textOverflow: 'ellipsis' },
  dot: { width: '8px', height: '8px', borderRadius: '50%', flexShrink: 0, backgroundColor: tokens.colorNeutralForeground3 },
  fresh: { backgroundColor: tokens.colorBrandBackground },
  waiting: { backgroundColor: tokens.colorPaletteMarigoldBorderActive },
  active: { backgroundColor: tokens.colorPaletteBlueBorderActive },
  done: { backgroundColor: tokens.colorPaletteGreenBorderActive },
  ended: { backgroundColor: 'transparent', border: `2px solid ${tokens.colorNeutralForeground3}` },
});

const HEIGHTS: readonly (readonly [RiskLevel, number])[] = [['low', 4], ['moderate', 6], ['high', 8], ['veryHigh', 10]];
const rankOf = (level: RiskLevel): number => HEIGHTS.findIndex(([name]) => name === level);

/** How risky it is: in words, by color, and by how many bars are filled. */
export function RiskMark({ risk }: { readonly risk: RiskLevel }) {
  const styles = useStyles();
  const t = useText();
  return (
    <span className={mergeClasses(styles.risk, styles[risk])}>
      <span className={styles.bars} aria-hidden="true">
        {HEIGHTS.map(([level, height], index) => (
          <span key={level} className={mergeClasses(styles.bar, index > rankOf(risk) && styles.off)} style={{ height }} />
        ))}
      </span>
      {t(`riskShort.${risk}`)}
    </span>
  );
}

export function TypeMark({ type }: { readonly type: ChangeRow['type'] }) {
  const styles = useStyles();
  const t = useText();
  return (
    <span className={mergeClasses(styles.type, type === 'emergency' && styles.emergency)}>
      {type !== 'normal' && (
        <span className={styles.icon} aria-hidden="true">
          {type === 'emergency' ? <Flash16Filled /> : <Certificate16Regular />}
        </span>
      )}
      {t(`changeType.${type}`)}
    </span>
  );
}

const DOTS: Readonly<Record<ChangeRow['state'], 'fresh' | 'waiting' | 'active' | 'done' | 'ended'>> = {
  new: 'fresh', assess: 'waiting', authorize: 'waiting', scheduled: 'done', implement: 'active', review: 'active', closed: 'ended', cancelled: 'ended',
};

export function ChangeStateMark({ change }: { readonly change: Pick<ChangeRow, 'state' | 'isOnHold'> & Partial<Pick<ChangeRow, 'isReviewOverdue'>> }) {
  const styles = useStyles();
  const t = useText();
  return (
    <span className={styles.state}>
      <span className={mergeClasses(styles.dot, styles[change.isOnHold ? 'waiting' : DOTS[change.state]])} aria-hidden="true" />
      <span className={mergeClasses(styles.text, change.isReviewOverdue && styles.late)}>
        {change.isReviewOverdue ? t('state.reviewOverdue') : t(`state.${change.state}`)}
        {change.isOnHold && ` · ${t('state.onHold')}`}
      </span>
    </span>
  );
}
