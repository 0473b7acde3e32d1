import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useText } from '../../lib/session';
import { Sheet } from '../../parts/Sheet';
import { EntryOf } from '../../registers/names';
import { ItemMarks } from '../kinds/items';
import { ITEM_ROWS } from './kinds';
import { useRows } from './use-rows';

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

interface Props {
  readonly filter: 'serviceId';
  readonly id: string;
}

/** The configuration items that deliver a service. */
export function RelatedItems({ filter, id }: Props) {
  const styles = useListStyles();
  const t = useText();
  const { rows, status, cursor, more } = useRows(ITEM_ROWS, 'items', { [filter]: id });
  return (
    <Sheet title={t('setup.items.ofService')}>
      {status === 'failed' && <p className={styles.none}>{t('register.failed')}</p>}
      {status === 'ready' && rows.length === 0 && <p className={styles.none}>{t('setup.items.ofService.none')}</p>}
      {rows.length > 0 && (
        <ul className={styles.list}>
          {rows.map((item) => (
            <li key={item.id} className={styles.row}>
              <EntryOf practice="items" id={item.id} />
              <ItemMarks item={item} />
            </li>
          ))}
        </ul>
      )}
      {cursor && (
        <div>
          <Button size="small" onClick={more}>
            {t('setup.more')}
          </Button>
        </div>
      )}
    </Sheet>
  );
}
