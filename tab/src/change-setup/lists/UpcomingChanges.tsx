import { Badge, Button, Link } from '@fluentui/react-components';
import { useDates } from '../../lib/now';
import { recordHref } from '../../lib/router';
import { useText } from '../../lib/session';
import { Sheet } from '../../parts/Sheet';
import { CHANGE_ROWS } from './kinds';
import { useListStyles } from './RelatedItems';
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
  const { rows, status, cursor, more } = useRows(CHANGE_ROWS, 'changes.open', { [filter]: id, sort: 'plannedStart' });
  return (
    <Sheet title={t('setup.changes')}>
      {status === 'failed' && <p className={styles.none}>{t('register.failed')}</p>}
      {status === 'ready' && rows.length === 0 && <p className={styles.none}>{t('setup.changes.none')}</p>}
      {rows.length > 0 && (
        <ul className={styles.list}>
          {rows.map((change) => (
            <li key={change.id} className={styles.row}>
              <Link href={recordHref(change.id)} className={styles.strong}>
                {change.title}
              </Link>
              <Badge appearance="tint">{t(`state.${change.state}`)}</Badge>
              <span className={styles.quiet}>{change.id}</span>
              <span className={styles.push}>{change.plannedStart ? dates.short(change.plannedStart) : t('setup.changes.unplanned')}</span>
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
