import type { Route } from '../lib/router';
import { Calendar } from './calendar/Calendar';
import { PlanningTexts } from './PlanningTexts';

/** The change calendar: month, week, and a timeline per item. */
export default function CalendarPage({ route }: { readonly route: Route }) {
  return (
    <PlanningTexts>
      <Calendar query={route.query} />
    </PlanningTexts>
  );
}
