import { Button, makeStyles, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { ArrowSort16Regular } from '@fluentui/react-icons/svg/arrow-sort';
import { useSession } from '../lib/session';
import type { Column } from './columns';

const useStyles = makeStyles({ pill: { minWidth: 0, flexShrink: 0 } });

interface Props {
  readonly columns: readonly Pick<Column<never>, 'sort' | 'isNewestFirst' | 'labelKey'>[];
  readonly sort: string;
  onSort(sort: string): void;
}

/** The order, where there are no column heads to press. */
export function SortPill({ columns, sort, onSort }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const choices = columns.flatMap((column) => (column.sort ? [{ id: column.isNewestFirst ? `-${column.sort}` : column.sort, label: t(column.labelKey) }] : []));
  return (
    <Menu checkedValues={{ sort: [sort] }} onCheckedValueChange={(_event, { checkedItems }) => checkedItems[0] && onSort(checkedItems[0])}>
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" shape="circular" className={styles.pill} icon={<ArrowSort16Regular />} aria-label={t('tab.sort')} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {choices.map((choice) => (
            <MenuItemRadio key={choice.id} name="sort" value={choice.id}>
              {choice.label}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
