import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useText } from '../../lib/session';
import { TypeSign } from '../marks';
import { RISKS } from '../words';
import { useBandStyles } from './bands';

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', gap: '4px 14px', margin: 0, padding: 0, listStyle: 'none', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  entry: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  swatch: { width: '18px', height: '14px', borderRadius: tokens.borderRadiusSmall, border: `1px solid ${tokens.colorNeutralStroke1}`, boxSizing: 'border-box' },
  open: { borderTopStyle: 'dashed', borderRightStyle: 'dashed', borderBottomStyle: 'dashed', borderLeftStyle: 'dashed' },
  settled: { backgroundColor: tokens.colorBrandBackground2, border: `1px solid ${tokens.colorBrandStroke2}` },
  running: { backgroundColor: tokens.colorBrandBackground },
  over: { backgroundColor: tokens.colorNeutralBackground3, borderTopStyle: 'dotted', borderRightStyle: 'dotted', borderBottomStyle: 'dotted', borderLeftStyle: 'dotted' },
  edge: { width: '5px', border: 'none', color: tokens.colorNeutralForegroundOnBrand, fontSize: '11px', lineHeight: '14px', fontWeight: tokens.fontWeightBold, textAlign: 'center' },
  low: { backgroundColor: tokens.colorPaletteGreenBorderActive },
  moderate: { backgroundColor: tokens.colorNeutralForeground3 },
  high: { backgroundColor: tokens.colorPaletteDarkOrangeBackground3, width: '10px', '::before': { content: '"!"' } },
  veryHigh: { backgroundColor: tokens.colorPaletteRedBackground3, width: '14px', '::before': { content: '"!!"' } },
});

const STATES = ['open', 'settled', 'running', 'over'] as const;

/** What colors, edges and signs mean. */
export function Legend() {
  const styles = useStyles();
  const bands = useBandStyles();
  const t = useText();
  return (
    <ul className={styles.list} aria-label={t('planning.legend')}>
      {STATES.map((state) => (
        <li key={state} className={styles.entry}>
          <span aria-hidden="true" className={mergeClasses(styles.swatch, styles[state])} />
          {t(`planning.legend.${state}`)}
        </li>
      ))}
      {RISKS.map((risk) => (
        <li key={risk} className={styles.entry}>
          <span aria-hidden="true" className={mergeClasses(styles.swatch, styles.edge, styles[risk])} />
          {t(`risk.${risk}`)}
        </li>
      ))}
      {(['standard', 'emergency'] as const).map((type) => (
        <li key={type} className={styles.entry}>
          <TypeSign type={type} />
          {t(`changeType.${type}`)}
        </li>
      ))}
      {(['freeze', 'window'] as const).map((kind) => (
        <li key={kind} className={styles.entry}>
          <span aria-hidden="true" className={mergeClasses(styles.swatch, bands[kind])} />
          {t(`planning.legend.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
