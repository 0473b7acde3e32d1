import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({ plate: { fill: tokens.colorBrandBackground }, bell: { fill: tokens.colorNeutralForegroundOnBrand } });

/** The desk bell. */
export function BellMark({ size }: { readonly size: number }) {
  const styles = useStyles();
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <rect width="32" height="32" rx="7" className={styles.plate} />
      <path className={styles.bell} d="M16 8.2a1.7 1.7 0 0 1 1.7 1.7v.5a8.2 8.2 0 0 1 6.5 8v1.1H7.8v-1.1a8.2 8.2 0 0 1 6.5-8v-.5A1.7 1.7 0 0 1 16 8.2z" />
      <rect className={styles.bell} x="6.5" y="21.2" width="19" height="2.6" rx="1.3" />
    </svg>
  );
}
