import { Link } from '@fluentui/react-components';
import { href } from '../../lib/router';
import { useSession } from '../../lib/session';
import { Sheet } from '../../parts/Sheet';
import { RegisterPage } from '../../registers/RegisterPage';
import { keepsSetup } from '../access';
import type { WindowView } from '../kinds/types';
import { WINDOWS } from '../kinds/windows';
import { WindowMark } from '../lists/WindowMark';
import { occurrenceText } from '../words/describe-occurrence';
import { EntryRow, useRowListStyles } from './EntryRow';

/** When items may be changed. */
export default function WindowsPage({ query }: { readonly query: URLSearchParams }) {
  const styles = useRowListStyles();
  const { t, me, language } = useSession();
  return (
    <RegisterPage<WindowView> place={{ page: 'setup', practice: 'maintenanceWindows' }} icon={WINDOWS.icon} query={query} canAdd={keepsSetup(me)}>
      {(shown) => (
        <Sheet>
          <ul className={styles.list} aria-label={t('setup.tab.maintenanceWindows')}>
            {shown.map((window) => (
              <EntryRow
                key={window.id}
                id={window.id}
                isRetired={window.retired}
                name={
                  <Link href={href('setup/maintenanceWindows', window.id)} className={styles.link}>
                    {window.name}
                  </Link>
                }
                marks={<WindowMark window={window} />}
                end={t('setup.window.for', { items: window.itemIds?.length ?? 0, services: window.serviceIds?.length ?? 0 })}
              >
                {window.occurrences.map((occurrence) => occurrenceText({ t, language }, occurrence)).join(' · ')}
              </EntryRow>
            ))}
          </ul>
        </Sheet>
      )}
    </RegisterPage>
  );
}
