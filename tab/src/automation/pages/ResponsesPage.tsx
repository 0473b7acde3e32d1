import { NamedRows } from '../../setup/pages/NamedRows';
import { useSession } from '../../lib/session';
import { GroupOf } from '../../registers/names';
import { keepsMacros } from '../access';
import { RESPONSES } from '../kinds/responses';

/** Texts that are written again and again. */
export default function ResponsesPage({ query }: { readonly query: URLSearchParams }) {
  const { t, me } = useSession();
  return (
    <NamedRows
      register={RESPONSES}
      query={query}
      canAdd={keepsMacros(me)}
      text={({ text }) => text.slice(0, 160)}
      end={({ groupId }) => (groupId ? <GroupOf id={groupId} /> : t('rules.everybody'))}
    />
  );
}
