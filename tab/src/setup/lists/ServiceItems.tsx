import { useText } from '../../lib/session';
import { EntryOf } from '../../registers/names';
import { ItemMarks } from '../kinds/items';
import { ITEM_ROWS } from './kinds';
import { RowSheet } from './RowSheet';
import { useRows } from './use-rows';

/** The configuration items that deliver a service. */
export function ServiceItems({ serviceId }: { readonly serviceId: string }) {
  const t = useText();
  const rows = useRows(ITEM_ROWS, 'items', { serviceId });
  return (
    <RowSheet
      title={t('setup.items.ofService')}
      none={t('setup.items.ofService.none')}
      rows={rows}
      draw={(item) => (
        <>
          <EntryOf practice="items" id={item.id} />
          <ItemMarks item={item} />
        </>
      )}
    />
  );
}
