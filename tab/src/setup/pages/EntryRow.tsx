import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useText } from '../../lib/session';

export const useRowListStyles = makeStyles({
  list: { margin: '-8px', padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column' },
  item: {
    display: 'grid', gridTemplateColumns: 'minmax(220px, 1.2fr) minmax(200px, 1.6fr) 160px', gap: '4px 20px', padding: '10px 8px', alignItems: 'center',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`, ':first-child': { borderTopStyle: 'none' },
    '@media (max-width: 839px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: '4px' },
  },
  name: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', minWidth: 0 },
  link: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  text: { minWidth: 0, overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly id: string;
  readonly isRetired?: boolean;
  readonly name: ReactNode;
  readonly marks?: ReactNode;
  readonly end?: ReactNode;
  readonly children?: ReactNode;
}

/** One entry in a list: its name with marks, what it says, and whose it is. */
export function EntryRow({ id, isRetired = false, name, marks, end, children }: Props) {
  const styles = useRowListStyles();
  const t = useText();
  return (
    <li className={styles.item} data-entry={id}>
      <span className={styles.name}>
        {name}
        {isRetired && <Badge appearance="outline">{t('register.retired')}</Badge>}
        {marks}
      </span>
      <span className={styles.text}>{children}</span>
      <span className={styles.quiet}>{end}</span>
    </li>
  );
}
