import { Link } from '@fluentui/react-components';
import { href } from '../../lib/router';
import { useSession } from '../../lib/session';
import { Sheet } from '../../parts/Sheet';
import { entryName, GroupOf } from '../../registers/names';
import { RegisterPage } from '../../registers/RegisterPage';
import type { OfferingEntry } from '../catalog/types';
import { OFFERINGS } from '../kinds/offerings';
import { EntryRow, useRowListStyles } from './EntryRow';

/** What employees can order, by area. */
export default function OfferingsPage({ query }: { readonly query: URLSearchParams }) {
  const styles = useRowListStyles();
  const { t, me, language } = useSession();
  return (
    <RegisterPage<OfferingEntry> place={{ page: 'setup', practice: 'offerings' }} icon={OFFERINGS.icon} query={query} canAdd={me.roles.includes('administrator')}>
      {(shown) => (
        <Sheet>
          <ul className={styles.list} aria-label={t('setup.tab.offerings')}>
            {[...shown].sort((left, right) => entryName(left, language).localeCompare(entryName(right, language))).map((entry) => (
              <EntryRow
                key={entry.id}
                id={entry.id}
                name={
                  <Link href={href('setup/offerings', entry.id)} className={styles.link}>
                    {entryName(entry, language)}
                  </Link>
                }
                marks={OFFERINGS.Marks && <OFFERINGS.Marks entry={entry} />}
                end={entry.groupId && <GroupOf id={entry.groupId} />}
              >
                {(language === 'de' && entry.descriptionDe) || entry.description}
              </EntryRow>
            ))}
          </ul>
        </Sheet>
      )}
    </RegisterPage>
  );
}
