import { ROLES_TO_GIVE } from '../../../../shared/people/people-schema';
import { useSession } from '../../lib/session';
import { administers } from '../access';
import { PEOPLE } from '../kinds/handling';
import { PEOPLE_ROWS } from '../lists/kinds';
import { SkillsWords } from '../words/SkillsWords';
import { useRowListStyles } from './EntryRow';
import { FilteredRows } from './FilteredRows';

/** Everybody, with what they are here, what they can do, and where they handle tickets. */
export default function PeoplePage({ query }: { readonly query: URLSearchParams }) {
  const styles = useRowListStyles();
  const { t, me, config } = useSession();
  const groupsOf = (id: string): string => config.groups.filter(({ members }) => members.some((member) => member.id === id)).map(({ name }) => name).join(', ');
  return (
    <FilteredRows
      register={PEOPLE}
      kind={PEOPLE_ROWS}
      query={query}
      canAdd={administers(me)}
      filters={[{ name: 'role', label: t('field.person.role'), choices: ROLES_TO_GIVE.map((role) => ({ value: role, text: t(`role.${role}`) })) }]}
      text={({ title, department, roles = [], skills }) => (
        <>
          {[...roles.map((role) => t(`role.${role}`)), title, department].filter(Boolean).join(' · ')}
          {skills && skills.length > 0 && (
            <div className={styles.quiet}>
              <SkillsWords value={skills} />
            </div>
          )}
        </>
      )}
      end={({ id }) => groupsOf(id)}
    />
  );
}
