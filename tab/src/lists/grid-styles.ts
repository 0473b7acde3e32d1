import { makeStyles, tokens } from '@fluentui/react-components';

export const ROW_PX = 38;

export const useGridStyles = makeStyles({
  grid: { flexGrow: 1, minHeight: 0, overflow: 'auto', position: 'relative', outlineStyle: 'none', borderRadius: tokens.borderRadiusLarge },
  header: {
    position: 'sticky', top: 0, zIndex: 1, display: 'grid', alignItems: 'center', columnGap: '12px', height: '34px', padding: '0 12px',
    backgroundColor: tokens.colorNeutralBackground1, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: {
    display: 'inline-flex', alignItems: 'center', gap: '4px', border: 'none', background: 'none', padding: '4px', margin: '0 -4px', minHeight: '24px', minWidth: 0, maxWidth: '100%',
    font: 'inherit', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, borderRadius: tokens.borderRadiusMedium, textAlign: 'left', whiteSpace: 'nowrap',
  },
  sortable: {
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  sorted: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  body: { position: 'relative', width: '100%' },
  row: {
    position: 'absolute', left: 0, right: 0, display: 'grid', alignItems: 'center', columnGap: '12px', height: `${ROW_PX}px`, padding: '0 12px', cursor: 'default',
    fontSize: tokens.fontSizeBase300, borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    // A row is as large as it is said to be, so that nothing else is laid out when one comes or goes.
    contain: 'layout paint style',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3 },
  },
  current: {
    backgroundColor: tokens.colorBrandBackground2, boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    // Seen in the high contrast theme only, where no tint tells rows apart.
    outline: `1px solid ${tokens.colorTransparentStrokeInteractive}`, outlineOffset: '-1px',
    ':hover': { backgroundColor: tokens.colorBrandBackground2 },
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  /** The current row, while the keyboard is in the table. */
  focused: { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  news: {
    animationName: { from: { backgroundColor: tokens.colorBrandBackground2 }, to: {} },
    animationDuration: '2s', animationTimingFunction: 'ease-out',
  },
  cell: { minWidth: 0, display: 'flex', alignItems: 'center', overflow: 'hidden', whiteSpace: 'nowrap' },
  more: { display: 'flex', justifyContent: 'center', padding: tokens.spacingVerticalM },
});
