import { CRITICALITIES, ENVIRONMENTS, ITEM_CLASSES } from '../../../../shared/configuration/configuration-schema';
import { useSession } from '../../lib/session';
import { GroupOf } from '../../registers/names';
import { keepsSetup } from '../access';
import { ItemMarks, ITEMS } from '../kinds/items';
import { ITEM_ROWS } from '../lists/kinds';
import { useRowListStyles } from './EntryRow';
import { FilteredRows } from './FilteredRows';

/** Configuration items, by what and where they are. */
export default function ItemsPage({ query }: { readonly query: URLSearchParams }) {
  const styles = useRowListStyles();
  const { t, me, config } = useSession();
  const words = (prefix: string, values: readonly string[]) => values.map((value) => ({ value, text: t(`${prefix}.${value}`) }));
  return (
    <FilteredRows
      register={ITEMS}
      kind={ITEM_ROWS}
      query={query}
      canAdd={keepsSetup(me)}
      filters={[
        { name: 'class', label: t('field.item.class'), choices: words('itemClass', ITEM_CLASSES) },
        { name: 'environment', label: t('field.item.environment'), choices: words('environment', ENVIRONMENTS) },
        { name: 'criticality', label: t('field.item.criticality'), choices: words('criticality', CRITICALITIES) },
        { name: 'groupId', label: t('field.item.group'), choices: config.groups.map(({ id, name }) => ({ value: id, text: name })) },
      ]}
      text={(item) => (
        <span className={styles.name}>
          <ItemMarks item={item} /> {item.region}
        </span>
      )}
      end={({ groupId }) => groupId && <GroupOf id={groupId} />}
    />
  );
}
