import { Badge, Link } from '@fluentui/react-components';
import { useDates } from '../../lib/now';
import { recordHref } from '../../lib/router';
import { useText } from '../../lib/session';
import { CHANGE_ROWS } from './kinds';
import { useListStyles } from './list-styles';
import { RowSheet } from './RowSheet';
import { useRows } from './use-rows';

interface Props {
  readonly filter: 'itemId' | 'serviceId';
  readonly id: string;
}

/** Open changes of an item or a service, the next one first. */
export function UpcomingChanges({ filter, id }: Props) {
  const styles = useListStyles();
  const t = useText();
  const dates = useDates();
  const rows = useRows(CHANGE_ROWS, 'changes.open', { [filter]: id, sort: 'plannedStart' });
  return (
    <RowSheet
      title={t('setup.changes')}
      none={t('setup.changes.none')}
      rows={rows}
      draw={(change) => (
        <>
          <Link href={recordHref(change.id)} className={styles.strong}>
            {change.title}
          </Link>
          <Badge appearance="tint">{t(`state.${change.state}`)}</Badge>
          <span className={styles.quiet}>{change.id}</span>
          <span className={styles.push}>{change.plannedStart ? dates.short(change.plannedStart) : t('setup.changes.unplanned')}</span>
        </>
      )}
    />
  );
}
