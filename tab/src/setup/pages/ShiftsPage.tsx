import { useSession } from '../../lib/session';
import { weeklyLines } from '../../levels/calendars/describe-calendar';
import { GroupOf } from '../../registers/names';
import { plansShifts } from '../access';
import { SHIFTS } from '../kinds/assigning';
import { NamedRows } from './NamedRows';

/** When people of groups work, and when they are on call. */
export default function ShiftsPage({ query }: { readonly query: URLSearchParams }) {
  const { me, language, t } = useSession();
  return (
    <NamedRows
      register={SHIFTS} query={query} canAdd={plansShifts(me)} order={(left, right) => left.groupId.localeCompare(right.groupId)}
      text={({ weekly }) => weeklyLines(weekly, language, t).join(', ')} end={({ groupId }) => <GroupOf id={groupId} />}
    />
  );
}
