import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  track: { height: '8px', borderRadius: tokens.borderRadiusCircular, overflow: 'hidden', backgroundColor: tokens.colorNeutralBackground6, minWidth: '60px', border: `1px solid ${tokens.colorTransparentStroke}` },
  bar: { height: '100%', borderRadius: tokens.borderRadiusCircular, backgroundColor: tokens.colorStatusSuccessBackground3, '@media (forced-colors: active)': { backgroundColor: 'CanvasText' } },
  low: { backgroundColor: tokens.colorStatusDangerBackground3 },
  middle: { backgroundColor: tokens.colorStatusWarningBackground3 },
});

/** Shares below these get another color; the number beside the bar says the same. */
const LOW = 80;
const MIDDLE = 90;

/** A share as a bar; the number stands beside it. */
export function ShareBar({ share }: { readonly share: number | undefined }) {
  const styles = useStyles();
  const value = share ?? 0;
  return (
    <div className={styles.track} aria-hidden="true">
      {share !== undefined && <div className={mergeClasses(styles.bar, value < LOW ? styles.low : value < MIDDLE && styles.middle)} style={{ width: `${value}%` }} />}
    </div>
  );
}
