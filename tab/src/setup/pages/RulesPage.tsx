import { useSession } from '../../lib/session';
import { GroupOf } from '../../registers/names';
import { administers } from '../access';
import { ROUTING_RULES } from '../kinds/assigning';
import { RuleWords } from '../words/RuleWords';
import { NamedRows } from './NamedRows';

/** Which group gets a new ticket: the first rule that fits, in this order. */
export default function RulesPage({ query }: { readonly query: URLSearchParams }) {
  const { me } = useSession();
  return (
    <NamedRows
      register={ROUTING_RULES} query={query} canAdd={administers(me)} order={(left, right) => left.order - right.order}
      text={({ conditions }) => <RuleWords value={conditions} />} end={({ groupId }) => <GroupOf id={groupId} />}
    />
  );
}
