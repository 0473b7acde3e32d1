import type { Route } from '../lib/router';
import { Inbox } from './inbox/Inbox';
import { PlanningTexts } from './PlanningTexts';

/** What waits for the reader's decision. */
export default function ApprovalsPage({ route }: { readonly route: Route }) {
  return (
    <PlanningTexts>
      <Inbox id={route.id} />
    </PlanningTexts>
  );
}
