import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AlertUrgent16Filled } from '@fluentui/react-icons/svg/alert-urgent';
import { CheckmarkStarburst16Regular } from '@fluentui/react-icons/svg/checkmark-starburst';
import { useText } from '../lib/session';
import type { RiskName, TypeName } from './words';

const useStyles = makeStyles({
  risk: {
    display: 'inline-flex', alignItems: 'center', gap: '5px', padding: '0 7px', height: '20px', borderRadius: tokens.borderRadiusMedium, fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap', flexShrink: 0, border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  low: { backgroundColor: tokens.colorStatusSuccessBackground1, color: tokens.colorStatusSuccessForeground1 },
  moderate: { backgroundColor: tokens.colorNeutralBackground5, color: tokens.colorNeutralForeground1 },
  high: { backgroundColor: tokens.colorStatusWarningBackground2, color: tokens.colorStatusWarningForeground2, fontWeight: tokens.fontWeightSemibold },
  veryHigh: { backgroundColor: tokens.colorStatusDangerBackground3, color: tokens.colorNeutralForegroundOnBrand, fontWeight: tokens.fontWeightSemibold },
  icon: { display: 'inline-flex', flexShrink: 0 },
});

/** How risky, in words. */
export function RiskMark({ risk }: { readonly risk: RiskName }) {
  const styles = useStyles();
  const t = useText();
  return <span className={mergeClasses(styles.risk, styles[risk])}>{t(`risk.${risk}`)}</span>;
}

/** The sign of a type; a normal change has none. */
export function TypeSign({ type }: { readonly type: TypeName }) {
  const styles = useStyles();
  if (type === 'normal') return null;
  return (
    <span className={styles.icon} aria-hidden="true">
      {type === 'emergency' ? <AlertUrgent16Filled /> : <CheckmarkStarburst16Regular />}
    </span>
  );
}
