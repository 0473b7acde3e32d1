import { Link } from '@fluentui/react-components';
import { recordHref } from '../../lib/router';
import { useSession } from '../../lib/session';
import { Sheet } from '../../parts/Sheet';
import { useRegister } from '../../registers/use-register';
import type { ItemView, WindowView } from '../kinds/types';
import { occurrenceText } from '../words/describe-occurrence';
import { useListStyles } from './list-styles';

/** When an item may be changed; without any window it may be at any time. */
export function ItemWindows({ item }: { readonly item: ItemView }) {
  const styles = useListStyles();
  const { t, language } = useSession();
  const { entries, status } = useRegister<WindowView>('maintenanceWindows');
  const own = entries.filter((window) => !window.retired && (window.itemIds?.includes(item.id) || window.serviceIds?.some((id) => item.serviceIds?.includes(id))));
  return (
    <Sheet title={t('setup.windowsOf')}>
      {status === 'ready' && own.length === 0 && <p className={styles.none}>{t('setup.windowsOf.none')}</p>}
      {own.length > 0 && (
        <ul className={styles.list}>
          {own.map((window) => (
            <li key={window.id} className={styles.row}>
              <Link href={recordHref(window.id)} className={styles.strong}>
                {window.name}
              </Link>
              <span className={styles.quiet}>{window.occurrences.map((occurrence) => occurrenceText({ t, language }, occurrence)).join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}
