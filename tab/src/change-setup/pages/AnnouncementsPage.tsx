import { Link } from '@fluentui/react-components';
import { href } from '../../lib/router';
import { useSession } from '../../lib/session';
import { Sheet } from '../../parts/Sheet';
import { RegisterPage } from '../../registers/RegisterPage';
import { ANNOUNCEMENTS } from '../kinds/announcements';
import type { AnnouncementEntry } from '../kinds/types';
import { EntryRow, useRowListStyles } from './EntryRow';

/** What everybody is told about running disturbances. */
export default function AnnouncementsPage({ query }: { readonly query: URLSearchParams }) {
  const styles = useRowListStyles();
  const { t, me, language } = useSession();
  return (
    <RegisterPage<AnnouncementEntry> place={{ page: 'setup', practice: 'announcements' }} icon={ANNOUNCEMENTS.icon} query={query} canAdd={me.isAgent || me.roles.includes('administrator')}>
      {(shown) => (
        <Sheet>
          <ul className={styles.list} aria-label={t('setup.tab.announcements')}>
            {shown.map((entry) => (
              <EntryRow
                key={entry.id}
                id={entry.id}
                isRetired={entry.retired}
                name={
                  <Link href={href('setup/announcements', entry.id)} className={styles.link}>
                    {(language === 'de' && entry.titleDe) || entry.title}
                  </Link>
                }
                end={t('known.count', { count: entry.affectedCount })}
              >
                {(language === 'de' && entry.statementDe) || entry.statement}
              </EntryRow>
            ))}
          </ul>
        </Sheet>
      )}
    </RegisterPage>
  );
}
