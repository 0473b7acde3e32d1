import { makeStyles, tokens } from '@fluentui/react-components';

/** Short lists in sheets: one line per row. */
export const useListStyles = makeStyles({
  list: { margin: '0 -8px', padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column' },
  row: {
    display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 10px', padding: '7px 8px', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, minWidth: 0,
    ':first-child': { borderTopStyle: 'none' },
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
  strong: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  push: { marginLeft: 'auto' },
});
