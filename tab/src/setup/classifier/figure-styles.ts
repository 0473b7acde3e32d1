import { makeStyles, tokens } from '@fluentui/react-components';

/** Few large numbers beside each other, each with what it counts. */
export const useFigureStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '12px 32px', margin: 0 },
  figure: { display: 'flex', flexDirection: 'column-reverse', maxWidth: '180px' },
  number: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  label: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  progress: { display: 'flex', flexDirection: 'column', gap: '8px' },
  text: { margin: 0, color: tokens.colorNeutralForeground3, maxWidth: '78ch' },
});
