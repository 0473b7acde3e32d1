import { useSession } from '../../lib/session';
import { administers } from '../access';
import { SUPPORT_GROUPS } from '../kinds/assigning';
import { NamedRows } from './NamedRows';

/** Support groups, and how each gives out its work. */
export default function GroupsPage({ query }: { readonly query: URLSearchParams }) {
  const { me, t } = useSession();
  return (
    <NamedRows
      register={SUPPORT_GROUPS} query={query} canAdd={administers(me)} text={({ purpose }) => purpose}
      end={({ memberIds = [] }) => t('setup.groups.members', { count: memberIds.length })}
    />
  );
}
