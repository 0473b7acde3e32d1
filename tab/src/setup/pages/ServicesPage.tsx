import { Link } from '@fluentui/react-components';
import { href } from '../../lib/router';
import { useSession } from '../../lib/session';
import { Sheet } from '../../parts/Sheet';
import { entryName, GroupOf } from '../../registers/names';
import { RegisterPage } from '../../registers/RegisterPage';
import { keepsSetup } from '../access';
import { SERVICES } from '../kinds/services';
import type { ServiceView } from '../kinds/types';
import { EntryRow, useRowListStyles } from './EntryRow';

/** What the organization offers, by how much depends on it. */
export default function ServicesPage({ query }: { readonly query: URLSearchParams }) {
  const styles = useRowListStyles();
  const { t, me, language } = useSession();
  return (
    <RegisterPage<ServiceView> place={{ page: 'setup', practice: 'services' }} icon={SERVICES.icon} query={query} canAdd={keepsSetup(me)}>
      {(shown) => (
        <Sheet>
          <ul className={styles.list} aria-label={t('setup.tab.services')}>
            {[...shown].sort((left, right) => left.tier.localeCompare(right.tier)).map((service) => (
              <EntryRow
                key={service.id}
                id={service.id}
                isRetired={service.retired}
                name={
                  <Link href={href('setup/services', service.id)} className={styles.link}>
                    {entryName(service, language)}
                  </Link>
                }
                marks={SERVICES.Marks && <SERVICES.Marks entry={service} />}
                end={service.groupId && <GroupOf id={service.groupId} />}
              >
                {service.description}
              </EntryRow>
            ))}
          </ul>
        </Sheet>
      )}
    </RegisterPage>
  );
}
