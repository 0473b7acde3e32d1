import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '18px', padding: '20px 16px' },
  line: {
    height: '18px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralStencil1,
    animationName: { '0%': { opacity: 1 }, '50%': { opacity: 0.5 }, '100%': { opacity: 1 } }, animationDuration: '1.8s', animationIterationCount: 'infinite',
  },
});

/** Lines where text will be. */
export function Placeholder({ label, widths }: { readonly label: string; readonly widths: readonly number[] }) {
  const styles = useStyles();
  return (
    <div className={styles.root} role="status" aria-label={label}>
      {widths.map((width) => (
        <div key={width} className={styles.line} style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
