import { NamedRows } from '../../setup/pages/NamedRows';
import { useSession } from '../../lib/session';
import { GroupOf } from '../../registers/names';
import { keepsMacros } from '../access';
import { MACROS } from '../kinds/macros';

/** Several actions in one press. */
export default function MacrosPage({ query }: { readonly query: URLSearchParams }) {
  const { t, me } = useSession();
  return (
    <NamedRows
      register={MACROS}
      query={query}
      canAdd={keepsMacros(me)}
      text={({ actions }) => actions.map(({ action }) => t(`action.${action}`)).join(' → ')}
      end={({ groupId }) => (groupId ? <GroupOf id={groupId} /> : t('rules.everybody'))}
    />
  );
}
