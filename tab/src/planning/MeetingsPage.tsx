import { makeStyles } from '@fluentui/react-components';
import type { Route } from '../lib/router';
import { MeetingList } from './meetings/MeetingList';
import { MeetingPage } from './meetings/MeetingPage';
import { PlanningTexts } from './PlanningTexts';

const useStyles = makeStyles({ root: { flexGrow: 1, minHeight: 0, overflowY: 'auto', overflowX: 'hidden', display: 'flex', flexDirection: 'column' } });

/** Meetings of change advisory boards. */
export default function MeetingsPage({ route }: { readonly route: Route }) {
  const styles = useStyles();
  return (
    <PlanningTexts>
      <div className={styles.root}>{route.id ? <MeetingPage key={route.id} id={route.id} /> : <MeetingList isEnded={route.query.get('ended') === 'true'} />}</div>
    </PlanningTexts>
  );
}
