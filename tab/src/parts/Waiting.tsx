import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'center', justifyContent: 'center', gap: '10px', flexGrow: 1, padding: '16px', color: tokens.colorNeutralForeground3 },
  track: { width: '120px', height: '3px', borderRadius: '3px', overflow: 'hidden', backgroundColor: tokens.colorNeutralBackground6 },
  bar: {
    width: '40%', height: '100%', borderRadius: '3px', backgroundColor: tokens.colorCompoundBrandBackground,
    animationName: { from: { transform: 'translateX(-100%)' }, to: { transform: 'translateX(300%)' } },
    animationDuration: '1.2s', animationIterationCount: 'infinite', animationTimingFunction: 'ease-in-out',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none', width: '100%' },
  },
});

/** Something is on its way. */
export function Waiting({ label }: { readonly label: string }) {
  const styles = useStyles();
  return (
    <div className={styles.root} role="status">
      <div className={styles.track} aria-hidden="true">
        <div className={styles.bar} />
      </div>
      {label}
    </div>
  );
}
