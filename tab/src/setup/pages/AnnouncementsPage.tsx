import { useSession } from '../../lib/session';
import { ANNOUNCEMENTS } from '../kinds/announcements';
import { NamedRows } from './NamedRows';

/** What everybody is told about running disturbances. */
export default function AnnouncementsPage({ query }: { readonly query: URLSearchParams }) {
  const { t, me, language } = useSession();
  return (
    <NamedRows
      register={ANNOUNCEMENTS}
      query={query}
      canAdd={me.isAgent || me.roles.includes('administrator')}
      text={({ statement, statementDe }) => (language === 'de' && statementDe) || statement}
      end={({ affectedCount }) => t('known.count', { count: affectedCount })}
    />
  );
}
